import type { Health, IngestRun, KeyFacts } from '../api/types.ts';
import { operateText } from '../text/operate.ts';

/** Dead letters with one cause, as GET /admin/dead-letters/groups answers. */
export interface LetterGroup {
  type: string;
  code: string;
  upstream: string;
  count: number;
  message: string | null;
}

/** Something that needs a hand: a sentence, and what helps. */
export interface Concern {
  key: string;
  text: string;
  help: 'resume' | 'keys' | LetterGroup | null;
}

export interface Watched {
  health: Health | null;
  letters: readonly LetterGroup[];
  runs: readonly IngestRun[];
  keys: readonly KeyFacts[];
}

const texts = operateText.now;

function fromHealth(health: Health): Concern[] {
  const broken = Object.entries(health.components).flatMap(([key, part]): Concern[] => {
    if (part.status !== 'error' && part.status !== 'degraded') return [];
    const text = texts.component(
      key,
      part.status,
      part.detail ?? part.last_failure?.message ?? null,
      part.next_try_at,
    );
    return [{ key, text, help: part.breaker === 'open' ? 'resume' : null }];
  });
  const steps = health.schedule
    .filter(({ state }) => state === 'failed' || state === 'cut_off')
    .map(
      ({ step, failure }): Concern => ({
        key: step,
        text: texts.step(step, failure?.message ?? null),
        help: 'resume',
      }),
    );
  const faulty: Concern[] =
    health.faulty.length > 0 ? [{ key: 'faulty', text: texts.variables(health.faulty), help: null }] : [];
  const spend = health.model_spend;
  const spent: Concern[] = spend?.is_reached
    ? [{ key: 'spend', text: texts.spend(spend.spent_usd, spend.cap_usd, spend.resets_at), help: null }]
    : [];
  return [...broken, ...faulty, ...spent, ...steps];
}

/** The latest run of each artist; what failed before it does not matter any more. */
function latestRuns(runs: readonly IngestRun[]): IngestRun[] {
  return Array.from(Map.groupBy(runs, ({ artist_id }) => artist_id).values(), ([latest]) => latest).filter(
    (run) => run !== undefined,
  );
}

function fromRun({ id, artist, status, reason, next_try_at }: IngestRun): Concern[] {
  const key = `run ${id}`;
  if (status === 'parked') return [{ key, text: texts.parked(artist, reason, next_try_at), help: 'resume' }];
  return status === 'failed' ? [{ key, text: texts.failedRun(artist, reason), help: null }] : [];
}

/** What needs a hand, the worst first: broken parts, failed jobs, runs that wait, keys that end. */
export function concernsOf({ health, letters, runs, keys }: Watched): Concern[] {
  return [
    ...(health === null ? [] : fromHealth(health)),
    ...letters.map((group) => ({
      key: `${group.type} ${group.code} ${group.upstream}`,
      text: texts.letters(group.count, group.type, group.message),
      help: group,
    })),
    ...latestRuns(runs).flatMap(fromRun),
    ...keys.map(({ id, name, expires_at }) => ({
      key: `key ${id}`,
      text: texts.expiring(name, expires_at),
      help: 'keys' as const,
    })),
  ];
}
