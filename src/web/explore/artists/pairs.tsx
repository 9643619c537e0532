import type { ArtistComparison } from '../../api/types.ts';
import { artistsText } from '../../text/explore-artists.ts';

/** What each two of the artists have in common, in sentences, with their songs that are nearest to each other. */
export function Pairs({ comparison }: { comparison: ArtistComparison }) {
  const nameOf = (id: number): string => comparison.artists.find((artist) => artist.id === id)?.name ?? '';
  return (
    <section class="pairs" aria-labelledby="pairs">
      <h2 id="pairs" class="label">
        {artistsText.pairs}
      </h2>
      {comparison.pairs.map((pair) => {
        const [first, second] = [nameOf(pair.first), nameOf(pair.second)];
        return (
          <article key={`${pair.first} ${pair.second}`}>
            <h3>{artistsText.pair(first, second)}</h3>
            {artistsText.common(pair, { first, second }).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {pair.nearest_songs.items.length > 0 && (
              <>
                <h4 class="hint">{artistsText.nearest}</h4>
                <ul class="song-rows">
                  {pair.nearest_songs.items.map((songs) => (
                    <li key={`${songs.first.id} ${songs.second.id}`}>
                      <span>
                        <a href={`/app/tracks/${songs.first.id}`}>{songs.first.title}</a> {artistsText.and}{' '}
                        <a href={`/app/tracks/${songs.second.id}`}>{songs.second.title}</a>
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </article>
        );
      })}
    </section>
  );
}
