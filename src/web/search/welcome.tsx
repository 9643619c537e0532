import { getJson } from '../api/get-json.ts';
import type { TrackList } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import type { HealthState } from '../shell/use-health.ts';
import { formatCount } from '../text/format.ts';
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
const COUNTS = '/tracks?facets=year,theme&limit=1';

type Counts = ReadonlyMap<string, number>;

const countsOf = (values: readonly { value: string; count: number }[] = []): Counts =>
  new Map(values.map(({ value, count }) => [value, count]));

/** The decades until now, and earlier ones that hold songs, with how many they hold. */
function decadesOf(years: Counts): Counts {
  const last = Math.floor(new Date().getFullYear() / 10) * 10;
  const first = Math.min(
    FIRST_DECADE,
    ...Array.from(years.keys(), (year) => Math.floor(Number(year) / 10) * 10),
  );
  const decades = new Map<string, number>();
  for (let decade = first; decade <= last; decade += 10) decades.set(String(decade), 0);
  for (const [year, count] of years) {
    const decade = `${year.slice(0, 3)}0`;
    decades.set(decade, (decades.get(decade) ?? 0) + count);
  }
  return decades;
}

/** Ways to browse. They stand there at once; their counts come when they are known. */
function BrowseWays() {
  const { data } = useAnswer(COUNTS, (signal) => getJson<TrackList>(COUNTS, { signal }));
  const isCounted = data !== null;
  const years = countsOf(data?.facets?.year);
  const themes = countsOf(data?.facets?.theme);
  const byYear = [...years].toSorted(([a], [b]) => Number(a) - Number(b));
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
          {[...decadesOf(years)].map(([decade, count]) => (
            <Way
              key={decade}
              part={{ decade }}
              label={facets.decade(decade)}
              count={isCounted ? count : null}
            />
          ))}
        </div>
        <div>
          <dt>{browse.theme}</dt>
          {Object.entries(THEME_LABELS).map(([theme, label]) => (
            <Way
              key={theme}
              part={{ theme }}
              label={label}
              count={isCounted ? (themes.get(theme) ?? 0) : null}
            />
          ))}
        </div>
      </dl>
      <Disclosure summary={browse.eachYear}>
        <dl class="facets">
          <div>
            <dt>{browse.year}</dt>
            {byYear.map(([year, count]) => (
              <Way key={year} part={{ from_year: year, to_year: year }} label={year} count={count} />
            ))}
          </div>
        </dl>
      </Disclosure>
    </section>
  );
}

interface WayProps {
  part: Partial<SearchState>;
  label: string;
  /** Null: not known yet. */
  count: number | null;
}

/** A link to the songs of one kind; no link where there is none. */
function Way({ part, label, count }: WayProps) {
  return (
    <dd class="way">
      {count === 0 ? <span class="muted">{label}</span> : <a href={hrefOf(part)}>{label}</a>}{' '}
      <span class="number muted">{count === null ? '' : formatCount(count)}</span>
    </dd>
  );
}

function Holdings({ health }: { health: HealthState }) {
  const content = health.report?.content ?? null;
  if (content === null) return null;
  return <p class="holdings">{welcome.holdings(content.tracks, content.artists, content.embedded)}</p>;
}
