import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorthRetrying, retryDelaySeconds } from '../../../src/jobs/retry-policy.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { JobSchema, QUEUE_OF } from '../../../src/lib/jobs.ts';
import { SourceError } from '../../../src/lib/source-error.ts';

const HALF_A_DAY = 12 * 3600;
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the delay of a retry', () => {
  it('doubles with every attempt up to 15 minutes, plus up to a fifth of jitter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), chance, (attempts, random) => {
        const base = Math.min(5 * 2 ** attempts, 900);
        const delay = retryDelaySeconds(new Error('any'), attempts, () => random);
        expect(delay).toBeGreaterThanOrEqual(base);
        expect(delay).toBeLessThanOrEqual(Math.ceil(base * 1.2));
        expect(Number.isInteger(delay)).toBe(true);
      }),
    );
  });

  it('is at least the requested delay and at most the limit of the queue', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * HALF_A_DAY * 1000 }), chance, (retryAfterMs, random) => {
        for (const error of [
          new AppError('UPSTREAM_UNAVAILABLE', 'busy', { retryAfterMs }),
          new SourceError('rate_limited', 'busy', { retryAfterMs }),
        ]) {
          const delay = retryDelaySeconds(error, 1, () => random);
          expect(delay).toBeGreaterThanOrEqual(Math.min(retryAfterMs / 1000, HALF_A_DAY));
          expect(delay).toBeLessThanOrEqual(HALF_A_DAY);
        }
      }),
    );
  });
});

describe('a retry', () => {
  it.each([
    [new AppError('DATABASE_UNAVAILABLE', ''), true],
    [new AppError('UPSTREAM_UNAVAILABLE', ''), true],
    [new AppError('UPSTREAM_REJECTED', ''), false],
    [new AppError('CONFIG_INVALID', ''), false],
    [new AppError('NOT_FOUND', ''), false],
    [new SourceError('timeout', ''), true],
    [new SourceError('not_found', ''), false],
    [new TypeError('a bug'), true],
    ['thrown text', true],
    [null, true],
  ])('after %s is made: %s', (error, expected) => {
    expect(isWorthRetrying(error)).toBe(expected);
  });
});

it('every kind of job has a queue', () => {
  const kinds = JobSchema.options.map((option) => option.shape.type.value);
  expect(Object.keys(QUEUE_OF).sort()).toEqual([...kinds].sort());
});
