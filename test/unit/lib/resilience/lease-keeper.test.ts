import { expect, it } from 'vitest';
import { createLeaseKeeper } from '../../../../src/lib/resilience/lease-keeper.ts';

/** A keeper that reports its renewals, and work that ends on demand. */
function open(longestMs = 60_000, renew: () => Promise<void> = async () => undefined) {
  const renewals: string[][] = [];
  let heard: () => void = () => undefined;
  const keeper = createLeaseKeeper<string>({
    everyMs: 5,
    longestMs,
    renew: async (leases) => {
      renewals.push([...leases]);
      heard();
      await renew();
    },
  });
  const nextRenewal = () => new Promise<void>((resolve) => (heard = resolve));
  return { keeper, renewals, nextRenewal };
}

function work() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { end, run: () => done };
}

it('renews all held leases together while they are held', async () => {
  const { keeper, renewals, nextRenewal } = open();
  const [one, two] = [work(), work()];
  const held = [keeper.hold('a', one.run), keeper.hold('b', two.run)];
  await nextRenewal();
  expect(renewals.at(-1)).toEqual(['a', 'b']);
  one.end();
  await held[0];
  await nextRenewal();
  expect(renewals.at(-1)).toEqual(['b']);
  two.end();
  await held[1];
  const before = renewals.length;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(renewals).toHaveLength(before);
});

it('continues after a failed renewal without affecting the work', async () => {
  const { keeper, nextRenewal } = open(60_000, () => Promise.reject(new Error('no database')));
  const { end, run } = work();
  const held = keeper.hold('a', async () => {
    await run();
    return 7;
  });
  await nextRenewal();
  await nextRenewal();
  end();
  expect(await held).toBe(7);
});

it('stops renewing the lease of work that hangs', async () => {
  const { keeper, renewals, nextRenewal } = open(40);
  const [hung, busy] = [work(), work()];
  const held = [keeper.hold('hung', hung.run)];
  await nextRenewal();
  await expect.poll(() => renewals.length).toBeGreaterThan(1);
  await new Promise((resolve) => setTimeout(resolve, 45));
  held.push(keeper.hold('busy', busy.run));
  await nextRenewal();
  expect(renewals.at(-1)).toEqual(['busy']);
  hung.end();
  busy.end();
  await Promise.all(held);
});
