import { expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../../../src/lib/errors.ts';
import { createBreaker } from '../../../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import { readModelHealth } from '../../../../src/services/models/model-health.ts';
import { recordOutcome } from '../../../../src/services/models/record-outcome.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const PLACE = { upstream: 'llm', model: 'm' } as const;
const failure = (code: ErrorCode, status: number | null) =>
  new AppError(code, 'It failed.', { cause: status === null ? undefined : { status } });

it.each([429, 500, null])(
  'a model that refused us is named by that refusal after an outage (%s)',
  async (status) => {
    const clock = createFakeClock();
    const state = createLocalState(clock);
    const ctx = { state, clock, breaker: (name: string) => createBreaker(name, { state, clock }) };
    await recordOutcome(ctx, PLACE, failure('UPSTREAM_REJECTED', 401));
    clock.advance(1000);
    await recordOutcome(ctx, PLACE, failure('UPSTREAM_UNAVAILABLE', status));
    expect(await readModelHealth(ctx, PLACE)).toMatchObject({
      state: 'refused',
      last_failure: { status: 401 },
    });
    clock.advance(1000);
    await recordOutcome(ctx, PLACE, null);
    clock.advance(1000);
    await recordOutcome(ctx, PLACE, failure('UPSTREAM_UNAVAILABLE', status));
    expect(await readModelHealth(ctx, PLACE)).toMatchObject({ state: 'ready', last_failure: { status } });
  },
);
