import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchAnswer } from '../../../src/db/fetch-answer.ts';

const MEGABYTE = new Uint8Array(1_000_000).fill(0x20);

/** Answers the next request; `megabytes` of blanks before the text. */
function answerWith(text: string, { status = 200, megabytes = 0 } = {}): { sent: () => number } {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1;
      if (sent <= megabytes) return controller.enqueue(MEGABYTE);
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
  return { sent: () => sent };
}

const ask = () => fetchAnswer('http://database.invalid/sql', { signal: AbortSignal.timeout(10_000) });

describe('an answer of the database', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(['{"rows":[],"fields":[]}', '{"results":[]}'])('is read whole: %s', async (text) => {
    answerWith(text);
    const answer = await ask();
    expect([answer.ok, await answer.json(), await answer.text()]).toEqual([true, JSON.parse(text), text]);
  });

  it('with an error of Postgres is given to the driver, with another error its text', async () => {
    answerWith('{"message":"no","code":"42601"}', { status: 400 });
    expect(await (await ask()).json()).toMatchObject({ code: '42601' });
    answerWith('busy', { status: 502 });
    const { ok, status, text } = await ask();
    expect([ok, status, await text()]).toEqual([false, 502, 'busy']);
  });

  it.each(['', '{"rows":[', '<html>', 'null', '{}', '[]'])(
    'that is not one of Neon throws: %s',
    async (text) => {
      answerWith(text);
      await expect(ask()).rejects.toThrow();
    },
  );

  it('beyond 32 MB throws, and the rest is not read', async () => {
    const { sent } = answerWith('{"rows":[]}', { megabytes: 60 });
    await expect(ask()).rejects.toThrow('too large');
    expect(sent()).toBeLessThan(40);
  });
});
