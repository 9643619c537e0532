import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldText,
  jaroWinkler,
  similarity,
  splitArtists,
  wordOverlap,
} from '../../../src/sources/text-distance.ts';

describe('jaroWinkler', () => {
  it.each([
    ['martha', 'marhta', 0.961],
    ['dixon', 'dicksonx', 0.813],
    ['dwayne', 'duane', 0.84],
    ['abc', 'xyz', 0],
    ['', 'a', 0],
    ['', '', 1],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3);
  });
});

describe('foldText', () => {
  it.each([
    ['Runnin’ Out', 'runnin out'],
    ['A$AP', 'asap'],
    ['$5 Bill', '5 bill'],
    ['Beyoncé & Jay‐Z', 'beyonce and jay z'],
    ['Straße', 'strasse'],
    ['  ¡Olé!  ', 'ole'],
    ['Вlue Мoon', 'blue moon'],
    ['Куплет', 'куплет'],
    ['Ⅷ ﬁne', 'viii fine'],
  ])('changes %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
    );
  });
});

describe('splitArtists', () => {
  it.each([
    ['A & B', ['a', 'b']],
    ['A, B and C feat. D', ['a', 'b', 'c', 'd']],
    ['A x B', ['a', 'b']],
    ['Lil Nax', ['lil nax']],
    ['The Roof', ['roof']],
    ['', []],
  ])('splits %j', (line, names) => {
    expect(splitArtists(line)).toEqual(names);
  });
});

describe('similarity', () => {
  it('is symmetric, between 0 and 1, and 1 only for texts with the same letters', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '1'), maxLength: 12 }).map(foldText);
    fc.assert(
      fc.property(text, text, (a, b) => {
        const score = similarity(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(wordOverlap(a, b)).toBeCloseTo(wordOverlap(b, a), 10);
        if (score === 1) expect(a.replaceAll(' ', '')).toBe(b.replaceAll(' ', ''));
        if (a === b && a !== '') expect(score).toBe(1);
      }),
    );
  });

  it('distinguishes the parts of a series', () => {
    expect(similarity('ghost town part 1', 'ghost town part 2')).toBeLessThanOrEqual(0.6);
    expect(similarity('corner 1', 'corner 11')).toBeLessThanOrEqual(0.6);
  });
});
