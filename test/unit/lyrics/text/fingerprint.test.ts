import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  estimateJaccard,
  fingerprint,
  lyricsJaccard,
  NEAR_DUPLICATE_JACCARD,
} from '../../../../src/lyrics/text/fingerprint.ts';

const words = 'kettle copper harbour lantern river stone winter engine paper window corner signal'.split(' ');
const song = (seed: number, length = 220) =>
  Array.from(
    { length },
    (_, at) => words[(at * at * 7 + at * seed * 3 + Math.floor(at / 5) * seed) % words.length],
  ).join(' ');

describe('fingerprint', () => {
  it('has 64 and 16 int32 values and is deterministic', () => {
    const first = fingerprint(song(1));
    expect(first).toEqual(fingerprint(song(1)));
    expect(first.sketch).toHaveLength(64);
    expect(first.bands).toHaveLength(16);
    for (const value of [...first.sketch, ...first.bands]) expect(value).toBe(value | 0);
  });

  it('ignores headers, quotes, case and layout', () => {
    const plain = fingerprint("I ain't going home\nto the harbour");
    expect(fingerprint('[Verse 1]\nI AIN’T going home to\n\nthe harbour!')).toEqual(plain);
  });

  it('matches an edited version and not another song', () => {
    const original = song(1);
    const edited = original
      .split(' ')
      .map((word, at) => (at % 40 === 7 ? 'bleep' : word))
      .join(' ');
    const a = fingerprint(original);
    const b = fingerprint(edited);
    expect(estimateJaccard(a.sketch, b.sketch)).toBeGreaterThanOrEqual(NEAR_DUPLICATE_JACCARD);
    expect(a.bands.some((key) => b.bands.includes(key))).toBe(true);
    const other = fingerprint(Array.from({ length: 220 }, (_, at) => `word${at}`).join(' '));
    expect(estimateJaccard(a.sketch, other.sketch)).toBeLessThan(0.1);
  });

  it('estimates the exact similarity within its error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (shared) => {
        const unique = (tag: string, from: number) =>
          Array.from({ length: 200 - from }, (_, at) => `${tag}${at}`);
        const common = Array.from({ length: shared }, (_, at) => `both${at}`);
        const a = [...common, ...unique('a', shared)].join(' ');
        const b = [...common, ...unique('b', shared)].join(' ');
        const estimate = estimateJaccard(fingerprint(a).sketch, fingerprint(b).sketch);
        expect(Math.abs(estimate - lyricsJaccard(a, b))).toBeLessThan(0.25);
      }),
      { numRuns: 60 },
    );
  });

  it('is empty for a text without words', () => {
    expect(fingerprint('… !!!')).toEqual({ sketch: [], bands: [] });
    expect(estimateJaccard([], [])).toBe(0);
    expect(lyricsJaccard('', '')).toBe(0);
  });
});
