import { afterEach, describe, expect, it } from 'vitest';
import { type HttpServer, sendJson, startHttpServer } from '../../../../scripts/local/http-server.ts';
import { systemClock } from '../../../../src/lib/clock.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import { SOUND_REPLY, VERSE } from '../../../support/judged-verse.ts';
import { openModelWorld } from '../../../support/model-world.ts';

type Body = Record<string, unknown>;
/** The server's refusal of a body; null: it accepts the body. */
type Taste = (body: Body) => { message: string; param?: string; code?: string } | null;

let server: HttpServer | null = null;
afterEach(() => server?.close());

/** A server that refuses some parameters. */
async function startServer(taste: Taste) {
  const bodies: Body[] = [];
  server = await startHttpServer({ port: 0, name: 'a particular server' }, async (incoming, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Body;
    bodies.push(body);
    const fault = taste(body);
    // The wording of OpenAI or of vLLM.
    if (fault?.code === 'BadRequestError') sendJson(response, 400, { object: 'error', ...fault });
    else if (fault !== null) sendJson(response, 400, { error: { type: 'invalid_request_error', ...fault } });
    else {
      const message = { content: JSON.stringify(SOUND_REPLY) };
      sendJson(response, 200, { choices: [{ message, finish_reason: 'stop' }] });
    }
  });
  return { bodies, endpoint: { baseUrl: `${server.url}/v1`, apiKey: 'k', model: 'particular' } };
}

const has = (field: string) => (body: Body) => field in body;

const TASTES: [string, Taste, string[]][] = [
  [
    'names nothing',
    (body) => ('response_format' in body ? { message: 'unknown field' } : null),
    ['response_format', 'chat_template_kwargs'],
  ],
  [
    'names the schema',
    (body) =>
      'response_format' in body
        ? { message: 'json_schema is not supported by this model', param: 'response_format' }
        : null,
    ['response_format'],
  ],
  [
    'names the schema in an error that nothing wraps',
    (body) =>
      'response_format' in body ? { message: 'json_schema is not supported', code: 'BadRequestError' } : null,
    ['response_format'],
  ],
  [
    'names the temperature',
    (body) =>
      'temperature' in body
        ? { message: "Unsupported value: 'temperature' does not support 0.1 with this model." }
        : null,
    ['temperature'],
  ],
  [
    'names max_tokens',
    (body) =>
      'max_tokens' in body
        ? { message: "'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead." }
        : null,
    ['max_tokens'],
  ],
];

describe.each(TASTES)('a server that rejects a parameter and %s', (_, taste, left) => {
  it('gets the request again without it, in a slot of its own if it asks less, and does not get it for an hour', async () => {
    const { bodies, endpoint } = await startServer(taste);
    const world = openModelWorld([endpoint]);
    const started = world.ctx.clock.now();
    expect((await world.analyze(VERSE)).provenance.degraded).toBe(false);
    const fields = ['response_format', 'chat_template_kwargs', 'temperature', 'max_tokens'];
    expect(bodies.map((body) => fields.filter((field) => !has(field)(body)))).toEqual([
      [],
      fields.filter((field) => left.includes(field)),
    ]);
    const slots = Number(await world.ctx.state.get('budget:llm:slots'));
    // The same request with another name for one field is sent within the same slot.
    const taken = left.includes('max_tokens') ? 1 : 2;
    expect(slots - started).toBeGreaterThanOrEqual(taken * Math.ceil(60_000 / 45));
    expect((await world.analyze(VERSE)).provenance.degraded).toBe(false);
    expect(bodies).toHaveLength(3);
    world.advance(3600_000);
    await world.analyze(VERSE);
    expect(bodies).toHaveLength(5);
  });
});

it('max_tokens is sent under its newer name when the old one is rejected', async () => {
  const { bodies, endpoint } = await startServer(TASTES.at(-1)?.[1] ?? (() => null));
  await openModelWorld([endpoint]).analyze(VERSE);
  expect(bodies.at(-1)).toMatchObject({ max_completion_tokens: 2000 });
});

it('several parameters are left out one after the other', async () => {
  const tastes = TASTES.filter((_, i) => i !== 0 && i !== 2).map(([, taste]) => taste);
  const { bodies, endpoint } = await startServer(
    (body) => tastes.map((taste) => taste(body)).find(Boolean) ?? null,
  );
  expect((await openModelWorld([endpoint]).analyze(VERSE)).provenance.degraded).toBe(false);
  expect(bodies).toHaveLength(4);
});

it('a parameter that one model rejects is still sent to others, and all isolates know it', async () => {
  const taste: Taste = (body) =>
    body.model === 'particular' && 'response_format' in body ? { message: 'json_schema unknown' } : null;
  const { bodies, endpoint } = await startServer(taste);
  const state = createLocalState(systemClock);
  const isolate = (model = endpoint.model) =>
    openModelWorld([{ ...endpoint, model }], { state, clock: systemClock });
  await isolate().analyze(VERSE);
  await isolate().analyze(VERSE);
  await isolate('another').analyze(VERSE);
  expect(bodies.map(has('response_format'))).toEqual([true, false, false, true]);
});

it('an invalid request is rejected without leaving out a parameter', async () => {
  const { bodies, endpoint } = await startServer(() => ({ message: 'no' }));
  const world = openModelWorld([endpoint]);
  for (const calls of [2, 4]) {
    expect((await world.analyze(VERSE)).provenance.reason).toBe('upstream_rejected');
    expect(bodies).toHaveLength(calls);
    expect(bodies.at(-2)).toHaveProperty('response_format');
  }
});

it('a prompt that is too long does not remove max_tokens', async () => {
  const message = "This model's maximum context length is 4096 tokens; max_tokens is 2000.";
  const { bodies, endpoint } = await startServer(() => ({ message, code: 'context_length_exceeded' }));
  expect((await openModelWorld([endpoint]).analyze(VERSE)).provenance.reason).toBe('upstream_rejected');
  expect(bodies).toHaveLength(1);
});
