import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../../src/config.ts';
import { createLocalLimiter } from '../../../../src/lib/resilience/local-limiter.ts';
import { takeRequests } from '../../../../src/services/access/take-requests.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createFakeContext } from '../../../support/fake-context.ts';

const LIMIT = 10;

/** An address without a key, where a minute allows ten items of batches. */
const openCaller = () => {
  const clock = createFakeClock();
  const { ctx } = createFakeContext(() => [], {
    clock,
    config: readConfig({ RATE_LIMIT_BATCH_ITEMS_PER_MINUTE: String(LIMIT) }),
    limiter: createLocalLimiter(clock),
    actor: { type: 'anonymous', address: '198.51.100.1', scopes: [] },
  });
  return ctx;
};

describe('requests that count for many', () => {
  it('are refused for good if they are more than a whole minute allows, and are not counted as fewer', async () => {
    const ctx = openCaller();
    await expect(takeRequests(ctx, 'batch-items', LIMIT + 1)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      detail: '10 items of batches a minute are allowed: send fewer at once.',
      retryAfterMs: undefined,
    });
    expect(await takeRequests(ctx, 'batch-items', LIMIT)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await takeRequests(ctx, 'batch-items', 1)).toMatchObject({ allowed: false });
  });
});
