import type { HealthState } from '../shell/use-health.ts';
import { THEME_LABELS } from '../text/labels.ts';
import { searchText } from '../text/search.ts';
import { parseSearchState, type SearchState, searchHref } from './query-state.ts';

const { welcome, browse, facets } = searchText;
const NOTHING = parseSearchState('');

const hrefOf = (part: Partial<SearchState>) => searchHref({ ...NOTHING, ...part });

/** What stands under an empty search box: questions to try, ways to browse, and how much there is to ask. */
export function Welcome({ health }: { health: HealthState }) {
  return (
    <>
      <section class="examples" aria-labelledby="examples">
        <h2 id="examples" class="label">
          {welcome.try}
        </h2>
        <ul>
          {welcome.examples.map((q) => (
            <li key={q}>
              <a href={hrefOf({ q })}>{q}</a>
            </li>
          ))}
        </ul>
      </section>
      <BrowseWays />
      <Holdings health={health} />
    </>
  );
}

const FIRST_DECADE = 1980;

function decades(): string[] {
  const last = Math.floor(new Date().getFullYear() / 10) * 10;
  return Array.from({ length: (last - FIRST_DECADE) / 10 + 1 }, (_, i) => String(FIRST_DECADE + 10 * i));
}

function BrowseWays() {
  return (
    <section class="browse" aria-labelledby="browse">
      <h2 id="browse" class="label">
        {browse.by}
      </h2>
      <dl class="facets">
        <div>
          <dt>{browse.artists}</dt>
          <dd>
            <a href="/app/artists">{browse.allArtists}</a>
          </dd>
        </div>
        <div>
          <dt>{browse.decade}</dt>
          {decades().map((decade) => (
            <dd key={decade}>
              <a href={hrefOf({ decade })}>{facets.decade(decade)}</a>
            </dd>
          ))}
        </div>
        <div>
          <dt>{browse.theme}</dt>
          {Object.entries(THEME_LABELS).map(([theme, label]) => (
            <dd key={theme}>
              <a href={hrefOf({ theme })}>{label}</a>
            </dd>
          ))}
        </div>
      </dl>
    </section>
  );
}

function Holdings({ health }: { health: HealthState }) {
  const content = health.report?.content ?? null;
  if (content === null) return null;
  return <p class="holdings">{welcome.holdings(content.tracks, content.artists, content.embedded)}</p>;
}
