import { expect, it } from 'vitest';
import type { Health, IngestRun } from '../../../src/web/api/types.ts';
import { concernsOf, type Watched } from '../../../src/web/operate/concerns.ts';
import { readMetrics } from '../../../src/web/operate/read-metrics.ts';

const part = (
  status: Health['components'][string]['status'],
  more: Partial<Health['components'][string]> = {},
) => ({
  status,
  latency_ms: null,
  breaker: null,
  next_try_at: null,
  detail: null,
  last_success_at: null,
  last_failure_at: null,
  last_failure: null,
  ...more,
});

const health = (components: Health['components'], more: Partial<Health> = {}): Health => ({
  status: 'healthy',
  version: '1',
  environment: 'local',
  timestamp: '2026-01-02T10:00:00Z',
  components,
  replicas: [],
  content: null,
  schedule: [],
  cache_hit_rate_last_hour: null,
  model_spend: null,
  models_ready: { ready: 0, of: 0 },
  missing: [],
  faulty: [],
  ...more,
});

const run = (
  id: number,
  artistId: number,
  status: IngestRun['status'],
  reason: string | null = null,
): IngestRun => ({
  id,
  artist_id: artistId,
  artist: `Artist ${artistId}`,
  trigger: 'cron',
  status,
  song_limit: null,
  reason,
  next_try_at: null,
  started_at: '2026-01-02T10:00:00Z',
  updated_at: '2026-01-02T10:00:00Z',
  finished_at: null,
  counts: { queued: 0, failed: 0, added: 0, updated: 0, unchanged: 0, rejected: 0, outcomes: {} },
  songs_per_second: null,
});

const NOW = Date.parse('2026-01-02T10:00:00Z');
const NOTHING: Watched = { health: null, letters: [], runs: [], keys: [], metrics: [], now: NOW };
const textsOf = (watched: Partial<Watched>) =>
  concernsOf({ ...NOTHING, ...watched }).map(({ text }) => text.replaceAll('\u00A0', ' '));

it('what works and what is off needs no hand', () => {
  expect(concernsOf({ ...NOTHING, health: health({ redis: part('ok'), model: part('off') }) })).toEqual([]);
});

it('a source that is left alone is told with its next try, and resumed', () => {
  const next_try_at = new Date(NOW + 14 * 60_000).toISOString();
  const left = part('degraded', { breaker: 'open', detail: 'circuit open after failures', next_try_at });
  const [concern] = concernsOf({ ...NOTHING, health: health({ genius_web: left }) });
  expect(concern?.help).toEqual({ kind: 'resume' });
  expect(concern?.text).toMatch(
    /^The site of Genius refused or failed and is left alone; next try \d\d:14\.$/,
  );
});

it('a model that refuses is told with when and why, and leads to the settings', () => {
  const refused = part('error', {
    breaker: 'closed',
    detail: 'refused: HTTP 402',
    last_failure_at: new Date(NOW - 12 * 60_000).toISOString(),
    last_failure: { code: 'UPSTREAM_REJECTED', status: 402, message: 'The account has no credit.' },
  });
  expect(concernsOf({ ...NOTHING, health: health({ model: refused }) })).toEqual([
    {
      key: 'model',
      text: 'The language model refused our key 12 minutes ago: The account has no credit.',
      help: { kind: 'look', part: 'settings' },
    },
  ]);
});

it('what does not work comes before what works with less', () => {
  const less = part('degraded', { detail: 'does not answer' });
  const not = part('error', { detail: 'does not answer' });
  expect(textsOf({ health: health({ spotify: less, redis: not }, { missing: ['LLM_MODEL'] }) })).toEqual([
    'Redis does not answer.',
    'Spotify does not answer.',
    'These settings are missing: LLM_MODEL.',
  ]);
});

it('failed jobs are sent again by their cause', () => {
  const group = {
    type: 'track.analyze',
    code: 'UPSTREAM_REJECTED',
    upstream: 'llm',
    count: 1,
    first_at: '2026-01-02T10:00:00Z',
    last_at: '2026-01-02T10:00:00Z',
    message: 'No.',
    example_ids: [1],
  };
  const [concern] = concernsOf({ ...NOTHING, letters: [group] });
  expect(concern).toMatchObject({
    text: '1 song could not be analysed and was given up: No.',
    help: { kind: 'replay', group },
  });
});

it('work that waits for long and backups that are old are told from the figures', () => {
  const metrics = readMetrics(`# HELP barline_open_jobs Work.
barline_open_jobs{type="track.analyze"} 1234
barline_open_jobs{type="song.scrape"} 5
barline_oldest_job_seconds{type="track.analyze"} 9000
barline_oldest_job_seconds{type="song.scrape"} 3600
barline_backup_age_seconds 300000
barline_backups{status="complete"} 2
barline_backup_failed 1
`);
  expect(textsOf({ metrics })).toEqual([
    'The newest backup is 3 days old.',
    'The last backup failed.',
    '1,234 songs wait to be analysed; the oldest for 3 hours.',
  ]);
  const none = readMetrics('barline_backup_age_seconds 300000\nbarline_backups{status="complete"} 0');
  expect(textsOf({ metrics: none })).toEqual(['No backup was made in 3 days.']);
});

it('only the latest run of an artist counts', () => {
  const runs = [
    run(4, 1, 'done'),
    run(3, 2, 'parked', 'blocked: the host refuses us'),
    run(2, 1, 'failed', 'old'),
  ];
  expect(concernsOf({ ...NOTHING, runs }).map(({ text }) => text)).toEqual([
    'The songs of Artist 2 wait: the host refuses us.',
  ]);
});
