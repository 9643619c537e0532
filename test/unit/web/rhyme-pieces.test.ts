import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endSpan, groupSpans, lineEnds, toPieces } from '../../../src/web/song/rhyme-pieces.ts';

const member = (line: number, start: number, end: number) => ({
  line,
  start,
  end,
  is_end: false,
  is_aside: false,
  word: 'word',
  confidence: 1,
});
const LOOK = { hue: 0, letter: 'A', isEnd: false };
const GROUPS = [
  { letter: 'A', sound: 'EY N', members: [member(0, 12, 17), member(0, 0, 4), member(1, 18, 23)] },
  { letter: 'B', sound: 'AA N', members: [member(0, 5, 7), member(1, 38, 41)] },
];

describe('groupSpans', () => {
  it('gives each line its rhymes in order', () => {
    const spans = groupSpans(GROUPS, null);
    expect(spans.get(0)?.map(({ start, hue }) => [start, hue])).toEqual([
      [0, 0],
      [5, 1],
      [12, 0],
    ]);
  });

  it('keeps only one group', () => {
    expect([...groupSpans(GROUPS, 1).values()].flat().map((span) => span.start)).toEqual([5, 38]);
  });
});

it('a rhyme is told from others without colour by its letter and whether it ends a line', () => {
  const inside = member(0, 0, 4);
  const spans = groupSpans(
    [{ letter: 'C', sound: 'EY N', members: [inside, { ...inside, line: 1, is_end: true }] }],
    null,
  );
  expect(spans.get(0)).toMatchObject([{ letter: 'C', isEnd: false }]);
  expect(spans.get(1)).toMatchObject([{ letter: 'C', isEnd: true }]);
});

describe('lineEnds', () => {
  it('gives each rhyme of each section its own colour', () => {
    const ends = lineEnds({
      schemes: [
        { section: 0, scheme: 'AAB-', lines: [3, 4, 6, 7], language: 'en' },
        { section: 1, scheme: 'AA', lines: [9, 10], language: 'en' },
      ],
      groups: [],
    });
    expect([...ends]).toEqual([
      [3, { letter: 'A', hue: 0 }],
      [4, { letter: 'A', hue: 0 }],
      [6, { letter: 'B', hue: 1 }],
      [9, { letter: 'A', hue: 2 }],
      [10, { letter: 'A', hue: 2 }],
    ]);
  });

  it('gives a rhyme that comes again the colour it had', () => {
    const end = (line: number) => ({ ...member(line, 0, 4), is_end: true });
    const ends = lineEnds({
      schemes: [
        { section: 0, scheme: 'AA', lines: [0, 1], language: 'en' },
        { section: 1, scheme: 'AABB', lines: [3, 4, 5, 6], language: 'en' },
        { section: 2, scheme: 'AA', lines: [8, 9], language: 'en' },
      ],
      groups: [
        { letter: 'A', sound: 'EY N', members: [end(0), end(1), end(8), end(9)] },
        { letter: 'B', sound: 'AA N', members: [end(3), end(4)] },
        { letter: 'C', sound: 'IY', members: [end(5), end(6)] },
      ],
    });
    expect([0, 3, 5, 8, 9].map((line) => ends.get(line)?.hue)).toEqual([0, 1, 2, 0, 0]);
  });
});

describe('endSpan', () => {
  const endOf = (text: string) => {
    const [span] = endSpan({ text, start: 100 }, { letter: 'A', hue: 3 });
    return span && text.slice(span.start - 100, span.end - 100);
  };

  it('is the last word, without what follows it', () => {
    expect(endOf("keep it movin', movin' on.")).toBe('on');
    expect(endOf('did you see it? (Admit it!)')).toBe('it');
    expect(endOf('that’s what I don’t')).toBe('don’t');
  });

  it('is empty in a line without a word or a rhyme', () => {
    expect(endOf('…!')).toBeUndefined();
    expect(endSpan({ text: 'alone', start: 0 }, undefined)).toEqual([]);
  });
});

describe('toPieces', () => {
  it('splits a line at its rhymes', () => {
    const line = { text: 'rain on the train', start: 100 };
    const spans = [
      { start: 100, end: 104, ...LOOK },
      { start: 112, end: 117, ...LOOK },
    ];
    expect(toPieces(line, spans)).toEqual([
      { text: 'rain', rhyme: LOOK },
      { text: ' on the ', rhyme: null },
      { text: 'train', rhyme: LOOK },
    ]);
  });

  it('loses no character for any spans', () => {
    const anySpan = fc
      .tuple(fc.nat(40), fc.integer({ min: -2, max: 12 }))
      .map(([start, length]) => ({ start, end: start + length, ...LOOK }));
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.array(anySpan), (text, start, spans) => {
        const ordered = spans.toSorted((a, b) => a.start - b.start);
        const pieces = toPieces({ text, start }, ordered);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
