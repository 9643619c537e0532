import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/lib/errors.ts';
import { SourceError } from '../../../src/lib/source-error.ts';
import { judgeFailure, MAX_ODD_TRIES } from '../../../src/lib/source-failure.ts';

const first = { nowMs: 1_000_000, attempt: 1 };

describe('judgeFailure', () => {
  it('parks the run for the Retry-After of its host', () => {
    const asked = new SourceError('rate_limited', 'HTTP 429', { retryAfterMs: 5000 });
    expect(judgeFailure(asked, first)).toMatchObject({ action: 'park', waitMs: 5000 });
    const until = new SourceError('circuit_open', 'resting', { retryAtMs: 1_090_000 });
    expect(judgeFailure(until, first)).toMatchObject({ action: 'park', waitMs: 90_000 });
  });

  it.each(['blocked', 'unauthorised'] as const)('parks the run for 15 minutes for %s', (kind) => {
    expect(judgeFailure(new SourceError(kind, 'HTTP 403'), first)).toMatchObject({
      action: 'park',
      waitMs: 900_000,
    });
  });

  it('parks the run for a long Retry-After, which would use up the attempts of every song', () => {
    const outage = new SourceError('unavailable', 'no robots.txt', { retryAfterMs: 300_000 });
    expect(judgeFailure(outage, first)).toMatchObject({ action: 'park', waitMs: 300_000 });
    const short = new SourceError('unavailable', 'HTTP 503', { retryAfterMs: 2000 });
    expect(judgeFailure(short, first)).toMatchObject({ action: 'retry', error: short });
  });

  it('retries after a malformed answer, and accepts it after the last attempt', () => {
    const odd = new SourceError('bad_reply', 'half a JSON');
    const again = judgeFailure(odd, first);
    expect(again).toMatchObject({ action: 'retry' });
    // The queue retries only failures that are marked as retryable.
    expect(again).not.toHaveProperty('error.retryable');
    const last = { ...first, attempt: MAX_ODD_TRIES };
    expect(judgeFailure(odd, last)).toEqual({ action: 'fail', reason: 'bad_reply: half a JSON' });
  });

  it('does not retry what is rejected or not found', () => {
    for (const kind of ['not_found', 'robots_denied'] as const) {
      expect(judgeFailure(new SourceError(kind, 'no'), first)).toMatchObject({ action: 'fail' });
    }
    expect(judgeFailure(new AppError('NOT_FOUND', 'gone'), first)).toMatchObject({ action: 'fail' });
  });

  it('leaves unexpected errors to the queue', () => {
    expect(judgeFailure(new TypeError('odd'), first)).toMatchObject({ action: 'retry' });
    expect(judgeFailure('odd', first)).toMatchObject({ action: 'retry' });
  });
});
