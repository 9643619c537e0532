import type { Artist } from '../api/types.ts';
import { parseSearchState, searchHref } from '../search/query-state.ts';
import { artistText } from '../text/artist.ts';
import { formatCount } from '../text/format.ts';
import { themeLabel } from '../text/labels.ts';

type Themes = NonNullable<Artist['profile']>['themes'];

const texts = artistText.themes;
const NOTHING = parseSearchState('');

/** What the songs are about, each theme with a link to its songs. */
export function ArtistThemes({ name, themes }: { name: string; themes: Themes }) {
  return (
    <section aria-labelledby="themes">
      <h2 id="themes" class="label">
        {texts.title} <span class="muted">{texts.of(themes.songs)}</span>
      </h2>
      {themes.shares.length === 0 && <p class="muted">{texts.none}</p>}
      <ul class="facets-line">
        {themes.shares.map(({ value, count }) => (
          <li key={value}>
            <a href={searchHref({ ...NOTHING, theme: value, artist: name })}>{themeLabel(value)}</a>{' '}
            <span class="number muted">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
