import { NeonDbError } from '@neondatabase/serverless';
import { expect, it } from 'vitest';
import { toDatabaseError } from '../../../../src/db/database-error.ts';
import { AppError, isRefusedLogin } from '../../../../src/lib/errors.ts';
import { createKeyRefusals } from '../../../../src/lib/resilience/key-refusal.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

it('a refused key is known to all isolates until it is taken again', async () => {
  const clock = createFakeClock();
  const state = createLocalState(clock);
  const [one, other] = [
    createKeyRefusals('spotify', { state, clock }),
    createKeyRefusals('spotify', { state, clock }),
  ];
  expect(await other.read()).toBeNull();
  await one.refused(400);
  expect(await other.read()).toEqual({ at: clock.now(), status: 400 });
  expect(await createKeyRefusals('genius-api', { state, clock }).read()).toBeNull();
  await other.taken();
  expect(await one.read()).toBeNull();
  await one.refused(401);
  await one.taken();
  expect(await one.read()).toBeNull();
});

it('a key that is taken again and again is asked of the store once, until it is refused', async () => {
  const clock = createFakeClock();
  const state = createLocalState(clock);
  let removals = 0;
  const remove: typeof state.remove = async (...keys) => {
    removals += 1;
    await state.remove(...keys);
  };
  const refusals = createKeyRefusals('spotify', { state: { ...state, remove }, clock });
  for (let i = 0; i < 3; i++) await refusals.taken();
  expect(removals).toBe(1);
  await refusals.refused(401);
  for (let i = 0; i < 3; i++) await refusals.taken();
  expect(removals).toBe(2);
});

it.each([
  [Object.assign(new NeonDbError('password authentication failed'), { code: '28P01' }), true],
  [
    new AppError('DATABASE_UNAVAILABLE', 'gone', {
      cause: Object.assign(new NeonDbError('x'), { code: '28000' }),
    }),
    true,
  ],
  [new Error('WRONGPASS invalid or missing auth token, command was: ["get"]'), true],
  [new Error('Unauthorized'), true],
  [Object.assign(new NeonDbError('gone'), { code: '57P01' }), false],
  [new Error('the host could not be reached'), false],
  ['text', false],
])('%s is a refused login: %s', (error, expected) => {
  expect(isRefusedLogin(error)).toBe(expected);
});

it('a database that does not take our password is not there, whatever was asked', () => {
  const error = toDatabaseError(
    Object.assign(new NeonDbError('password authentication failed'), { code: '28P01' }),
  );
  expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
});
