import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deflateJson, inflateJson } from '../../../src/lib/deflated-json.ts';
import { fromBytes, toBytes } from '../../../src/redis/kept-value.ts';
import { readBulk } from '../../../src/redis/read-bulk.ts';

it('a kept value is the same after serialisation, wherever it stands in memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), fc.nat(9), async (note, value, offset) => {
      const text = JSON.stringify(value);
      const bytes = toBytes(note, await deflateJson(text));
      const moved = new Uint8Array(offset + bytes.length);
      moved.set(bytes, offset);
      const kept = fromBytes(moved.subarray(offset));
      expect(kept.note).toEqual(JSON.parse(JSON.stringify(note)));
      expect(kept.json).toEqual(await deflateJson(text));
      expect(new TextDecoder().decode(inflateJson(kept.json))).toBe(text);
    }),
  );
});

it('a kept value of which any byte changed, or that was cut anywhere, is refused', async () => {
  const bytes = toBytes({ id: 7 }, await deflateJson('{"some":"text"}'));
  for (let at = 0; at < bytes.length; at++) {
    expect(() => fromBytes(bytes.with(at, (bytes[at] ?? 0) ^ 1)), `byte ${at}`).toThrow();
    expect(() => fromBytes(bytes.subarray(0, at)), `cut at ${at}`).toThrow();
  }
});

const reply = (text: string) => new TextEncoder().encode(text);

it('reads bulk strings, nulls and statuses of Redis', () => {
  expect(readBulk(reply('$3\r\na\r\n\r\n'))).toEqual(reply('a\r\n'));
  expect(readBulk(reply('$0\r\n\r\n'))).toEqual(new Uint8Array(0));
  expect(readBulk(reply('$-1\r\n'))).toBeNull();
  expect(readBulk(reply('+OK\r\n'))).toBeNull();
});

it.each([
  '',
  '$',
  '\r\n',
  '$3\r\nab\r\n',
  '$3\r\nabcd\r\n',
  '$1e1\r\n0123456789\r\n',
  '$-2\r\n',
  ':1\r\n',
  '-ERR no\r\n',
  '*1\r\n$1\r\na\r\n',
  '$3\nabc\n',
  '{"result":"abc"}',
])('refuses the reply %j', (text) => {
  expect(() => readBulk(reply(text))).toThrow(TypeError);
});
