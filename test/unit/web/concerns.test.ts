import { expect, it } from 'vitest';
import type { Health, IngestRun } from '../../../src/web/api/types.ts';
import { concernsOf, type Watched } from '../../../src/web/operate/concerns.ts';

const part = (status: 'ok' | 'error' | 'off', more: Partial<Health['components'][string]> = {}) => ({
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

const NOTHING: Watched = { health: null, letters: [], runs: [], keys: [] };

it('what works and what is off needs no hand', () => {
  expect(concernsOf({ ...NOTHING, health: health({ redis: part('ok'), model: part('off') }) })).toEqual([]);
});

it('a refusing source is told in a sentence, and resumed', () => {
  const broken = part('error', { breaker: 'open', detail: 'refused with 403' });
  const [concern] = concernsOf({ ...NOTHING, health: health({ genius_web: broken }) });
  expect(concern).toMatchObject({ text: 'The site of Genius fails: refused with 403.', help: 'resume' });
});

it('failed jobs are sent again by their cause', () => {
  const group = {
    type: 'track.analyze',
    code: 'UPSTREAM_REJECTED',
    upstream: 'llm',
    count: 1,
    message: 'No.',
  };
  const [concern] = concernsOf({ ...NOTHING, letters: [group] });
  expect(concern).toMatchObject({
    text: '1 job of the kind “track analyze” failed for good: No.',
    help: group,
  });
});

it('only the latest run of an artist counts', () => {
  const runs = [run(4, 1, 'done'), run(3, 2, 'parked', 'blocked'), run(2, 1, 'failed', 'old')];
  expect(concernsOf({ ...NOTHING, runs }).map(({ text }) => text)).toEqual([
    'The songs of Artist 2 wait: blocked.',
  ]);
});
