import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  followWriting,
  NOTHING_WRITTEN,
  type Written,
  withLine,
} from '../../../../src/web/write/stream/writing-stream.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

interface Line {
  number: number;
  text: string;
}

type Told = Written<Line, { met: boolean }>;

const line = (number: number, text: string) => `event: line\ndata: ${JSON.stringify({ number, text })}\n\n`;
const REPORT = 'event: report\ndata: {"met":true}\n\n';
const DONE = 'event: done\ndata: {"seed":7}\n\n';

/** The last thing shown of an answer in such parts. */
async function follow(parts: readonly string[], kept: readonly Line[] = []): Promise<Told> {
  vi.stubGlobal(
    'fetch',
    async () => new Response(parts.join(''), { headers: { 'content-type': 'text/event-stream' } }),
  );
  const shown: Told[] = [];
  const start: Told = { ...NOTHING_WRITTEN, lines: kept };
  await followWriting<Line, { met: boolean }>(
    '/generate',
    { body: {}, signal: new AbortController().signal, start },
    (written) => shown.push(written),
  );
  expect(shown[0]).toMatchObject({ phase: 'writing', lines: kept });
  const last = shown.at(-1);
  if (last === undefined) throw new Error('nothing was shown');
  return last;
}

it('shows each line, the report, and the end', async () => {
  const written = await follow([line(1, 'one'), line(2, 'two'), REPORT, DONE]);
  expect(written).toMatchObject({ phase: 'done', seed: 7, report: { met: true }, error: null });
  expect(written.lines.map(({ text }) => text)).toEqual(['one', 'two']);
});

it('a later line of the same number replaces the former, and lines that are kept stay', () => {
  expect(withLine([{ number: 1, text: 'a' }], { number: 1, text: 'b' })).toEqual([{ number: 1, text: 'b' }]);
});

describe('what came is kept', () => {
  it('where the stream ends before its last event', async () => {
    const written = await follow([line(2, 'two')], [{ number: 1, text: 'kept' }]);
    expect(written).toMatchObject({ phase: 'failed', error: { title: 'The answer broke off' } });
    expect(written.lines.map(({ text }) => text)).toEqual(['kept', 'two']);
  });

  it('where the server cannot finish it', async () => {
    const failed = 'event: error\ndata: {"code":"INFEASIBLE","detail":"No third line was found."}\n\n';
    const written = await follow([line(1, 'one'), failed, line(2, 'never')]);
    expect(written).toMatchObject({ phase: 'failed', error: { detail: 'No third line was found.' } });
    expect(written.lines).toHaveLength(1);
  });
});

it('events of a newer server are passed over', async () => {
  expect(await follow([line(1, 'one'), 'event: mood\ndata: {}\n\n', DONE])).toMatchObject({ phase: 'done' });
});

it('the writer can stop it', async () => {
  const controller = new AbortController();
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
  const shown: Told[] = [];
  const following = followWriting<Line, { met: boolean }>(
    '/generate',
    { body: {}, signal: controller.signal, start: NOTHING_WRITTEN },
    (written) => shown.push(written),
  );
  controller.abort();
  await following;
  expect(shown.at(-1)).toMatchObject({ phase: 'stopped', error: null });
});
