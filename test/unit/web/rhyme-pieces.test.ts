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
      [3, { letter: 'A', hue: 0, word: null }],
      [4, { letter: 'A', hue: 0, word: null }],
      [6, { letter: 'B', hue: 1, word: null }],
      [9, { letter: 'A', hue: 2, word: null }],
      [10, { letter: 'A', hue: 2, word: null }],
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
  const end = { ...member(0, 22, 27), is_end: true };
  const ends = lineEnds({
    schemes: [{ section: 0, scheme: 'AA', lines: [0, 1], language: 'en' }],
    groups: [{ letter: 'A', sound: 'IY P', members: [end, { ...end, line: 2, start: 60, end: 65 }] }],
  });

  it('is the word that the analysis names, before any aside', () => {
    // They only move when I creep (grrah)
    expect(endSpan(ends.get(0))).toEqual([{ start: 22, end: 27, hue: 0, letter: null, isEnd: true }]);
  });

  it('is empty where no word is named or no rhyme is', () => {
    expect(ends.get(1)).toMatchObject({ letter: 'A', word: null });
    expect(endSpan(ends.get(1))).toEqual([]);
    expect(endSpan(undefined)).toEqual([]);
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
      { text: 'rain', rhyme: LOOK, isAside: false },
      { text: ' on the ', rhyme: null, isAside: false },
      { text: 'train', rhyme: LOOK, isAside: false },
    ]);
  });

  it('marks asides, with the rhymes in them', () => {
    const line = { text: 'when I creep (too deep) slow', start: 100 };
    const spans = [
      { start: 107, end: 112, ...LOOK },
      { start: 118, end: 122, ...LOOK },
    ];
    expect(toPieces(line, spans, [{ start: 113, end: 123 }])).toEqual([
      { text: 'when I ', rhyme: null, isAside: false },
      { text: 'creep', rhyme: LOOK, isAside: false },
      { text: ' ', rhyme: null, isAside: false },
      { text: '(too ', rhyme: null, isAside: true },
      { text: 'deep', rhyme: LOOK, isAside: true },
      { text: ')', rhyme: null, isAside: true },
      { text: ' slow', rhyme: null, isAside: false },
    ]);
  });

  it('loses no character for any spans', () => {
    const anySpan = fc
      .tuple(fc.nat(40), fc.integer({ min: -2, max: 12 }))
      .map(([start, length]) => ({ start, end: start + length, ...LOOK }));
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(20),
        fc.array(anySpan),
        fc.array(anySpan),
        (text, start, spans, asides) => {
          const ordered = spans.toSorted((a, b) => a.start - b.start);
          const pieces = toPieces({ text, start }, ordered, asides);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        },
      ),
    );
  });
});
