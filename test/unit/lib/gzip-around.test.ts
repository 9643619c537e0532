import { Buffer } from 'node:buffer';
import { crc32, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflateJson, inflateJson } from '../../../src/lib/deflated-json.ts';
import { gzipAround, joinChecksums } from '../../../src/lib/gzip-around.ts';

const text = fc.string({ unit: 'binary', maxLength: 200 }).map((value) => value.toWellFormed());
const json = fc.jsonValue().map((value) => JSON.stringify(value));

describe('a gzip stream around deflated JSON', () => {
  it('is the text between the other two', async () => {
    await fc.assert(
      fc.asyncProperty(text, json, text, async (before, middle, after) => {
        const stream = gzipAround(before, await deflateJson(middle), after);
        expect(gunzipSync(stream).toString()).toBe(before + middle + after);
      }),
      { examples: [['', '""', '']] },
    );
  });

  it('is read by the decoder of the platform', async () => {
    const rows = JSON.stringify(Array.from({ length: 2000 }, (_, i) => ({ line: i, word: `wörd ${i % 7}` })));
    const stream = gzipAround('{"rows":', await deflateJson(rows), ',"cached":true}');
    const plain = new Blob([stream]).stream().pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(plain).text()).toBe(`{"rows":${rows},"cached":true}`);
    expect(stream.length).toBeLessThan(rows.length / 5);
  });

  it('fails to decode if a byte of the deflated text changed', async () => {
    const kept = await deflateJson(JSON.stringify({ word: 'a text that is long enough to change' }));
    for (let at = 0; at < kept.blocks.length; at++) {
      const blocks = kept.blocks.slice();
      blocks[at] = (blocks[at] ?? 0) ^ 16;
      expect(() => gunzipSync(gzipAround('<', { ...kept, blocks }, '>')), `byte ${at}`).toThrow();
    }
  });

  it('refuses texts around it that do not fit one stored block', async () => {
    const kept = await deflateJson('1');
    expect(gunzipSync(gzipAround('x'.repeat(65_535), kept, ''))).toHaveLength(65_536);
    expect(() => gzipAround('x'.repeat(65_536), kept, '')).toThrow(RangeError);
  });
});

describe('deflated JSON', () => {
  it('is the text again, with its length and CRC', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const kept = await deflateJson(value);
        expect(Buffer.from(inflateJson(kept)).toString()).toBe(value);
        expect(kept).toMatchObject({ length: Buffer.byteLength(value), crc: crc32(value) });
      }),
    );
  });

  it('of another length or CRC is refused', async () => {
    const kept = await deflateJson('{"some":"text"}');
    for (const length of [0, 1, 14, 16]) expect(() => inflateJson({ ...kept, length })).toThrow();
    expect(() => inflateJson({ ...kept, crc: kept.crc ^ 1 })).toThrow();
  });

  it('has a tag that tells texts apart', async () => {
    const tags = await Promise.all(
      ['1', '2', '[1]', '[1 ]'].map(async (value) => (await deflateJson(value)).tag),
    );
    expect(new Set(tags).size).toBe(4);
    expect((await deflateJson('1')).tag).toBe(tags[0]);
  });
});

it('checksums of two texts are joined to that of both', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.uint8Array({ maxLength: 3000 }), (a, b) => {
      expect(joinChecksums(crc32(a), crc32(b), b.length)).toBe(crc32(Buffer.concat([a, b])));
    }),
  );
});
