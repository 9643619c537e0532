import { afterEach, describe, expect, it } from 'vitest';
import { type Meters, startMeters } from '../../../scripts/bench/request/meters.ts';
import { NOTHING } from '../../../scripts/bench/request/read-wire.ts';
import { type HttpServer, sendText, startHttpServer } from '../../../scripts/local/http-server.ts';

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

/** A service that answers with what it was sent, after `delayMs`. */
async function startEcho(delayMs = 0): Promise<HttpServer> {
  const server = await startHttpServer({ name: 'echo' }, async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    sendText(response, 207, `${request.method} ${request.url} ${request.headers.authorization} ${body}`);
  });
  running.push(server);
  return server;
}

async function meter(vars: Record<string, string>): Promise<Meters> {
  const meters = await startMeters(vars);
  running.unshift(meters);
  return meters;
}

const post = (url: string, body: string) =>
  fetch(url, { method: 'POST', body, headers: { authorization: 'Bearer one' } });

describe('a meter before a service', () => {
  it('passes requests and answers on as they are', async () => {
    const echo = await startEcho();
    const { vars } = await meter({ LLM_BASE_URL: `${echo.url}/v1`, LLM_MODEL: 'a-model' });
    expect(Object.keys(vars)).toEqual(['LLM_BASE_URL']);
    const answer = await post(`${vars.LLM_BASE_URL}/chat?x=1`, 'words');
    expect(answer.status).toBe(207);
    expect(await answer.text()).toBe('POST /v1/chat?x=1 Bearer one words');
  });

  it('counts what passes by service, and starts again when it is read', async () => {
    const echo = await startEcho();
    const meters = await meter({
      DATABASE_URL: 'postgresql://user:word@127.0.0.1/db',
      DATABASE_FETCH_ENDPOINT: `${echo.url}/sql`,
      UPSTASH_REDIS_REST_URL: echo.url,
      EMBEDDINGS_BASE_URL: `${echo.url}/v1`,
    });
    const { DATABASE_FETCH_ENDPOINT: sql = '', UPSTASH_REDIS_REST_URL: redis = '' } = meters.vars;
    await post(sql, JSON.stringify({ queries: [{ query: 'select 1' }, { query: 'select 2' }] }));
    await post(
      `${redis}/pipeline`,
      JSON.stringify([
        ['get', 'a'],
        ['get', 'b'],
        ['get', 'c'],
      ]),
    );
    await post(`${redis}/pipeline`, JSON.stringify([['hincrby', 'bl:v1:metrics', 'a', 1]]));
    await post(`${meters.vars.EMBEDDINGS_BASE_URL}/embeddings`, '{}');
    await meters.quiet();
    const { outgoing, metrics } = meters.take();
    expect(outgoing).toEqual({
      postgres_round_trips: 1,
      statements: 2,
      redis_round_trips: 1,
      redis_commands: 3,
      other_fetches: 1,
    });
    expect(metrics).toEqual({ flushes: 1, commands: 1 });
    expect(meters.take().outgoing).toEqual(NOTHING);
  });

  it('waits for what is still on its way', async () => {
    const echo = await startEcho(300);
    const meters = await meter({ DATABASE_FETCH_ENDPOINT: `${echo.url}/sql` });
    const asked = post(meters.vars.DATABASE_FETCH_ENDPOINT ?? '', JSON.stringify({ query: 'select 1' }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await meters.quiet();
    expect(meters.take().postgresMs).toBeGreaterThanOrEqual(290);
    await asked;
  });
});
