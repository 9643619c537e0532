import { beforeAll, describe, expect, it } from 'vitest';
import type { SentRequest } from '../../scripts/bench/request/read-wire.ts';
import { type RouteCase, routeCases } from '../../scripts/bench/request/route-cases.ts';
import { operations } from '../../scripts/openapi/operations.ts';
import { openExampleBarline } from '../support/example-barline.ts';
import { type MeasuredRequest, measureOutgoing } from '../support/measure-outgoing.ts';
import { REQUEST_PRICES } from '../support/request-prices.ts';
import { ADMIN, type TestBarline } from '../support/test-barline.ts';

let barline: TestBarline;
beforeAll(async () => {
  barline = await openExampleBarline();
}, 120_000);

const cases = routeCases(ADMIN);

/** Sent before the one that is measured: what an isolate and the caches then know is not asked for again. */
const EARLIER = 2;

async function measure(one: RouteCase, turn: number): Promise<MeasuredRequest> {
  const { path, init } = one.request(turn);
  return measureOutgoing(barline.vars, async () => {
    const response = await barline.request(path, init);
    expect(response.ok, `${path}: ${response.status}`).toBe(true);
    await response.text();
  });
}

const describeRequest = ({ service, path, body }: SentRequest): string =>
  `${service} ${path} ${body.slice(0, 120)}`;

describe('the price of a request', () => {
  it.each(cases.map((one) => [one.name, one] as const))('to %s is held', async (name, one) => {
    const earlier = one.once ? 0 : EARLIER;
    for (let turn = 0; turn < earlier; turn++) await measure(one, turn);
    const { outgoing, metrics, sent } = await measure(one, earlier);
    expect(outgoing, sent.map(describeRequest).join('\n')).toEqual(REQUEST_PRICES.get(name));
    expect(metrics, 'flushes of the counters').toBeLessThanOrEqual(1);
  });

  it('has a row for every operation and every variant, and no other', () => {
    const ids = operations.map(({ id }) => id);
    expect(cases.map(({ name }) => name).filter((name) => !name.includes(':'))).toEqual(ids);
    expect([...REQUEST_PRICES.keys()]).toEqual(cases.map(({ name }) => name));
  });
});
