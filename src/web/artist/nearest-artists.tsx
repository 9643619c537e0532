import type { Artist } from '../api/types.ts';
import { artistText } from '../text/artist.ts';
import { formatNumber } from '../text/format.ts';

const texts = artistText.nearest;

/** Artists whose songs are near, by their words and by their analysis. */
export function NearestArtists({ lists }: { lists: Artist['nearest_artists'] }) {
  const filled = lists.filter(({ items }) => items.length > 0);
  return (
    <section aria-labelledby="nearest">
      <h2 id="nearest" class="label">
        {texts.title}
      </h2>
      {filled.length === 0 && <p class="muted">{texts.none}</p>}
      <dl class="pairs">
        {filled.map(({ by, items }) => (
          <div key={by}>
            <dt>{texts.by[by]}</dt>
            <dd>
              <ul class="facets-line">
                {items.map(({ id, name, similarity }) => (
                  <li key={id}>
                    <a href={`/app/artists/${id}`}>{name}</a>{' '}
                    <span class="number muted">{formatNumber(similarity, 2)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
