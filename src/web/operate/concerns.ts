import type { DeadLetterGroups, Health, IngestRun, KeyFacts } from '../api/types.ts';
import { operateText } from '../text/operate.ts';
import { type Metric, metricsOf, sumOf } from './read-metrics.ts';

/** Dead letters with one cause. */
export type LetterGroup = DeadLetterGroups['items'][number];

/** What helps: waiting work is resumed, failed jobs are sent again, or another part of the view shows more. */
export type Help =
  | { kind: 'resume' }
  | { kind: 'replay'; group: LetterGroup }
  | { kind: 'look'; part: keyof typeof operateText.now.look };

/** Something that needs a hand: a sentence, and what helps. */
export interface Concern {
  key: string;
  text: string;
  help: Help | null;
}

export interface Watched {
  health: Health | null;
  letters: readonly LetterGroup[];
  runs: readonly IngestRun[];
  keys: readonly KeyFacts[];
  metrics: readonly Metric[];
  /** Milliseconds since the epoch. */
  now: number;
}

const texts = operateText.now;
const RESUME: Help = { kind: 'resume' };
/** As the alerts of the server have it. */
const LATE_SECONDS = 3600;
const OLD_BACKUP_SECONDS = 26 * 3600;

type Component = [key: string, part: Health['components'][string]];

function helpFor([key, part]: Component): Help | null {
  if (part.breaker === 'open' || part.breaker === 'half_open') return RESUME;
  return part.detail?.startsWith('refused') && key !== 'database' ? { kind: 'look', part: 'settings' } : null;
}

function fromComponents(health: Health, now: number): Concern[] {
  const broken = Object.entries(health.components).filter(
    ([, { status }]) => status === 'error' || status === 'degraded',
  );
  // What does not work at all before what works with less.
  const ordered = broken.toSorted(
    ([, a], [, b]) => Number(a.status !== 'error') - Number(b.status !== 'error'),
  );
  return ordered.map(([key, part]) => ({
    key,
    text: texts.component(
      key,
      {
        state: part.status,
        detail: part.detail,
        failedAt: part.last_failure_at,
        message: part.last_failure?.message ?? null,
        nextTry: part.next_try_at,
      },
      now,
    ),
    help: helpFor([key, part]),
  }));
}

function fromHealth(health: Health, now: number): Concern[] {
  const settings: Help = { kind: 'look', part: 'settings' };
  const named = (key: string, list: readonly string[], text: (list: readonly string[]) => string) =>
    list.length === 0 ? [] : [{ key, text: text(list), help: settings }];
  const { model_spend: spend, replicas, schedule } = health;
  return [
    ...fromComponents(health, now),
    ...replicas
      .filter(({ status }) => status !== 'ok')
      .map(({ region, detail }) => ({
        key: `replica ${region}`,
        text: texts.replica(region, detail),
        help: null,
      })),
    ...named('faulty', health.faulty, texts.variables),
    ...named('missing', health.missing, texts.missing),
    ...(spend?.is_reached
      ? [{ key: 'spend', text: texts.spend(spend.spent_usd, spend.cap_usd, spend.resets_at), help: null }]
      : []),
    ...schedule
      .filter(({ state }) => state === 'failed' || state === 'cut_off')
      .map(({ step, failure }) => ({
        key: `step ${step}`,
        text: texts.step(step, failure?.message ?? null),
        help: RESUME,
      })),
  ];
}

function fromBackups(metrics: readonly Metric[]): Concern[] {
  const figure = (name: string, labels = {}) => sumOf(metricsOf(metrics, name, labels));
  const help: Help = { kind: 'look', part: 'backups' };
  const age = figure('barline_backup_age_seconds');
  const isNone = figure('barline_backups', { status: 'complete' }) === 0;
  const old = isNone ? texts.noBackup : texts.oldBackup;
  return [
    ...(age !== null && age > OLD_BACKUP_SECONDS ? [{ key: 'backup_old', text: old(age), help }] : []),
    ...(figure('barline_backup_failed') === 1
      ? [{ key: 'backup_failed', text: texts.failedBackup, help }]
      : []),
    ...(figure('barline_restore_drill_failed') === 1
      ? [{ key: 'drill_failed', text: texts.failedDrill, help }]
      : []),
  ];
}

function fromLateWork(metrics: readonly Metric[]): Concern[] {
  return metricsOf(metrics, 'barline_oldest_job_seconds')
    .filter(({ value }) => value > LATE_SECONDS)
    .map(({ labels: { type = '' }, value }) => ({
      key: `late ${type}`,
      text: texts.late(type, sumOf(metricsOf(metrics, 'barline_open_jobs', { type })) ?? 1, value),
      help: RESUME,
    }));
}

/** The latest run of each artist; what failed before it does not matter any more. */
function latestRuns(runs: readonly IngestRun[]): IngestRun[] {
  return Array.from(Map.groupBy(runs, ({ artist_id }) => artist_id).values(), ([latest]) => latest).filter(
    (run) => run !== undefined,
  );
}

function fromRun({ id, artist, status, reason, next_try_at }: IngestRun): Concern[] {
  const key = `run ${id}`;
  if (status === 'parked') return [{ key, text: texts.parked(artist, reason, next_try_at), help: RESUME }];
  return status === 'failed' ? [{ key, text: texts.failedRun(artist, reason), help: null }] : [];
}

/** What needs a hand, the worst first: broken parts, failed jobs, backups, work that waits, keys that end. */
export function concernsOf({ health, letters, runs, keys, metrics, now }: Watched): Concern[] {
  return [
    ...(health === null ? [] : fromHealth(health, now)),
    ...letters.map((group) => ({
      key: `${group.type} ${group.code} ${group.upstream}`,
      text: texts.givenUp(group.count, group.type, group.message),
      help: { kind: 'replay' as const, group },
    })),
    ...fromBackups(metrics),
    ...fromLateWork(metrics),
    ...latestRuns(runs).flatMap(fromRun),
    ...keys.map(({ id, name, expires_at }) => ({
      key: `key ${id}`,
      text: texts.expiring(name, expires_at),
      help: { kind: 'look' as const, part: 'keys' as const },
    })),
  ];
}
