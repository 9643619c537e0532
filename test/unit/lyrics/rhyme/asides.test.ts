import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeRhyme } from '../../../../src/lyrics/rhyme/analyze-rhyme.ts';
import { RhymeReportSchema } from '../../../../src/lyrics/rhyme/contract.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import { lexicon } from '../../../support/lexicon.ts';

const analyze = (text: string) => RhymeReportSchema.parse(analyzeRhyme(text, parseSections(text), lexicon));
type Report = ReturnType<typeof analyze>;

const LINES = [
  'They only ever move when I creep',
  'The water in the harbour is deep',
  'I promised every secret to keep',
  'So nobody is losing their sleep',
  'A shepherd in the shadow of sheep',
  'The mountain in the morning is steep',
  'I am counting every cent that I reap',
  'And nothing that I ever got was cheap',
];
const SONG = ['[Verse 1]', ...LINES];

const schemesOf = (report: Report) => report.schemes.map(({ scheme }) => scheme);
/** Groups of the main voice alone, with what changes when text is added between them left out. */
const mainGroups = ({ groups }: Report) =>
  groups.flatMap(({ letter, members }) => {
    const main = members.filter((member) => !member.is_aside);
    return main.length < 2 ? [] : [{ letter, members: main.map(({ start, end, ...rest }) => rest) }];
  });
const mainOf = ({ groups, aside_syllables, longest, multis, ...rest }: Report) => ({
  ...rest,
  multis: multis.map(({ syllables, is_mosaic }) => [syllables, is_mosaic]),
});
const wordsOf = ({ groups }: Report) =>
  groups.map(({ members }) => members.map(({ word, is_aside }) => (is_aside ? `(${word})` : word)));

const ADDED = [
  ' (grrah)',
  ' (yeah, yeah)',
  ' (in the deep)',
  ' (never',
  ' [woo]',
  ' {skrrt}',
  ' （はい）',
  ' *grrah*',
  ' - grrah',
  ' — yeah, yeah',
  ' (what (what) what)',
  ' ()',
];

describe('asides at the ends of lines', () => {
  const plain = analyze(SONG.join('\n'));

  it('are no ends: the eight lines rhyme', () => {
    expect(schemesOf(plain)).toEqual(['AAAAAAAA']);
    expect(plain.counts.end).toBeGreaterThan(8);
  });

  it.each(ADDED)('change nothing of the main voice: %s', (aside) => {
    const report = analyze(SONG.map((line, at) => (at === 0 ? line : line + aside)).join('\n'));
    expect(mainOf(report)).toEqual(mainOf(plain));
    expect(mainGroups(report)).toEqual(mainGroups(plain));
  });

  it('change nothing wherever they stand', () => {
    const aside = fc.constantFrom('', '(grrah) ', '(hold on, hold on) ', '[woo] ', '*in the deep* ', '(');
    const place = fc.tuple(fc.nat(7), fc.nat(6), aside);
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const words = LINES.map((line) => line.split(' '));
        for (const [line, at, text] of places) {
          const [row, word] = [words[line], words[line]?.[at]];
          // What is opened and not closed takes the rest of its line.
          if (row && word && !row.some((part) => part.includes('(')) && text !== '(') row[at] = text + word;
          else if (row && text === '(' && !row.some((part) => part.includes('('))) row.push('(uh');
        }
        const report = analyze(['[Verse 1]', ...words.map((row) => row.join(' '))].join('\n'));
        expect(mainOf(report)).toEqual(mainOf(plain));
        expect(mainGroups(report)).toEqual(mainGroups(plain));
      }),
      { numRuns: 40 },
    );
  });

  it('are counted apart', () => {
    const report = analyze('They move when I creep (grrah, grrah)\nand never go to sleep (in the deep)');
    expect(report).toMatchObject({ syllables: 11, aside_syllables: 5, counts: { end: 1 } });
  });
});

describe('how asides rhyme', () => {
  it('among themselves', () => {
    const report = analyze(
      'We took the corner at the light (no delay)\nand they were driving through the dust (every day)',
    );
    expect(wordsOf(report)).toContainEqual(['(delay)', '(day)']);
    expect(report.counts).toMatchObject({ end: 0, internal: 0, chain: 0 });
  });

  it('inward with a word of their line', () => {
    const report = analyze('They only ever move when I creep (too deep)\nand nobody is home');
    expect(wordsOf(report)).toContainEqual(['creep', '(deep)']);
    expect(report.density).toBe(analyze('They only ever move when I creep\nand nobody is home').density);
  });

  it('with the rhyme that a word of their line belongs to', () => {
    const report = analyze('They only ever move when I creep (too deep)\nand nobody can sleep');
    expect(wordsOf(report)).toContainEqual(['creep', '(deep)', 'sleep']);
  });

  it.each([
    'I am stuck up in the mud (mud)\nand nobody is home',
    'I am stuck up in the mud (in the mud)\nand nobody is home',
    'I am stuck up in the mud (yeah)\nand nobody is home (yeah)',
  ])('not with their echo, nor by being the same again: %j', (text) => {
    expect(analyze(text).groups.flatMap(({ members }) => members.filter(({ is_aside }) => is_aside))).toEqual(
      [],
    );
  });
});

describe('a row that holds only an aside', () => {
  it('has a letter of its own among the others', () => {
    const report = analyze('They only ever move when I creep\n(every day)\nand nobody can sleep\n(no delay)');
    expect(report.schemes).toEqual([{ section: 0, scheme: 'ABAB', lines: [0, 1, 2, 3], language: 'en' }]);
    const ends = report.groups.flatMap(({ members }) =>
      members.filter(({ is_end, is_aside }) => is_end && is_aside),
    );
    expect(ends.map(({ word }) => word)).toEqual(['day', 'delay']);
  });

  it('has the letter of the line that it answers', () => {
    expect(schemesOf(analyze('They only ever move when I creep\n(in the deep)\nand nobody is home'))).toEqual(
      ['AA-'],
    );
    expect(
      schemesOf(analyze('They only ever move when I creep\n(in the deep)\nand nobody can sleep')),
    ).toEqual(['AAA']);
  });

  it('has none as the echo of the line before', () => {
    expect(schemesOf(analyze('I am stuck up in the mud\n(stuck up in the mud)\nand nobody is home'))).toEqual(
      ['---'],
    );
  });

  it('is a section of its own where nothing else is sung in it', () => {
    const report = analyze('[Verse]\nI walk the street\nI hear the beat\n[Outro]\n(yeah)\n(woo)');
    expect(report.schemes.map(({ section, lines }) => [section, lines])).toEqual([
      [0, [1, 2]],
      [1, [4, 5]],
    ]);
  });

  it('rhymes like any verse when all rows are', () => {
    const report = analyze(LINES.map((line) => `(${line})`).join('\n'));
    expect(schemesOf(report)).toEqual(['AAAAAAAA']);
    expect(report).toMatchObject({ syllables: 0, density: null, counts: { end: 0 } });
    expect(report.aside_syllables).toBeGreaterThan(60);
  });
});

describe('hostile asides', () => {
  it.each([
    ['300 in a line', 'mud (mud) '.repeat(300)],
    ['300 different ones in a line', Array.from({ length: 300 }, (_, n) => `word${n} (echo${n})`).join(' ')],
    ['5,000 nested', `creep ${'('.repeat(5000)}grrah${')'.repeat(5000)} sleep`],
    ['5,000 unclosed', '('.repeat(5000)],
    ['5,000 rows of them', '(grrah)\n'.repeat(5000)],
    ['over several rows', 'creep (grrah\ngrrah) sleep\n(((\n)))'],
    ['empty ones', 'creep () [] {} ** *  * ( ) sleep'],
    ['dashes', 'creep - - - -- — sleep - '],
  ])('give a valid result: %s', (_name, text) => {
    const report = analyze(text);
    for (const { start, end } of report.groups.flatMap(({ members }) => members)) {
      expect(text.slice(start, end).trim()).not.toBe('');
    }
  });
});
