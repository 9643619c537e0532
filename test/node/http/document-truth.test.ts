import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../scripts/bench/fuzz/api-document.ts';
import { breakRequest } from '../../../scripts/bench/fuzz/break-request.ts';
import { curlOf, type Draft, wireOf } from '../../../scripts/bench/fuzz/draft.ts';
import { Draw } from '../../../scripts/bench/fuzz/draw.ts';
import { Expectation } from '../../../scripts/bench/fuzz/expectation.ts';
import { KnownValues } from '../../../scripts/bench/fuzz/known-values.ts';
import { exampleDraft, makeDraft } from '../../../scripts/bench/fuzz/make-draft.ts';
import { ValueMaker } from '../../../scripts/bench/fuzz/make-value.ts';
import { structuralFaults } from '../../../scripts/bench/fuzz/structural-faults.ts';
import { sweep } from '../../../scripts/bench/fuzz/sweep.ts';
import { document } from '../../../scripts/openapi/operations.ts';
import type { Config } from '../../../src/config.ts';
import { createApp } from '../../../src/http/app.ts';
import { createFakeContext } from '../../support/fake-context.ts';

/** Requests of each operation, half of them broken. */
const DRAWS = 20;

const api = readDocument(document);
const known = new KnownValues();
const expectation = new Expectation(api.schemas, known);
const actor = { name: 'ADMIN_TOKEN', authorization: null, scopes: new Set<string>() };

let ask: (draft: Draft) => Promise<Response>;
beforeAll(() => {
  const config = { publicLyrics: true, adminToken: null, database: null } as unknown as Config;
  const { ctx } = createFakeContext(
    () => {
      throw new Error('Nothing is stored.');
    },
    { config, actor: { type: 'operator' }, requestId: 'req_test', chatModels: [] },
  );
  const app = createApp({ openContext: () => ctx });
  const exec = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} };
  ask = async (draft) => {
    const { target, method, headers, body } = wireOf(draft);
    const withBody =
      body === null || method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) };
    return await app.request(target, { method, headers, ...withBody }, {}, exec);
  };
});

type Operation = (typeof api.operations)[number];

/** The nth request of an operation, the odd ones broken. */
function drawRequest(operation: Operation, seed: number): Draft {
  const draw = new Draw(seed);
  const draft = makeDraft({ draw, known, values: new ValueMaker(draw, known, api) }, operation, actor);
  if (seed % 2 === 1) breakRequest(draft, { draw, known });
  return draft;
}

/** The example of an operation at each border of its schemas. */
function atBorders(operation: Operation): Draft[] {
  const draw = new Draw(1);
  return sweep(
    exampleDraft({ draw, known, values: new ValueMaker(draw, known, api) }, operation, actor),
    api,
  );
}

const REFUSED = new Set([400, 413, 415, 422]);
const all = api.operations.map((operation) => [operation.id, operation] as const);

describe('whatever the document says of a request is what the API says of it', () => {
  it.each(all)('%s', async (_, operation) => {
    const failures: string[] = [];
    const drawn = Array.from({ length: DRAWS }, (_, seed) => drawRequest(operation, seed));
    for (const draft of [...atBorders(operation), ...drawn]) {
      const validity = expectation.of(operation, wireOf(draft));
      if (validity === 'unclear') continue;
      const response = await ask(draft);
      // A stream fails with the work behind it, which the request has then reached.
      const body = Buffer.from(await response.arrayBuffer().catch(() => new ArrayBuffer(0)));
      const faults = structuralFaults(body);
      const line = `${curlOf('', draft).slice(0, 400)}: ${response.status} ${faults.join(', ')}`;
      if (validity === 'invalid' && !REFUSED.has(response.status)) failures.push(`let in: ${line}`);
      if (validity === 'valid' && faults.length > 0) failures.push(`refused: ${line}`);
    }
    expect(failures).toEqual([]);
  });
});
