import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import engine from '../../dist/engine-version.json' with { type: 'json' };
import lexicon from '../../dist/lexicon.bin';
import { NOTHING, type SentRequest } from '../../scripts/bench/request/read-wire.ts';
import { type RouteCase, routeCases } from '../../scripts/bench/request/route-cases.ts';
import { operations } from '../../scripts/openapi/operations.ts';
import { createContainer } from '../../src/container.ts';
import { createApp } from '../../src/http/app.ts';
import { openExampleBarline } from '../support/example-barline.ts';
import { type MeasuredRequest, measureOutgoing } from '../support/measure-outgoing.ts';
import { REQUEST_PRICES } from '../support/request-prices.ts';
import { ADMIN, type TestBarline } from '../support/test-barline.ts';

let barline: TestBarline;
beforeAll(async () => {
  barline = await openExampleBarline();
}, 120_000);

const cases = routeCases(ADMIN);
const REQUESTS = 40;

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

/** A verse takes a minute of a machine that has much else to do; the time is not what is held. */
const TIMEOUT_MS = 120_000;

describe('the price of a request', { timeout: TIMEOUT_MS }, () => {
  it.each(cases.map((one) => [one.name, one] as const))('to %s is held', async (name, one) => {
    const earlier = one.once ? 0 : EARLIER;
    for (let turn = 0; turn < earlier; turn++) await measure(one, turn);
    const { outgoing, sent } = await measure(one, earlier);
    expect(outgoing, sent.map(describeRequest).join('\n')).toEqual(REQUEST_PRICES.get(name));
  });

  it('has no part in sending the counters, which an isolate does once a second at most', async () => {
    // With the pace of a deployed Worker: the Worker of the other tests sends at once.
    const app = createApp({ openContext: createContainer({ lexicon, engineVersion: engine.version }) });
    const exec = createExecutionContext();
    const started = performance.now();
    const { outgoing, metrics } = await measureOutgoing(barline.vars, async () => {
      for (let i = 0; i < REQUESTS; i++) {
        const response = await app.fetch(new Request('https://barline.test/health/live'), barline.env, exec);
        await response.text();
      }
      await waitOnExecutionContext(exec);
    });
    expect(outgoing).toEqual(NOTHING);
    expect(metrics).toBeGreaterThan(0);
    expect(metrics).toBeLessThanOrEqual(Math.ceil((performance.now() - started) / 1000));
  });

  it('has a row for every operation and every variant, and no other', () => {
    const ids = operations.map(({ id }) => id);
    const names = cases.map(({ name }) => name);
    expect(new Set(names.filter((name) => !name.includes(':')))).toEqual(new Set(ids));
    expect(new Set(REQUEST_PRICES.keys())).toEqual(new Set(names));
  });
});
