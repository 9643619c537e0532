import type { HealthState } from '../shell/use-health.ts';
import { formatCount, plural } from '../text/format.ts';
import { parseSearchState, searchHref } from './query-state.ts';

const EXAMPLES = [
  'waiting for a night bus in the cold',
  'working the night shift',
  'lonely in a hotel far from home',
];

const hrefOf = (q: string) => searchHref({ ...parseSearchState(''), q });

/** What stands under an empty search box: questions to try, and how much there is to ask. */
export function Welcome({ health }: { health: HealthState }) {
  return (
    <>
      <section class="examples" aria-labelledby="examples">
        <h2 id="examples" class="label">
          Try
        </h2>
        <ul>
          {EXAMPLES.map((q) => (
            <li key={q}>
              <a href={hrefOf(q)}>{q}</a>
            </li>
          ))}
        </ul>
      </section>
      <Holdings health={health} />
    </>
  );
}

function Holdings({ health }: { health: HealthState }) {
  const content = health.report?.content ?? null;
  if (content === null) return null;
  return (
    <p class="holdings">
      {plural(content.tracks, 'song')} by {plural(content.artists, 'artist')}, {formatCount(content.embedded)}{' '}
      searchable by meaning
    </p>
  );
}
