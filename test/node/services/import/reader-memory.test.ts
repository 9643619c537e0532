import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { openReader } from '../../../../src/services/import/reader/open-reader.ts';
import { collect } from '../../../support/read-rows.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const HEAD = 'artist,title,lyrics\n';

it.each([
  ['an NDJSON line', '{"a":"', 'x'],
  ['a CSV cell in quotes', `${HEAD}1,2,"`, 'x'],
  ['a CSV cell of many lines', `${HEAD}1,2,"`, 'a line\n'],
  ['a CSV cell without quotes', `${HEAD}1,2,`, 'x'],
  ['a JSON element', '[{"a":"', 'x'],
])('the bytes of %s over the size limit are freed while it is read', async (_, opening, filler) => {
  const chunks: WeakRef<ArrayBufferLike>[] = [];
  let alive = Number.POSITIVE_INFINITY;
  async function* file() {
    yield Buffer.from(opening);
    for (let i = 0; i < 100; i++) {
      const chunk = Buffer.alloc(100_000, filler);
      chunks.push(new WeakRef(chunk.buffer));
      yield chunk;
    }
    await new Promise(setImmediate);
    collectGarbage();
    alive = chunks.filter((chunk) => chunk.deref() !== undefined).length;
  }
  const { rows } = await openReader(file(), { maxRowBytes: 1_000_000 });
  const lines = await collect(rows);
  expect(lines).toHaveLength(1);
  expect(alive).toBeLessThan(25);
});
