import { describe, expect, it } from 'vitest';
import { beatHeart } from '../../../../src/services/replicas/beat-heart.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createFakeContext } from '../../../support/fake-context.ts';

const MINUTE_MS = 60_000;

async function minute(replicas: 'some' | 'none', fails: (beat: number) => boolean = () => false) {
  const clock = createFakeClock();
  const slot = new Date(clock.now());
  const beatenAt: number[] = [];
  const answer = () => {
    beatenAt.push(clock.now() - slot.getTime());
    if (fails(beatenAt.length)) throw new Error('the database is away');
    return [];
  };
  const { ctx } = createFakeContext(answer, { clock });
  const listed = replicas === 'none' ? [] : [{ region: 'eu-west-1' as const, sql: ctx.sql }];
  await beatHeart(Object.create(ctx, { replicas: { value: listed } }), slot);
  return beatenAt;
}

describe('the heartbeat', () => {
  it('is written twice a second until the next minute has begun', async () => {
    const beatenAt = await minute('some');
    const pauses = beatenAt.slice(1).map((at, i) => at - (beatenAt[i] ?? 0));
    expect(new Set(pauses)).toEqual(new Set([500]));
    expect(beatenAt.at(-1)).toBeGreaterThan(MINUTE_MS);
    expect(beatenAt.at(-1)).toBeLessThan(MINUTE_MS + 10_000);
  });

  it('goes on after a beat that failed', async () => {
    const beatenAt = await minute('some', (beat) => beat % 3 === 0);
    expect(beatenAt.length).toBeGreaterThan(120);
  });

  it('is not written where no replica is configured', async () => {
    expect(await minute('none')).toEqual([]);
  });
});
