import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeFlow } from '../../../../src/lyrics/flow/analyze-flow.ts';
import { analyzeRhyme } from '../../../../src/lyrics/rhyme/analyze-rhyme.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import { MARK_KINDS, type VerseMarks } from '../../../../src/web/engine/messages.ts';
import { TextReader } from '../../../../src/web/engine/read-text.ts';
import { lexicon } from '../../../support/lexicon.ts';

const VERSE = `[Verse 1]
I keep a ledger of the weather and a letter from my mother
Every summer in the gutter had a number and a colour (what a colour)
They said the penmanship is medicine, the rhythm is adrenaline
I let it in, I settle in, the devil is a gentleman`;

const marksOf = (text: string): VerseMarks => new TextReader(lexicon).mark(text);
const wordsOf = (text: string, { start, end }: VerseMarks): string[] =>
  Array.from(start, (from, word) => text.slice(from, end[word]));
const lettersOf = (text: string) => [...marksOf(text).letters];

describe('the marks of a verse', () => {
  it('are the words, letters and syllables of the whole analysis', () => {
    const marks = marksOf(VERSE);
    const sections = parseSections(VERSE);
    const { groups, schemes } = analyzeRhyme(VERSE, sections, lexicon);
    const wanted = groups.flatMap(({ members }, group) =>
      members.map(({ start, end, is_aside: isAside }) => [start, end, group, Number(isAside)]),
    );
    const found = Array.from(marks.start, (start, word) => [
      start,
      marks.end[word],
      marks.group[word],
      marks.isAside[word],
    ]);
    expect(found).toEqual(wanted.toSorted(([a = 0], [b = 0]) => a - b));
    const { lines } = analyzeFlow(VERSE, sections, lexicon);
    expect([...marks.syllables]).toEqual([-1, ...lines.map(({ syllables }) => syllables)]);
    expect(marks.letters).toBe(`-${schemes[0]?.scheme}`);
    expect(marks.facts.schemes).toEqual(schemes.map(({ scheme }) => scheme));
  });

  it('tell rhymes over several syllables from others, also behind the longest hundred', () => {
    const pairs = [
      ['adrenaline', 'a gentleman'],
      ['the medicine', 'a specimen'],
    ];
    const text = Array.from({ length: 140 }, (_, i) => `so here is ${pairs[i % 2]?.[(i >> 1) % 2]}`).join(
      '\n',
    );
    const marks = marksOf(text);
    const last = marks.kind.at(-1) ?? 0;
    expect(MARK_KINDS[last]).toBe('multi');
    expect(wordsOf(text, marks).at(-1)).toMatch(/specimen|medicine/);
  });

  it('point into the text as it was sent', () => {
    const text = 'a cafe\u0301 in the light\nburning bright';
    expect(wordsOf(text, marksOf(text))).toEqual(expect.arrayContaining(['light', 'bright']));
    expect(lettersOf(text)).toEqual(['A', 'A']);
  });

  it.each(['\u2028', '\u2029', '\u0085', '\v', '\f'])(
    'stand beside their own lines behind %j, which ends no line of a text area',
    (end) => {
      expect(lettersOf(`under the light${end}and so on\nnothing\nburning bright`)).toHaveLength(3);
      expect(lettersOf(`and so${end}on\nunder the light\nburning bright`)).toEqual(['-', 'A', 'A']);
    },
  );
});

const LINES = [
  'I count the lamps along the lane',
  'and nobody remembers rain',
  'a ledger of the weather (weather)',
  'the letter from my mother said',
  'corazón de la canción',
  '[Chorus]',
  'six hundred 66 and A.B.C.',
  '😀 yeah, yeah',
  '',
];
const anyEdit = fc.record({
  at: fc.nat(8),
  drop: fc.nat(2),
  add: fc.array(fc.constantFrom(...LINES), { maxLength: 2 }),
});

it('a text that was changed step by step is heard as if it were new', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (edits) => {
      const reader = new TextReader(lexicon);
      const lines = LINES.slice(0, 5);
      for (const { at, drop, add } of edits) {
        lines.splice(at, drop, ...add);
        const text = lines.join('\n');
        expect(reader.mark(text)).toEqual(marksOf(text));
      }
    }),
    { numRuns: 30 },
  );
});
