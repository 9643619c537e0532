import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canPad,
  gzipMember,
  MIN_PADDING_BYTES,
  padding,
  readMembers,
} from '../../../src/lib/gzip-members.ts';

const join = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(parts.reduce((bytes, part) => bytes + part.length, 0));
  parts.reduce((at, part) => {
    joined.set(part, at);
    return at + part.length;
  }, 0);
  return joined;
};

describe('padding', () => {
  it('is exactly as long as asked, and holds nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: MIN_PADDING_BYTES, max: 300_000 }), (bytes) => {
        const filled = padding(bytes);
        expect(filled.length).toBe(bytes);
        expect([...readMembers(filled)]).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it.each([0, MIN_PADDING_BYTES, 65_557, 65_558, 65_590, 65_591])('fills %i bytes', (bytes) => {
    expect(padding(bytes).length).toBe(bytes);
  });

  it('is not made where no member fits', () => {
    expect([1, MIN_PADDING_BYTES - 1].map(canPad)).toEqual([false, false]);
    expect(() => padding(MIN_PADDING_BYTES - 1)).toThrow(RangeError);
  });
});

describe('a file of members', () => {
  const texts = ['one\n', '', 'two\n'.repeat(10_000)].map((text) => new TextEncoder().encode(text));

  it('is read back member by member', () => {
    const file = join([...texts.map(gzipMember), padding(1000)]);
    expect([...readMembers(file)]).toEqual([texts[0], texts[2]]);
  });

  it('is read by whatever reads gzip', async () => {
    const file = join([padding(100), gzipMember(texts[0] ?? new Uint8Array())]);
    const members = [file.subarray(0, 100), file.subarray(100)].map((member) => {
      const stream = new Blob([member]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Response(stream).text();
    });
    expect(await Promise.all(members)).toEqual(['', 'one\n']);
  });

  it('with one flipped bit in what is held, or cut off, is refused', () => {
    const member = gzipMember(texts[2] ?? new Uint8Array());
    for (let at = 0; at < member.length; at++) {
      // The fields for time and system, and the first bits of padding, tell nothing.
      const damaged = Uint8Array.from(member);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(() => [...readMembers(damaged)], `byte ${at}`).toThrow(TypeError);
      expect(() => [...readMembers(member.subarray(0, Math.max(1, at)))]).toThrow(TypeError);
    }
  });
});
