import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupHues,
  schemeByLine,
  shownSpans,
  spansByLine,
  toPieces,
} from '../../../src/web/song/rhyme-pieces.ts';

const member = (line: number, start: number, end: number, is_end: boolean) => ({
  line,
  start,
  end,
  is_end,
  word: 'word',
  confidence: 1,
});
const group = (letter: string, members: ReturnType<typeof member>[]) => ({ letter, sound: 'EY N', members });

// "rain on the train\nagain in the lane, son"
const GROUPS = [
  group('A', [member(0, 0, 4, false), member(0, 12, 17, true), member(1, 18, 23, false)]),
  group('B', [member(0, 5, 7, false), member(1, 38, 41, true)]),
  group('C', [member(0, 12, 17, true), member(1, 38, 41, true)]),
];

describe('spansByLine', () => {
  it('calls a span a line end only where another line ends on its rhyme', () => {
    const spans = spansByLine(GROUPS);
    expect(spans.get(0)?.map(({ group: index, isEnd }) => [index, isEnd])).toEqual([
      [0, false],
      [1, false],
      [0, false],
      [2, true],
    ]);
  });
});

describe('groupHues', () => {
  it('gives groups that bind lines the first colours', () => {
    expect(groupHues(GROUPS)).toEqual([1, 2, 0]);
  });
});

describe('shownSpans', () => {
  const spans = spansByLine(GROUPS).get(0) ?? [];

  it('shows what the view asks for', () => {
    expect(shownSpans(spans, 'off', null)).toEqual([]);
    expect(shownSpans(spans, 'ends', null).map((span) => span.group)).toEqual([2]);
    expect(shownSpans(spans, 'all', null)).toEqual(spans);
  });

  it('shows a chosen group alone, in any view', () => {
    expect(shownSpans(spans, 'off', 0).map((span) => span.start)).toEqual([0, 12]);
  });
});

describe('schemeByLine', () => {
  it('gives each line its letter', () => {
    const letters = schemeByLine([{ section: 0, scheme: 'AB-', lines: [3, 4, 6] }]);
    expect([...letters]).toEqual([
      [3, 'A'],
      [4, 'B'],
      [6, '-'],
    ]);
  });
});

describe('toPieces', () => {
  it('parts a line at its rhymes', () => {
    const line = { text: 'rain on the train', start: 100 };
    const spans = [
      { start: 100, end: 104, group: 0, isEnd: false },
      { start: 112, end: 117, group: 0, isEnd: true },
    ];
    expect(toPieces(line, spans)).toEqual([
      { text: 'rain', group: 0 },
      { text: ' on the ', group: null },
      { text: 'train', group: 0 },
    ]);
  });

  it('loses no character, whatever the spans', () => {
    const anySpan = fc
      .tuple(fc.nat(40), fc.integer({ min: -2, max: 12 }))
      .map(([start, length]) => ({ start, end: start + length, group: 0, isEnd: false }));
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.array(anySpan), (text, start, spans) => {
        const ordered = spans.toSorted((a, b) => a.start - b.start);
        const pieces = toPieces({ text, start }, ordered);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
