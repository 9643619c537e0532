import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeRhyme } from '../../../../src/lyrics/rhyme/analyze-rhyme.ts';
import type { RhymeReport } from '../../../../src/lyrics/rhyme/contract.ts';
import { isSameWord } from '../../../../src/lyrics/rhyme/same-word.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import { lexicon } from '../../../support/lexicon.ts';

const analyze = (text: string) => analyzeRhyme(text, parseSections(text), lexicon);
const schemesOf = (text: string) => analyze(text).schemes.map(({ scheme }) => scheme);

describe('one word and its inflections', () => {
  it.each([
    'run running', 'love loves', 'story stories', 'stop stopped', 'dance dances', 'played play', 'tried try', 'kiss kissing',
    'cars car', "mama mama's", 'winnin winning', 'hope hoped', 'drop droppin',
  ])('%s are the same word', (pair) => {
    const [a = '', b = ''] = pair.split(' ');
    expect(isSameWord(a, b)).toBe(true);
  }); // biome-ignore format: a table

  it.each([
    'see seed', 'need knee', 'red reed', 'thin thing', 'king kin', 'hop hope', 'pass past', 'fall fell', 'two too', 'his hi', 'bus bu',
  ])('%s are two words', (pair) => {
    const [a = '', b = ''] = pair.split(' ');
    expect(isSameWord(a, b)).toBe(false);
  }); // biome-ignore format: a table
});

describe('the same word at line ends', () => {
  const WALL = [
    'I put my name up on the wall',
    'he throws the ball against the wall',
    'and winter follows on the fall',
  ];

  it('is repetition, counted apart', () => {
    const { schemes, counts } = analyze(WALL.slice(0, 2).join('\n'));
    expect(schemes[0]?.scheme).toBe('--');
    expect(counts).toMatchObject({ end: 0, repeated_ends: 1 });
  });

  it('rhymes with a third word, and then all do', () => {
    const { schemes, counts } = analyze(WALL.join('\n'));
    expect(schemes[0]?.scheme).toBe('AAA');
    expect(counts.repeated_ends).toBe(0);
  });

  it.each([
    ['the teacher saw the answer and she got it\nhe aimed at every bottle and he shot it', 'AA'],
    ['the teacher saw the answer and she got it\nhe never had a reason but he got it', '--'],
    ['I told you that I never really knew you\nthe storm came off the water and it blew you', 'AA'],
    ['I gave up all the little that I own for you\nI left another message on the phone for you', 'AA'],
    ['I gave up all the little that I own for you\nI made another sandwich and a cake for you', '--'],
  ])('follows the words before it: %s', (text, scheme) => {
    expect(schemesOf(text)).toEqual([scheme]);
  });
});

describe('rhymes further apart', () => {
  it.each([
    ['enclosed', 'the bells are ringing over town tonight\nthe river carries paper to the sea\nI wrote a letter home to set me free\nand sealed it by a little candle light', 'ABBA'],
    ['of two sounds', 'I came to see the garden by the road\nthe apples on the branches were in bloom\nmy brother brought the wagon with a load\nand swept a year of feathers from the room', 'ABAB'],
  ])('%s', (_kind, text, scheme) => {
    expect(schemesOf(text)).toEqual([scheme]);
  }); // biome-ignore format: a table
});

const CHORUS = `Keep the engine running till the morning light
Every window in the city burning bright
I don't want a crown, I only want a name
Put another log upon the flame`;
const VERSE = `My uncle had a barber shop across the road
He taught me how to carry and to share a load
The mirror and the razor and the leather chair
The radio was playing and he cut my hair`;
const SONG = `[Verse 1]\n${VERSE}\n\n[Chorus]\n${CHORUS}\n\n[Verse 2]\nThe ferry left the harbor with a heavy sound\nI never heard a whistle from below the ground\nThey told me that the captain was a little late\nI sat upon a suitcase by the iron gate\n\n[Chorus]\n${CHORUS}`;

/** The group of the last word of a line. */
const groupAt = ({ groups }: RhymeReport, line: number) =>
  groups.find(({ members }) => members.some((member) => member.is_end && member.line === line));

describe('a chorus that comes again', () => {
  const report = analyze(SONG);
  const [, first, , second] = report.schemes;

  it('keeps its letters', () => {
    expect(first?.scheme).toBe('AABB');
    expect(second?.scheme).toBe(first?.scheme);
  });

  it('keeps its groups', () => {
    for (const [at, line] of (first?.lines ?? []).entries()) {
      const again = second?.lines[at] ?? -1;
      expect(groupAt(report, line)).toBeDefined();
      expect(groupAt(report, again)).toBe(groupAt(report, line));
    }
    const [mine, theirs] = [first, second].map((section) =>
      report.groups.map(({ members }) => members.filter(({ line }) => section?.lines.includes(line)).length),
    );
    expect(theirs).toEqual(mine);
  });

  it('keeps them with other words inside its lines', () => {
    const changed = SONG.replace(/Keep the engine running(?![\s\S]*Keep)/, 'Let the motor go');
    const { schemes, groups } = analyze(changed);
    expect(schemes[3]?.scheme).toBe('AABB');
    const light = groups.find(({ members }) => members.some(({ word }) => word === 'light'));
    expect(light?.members.filter(({ word }) => word === 'light')).toHaveLength(2);
  });
});

const WORDS =
  'night light city pretty home alone stone money honey got shot it the me you running gunning love above door floor war car day say wall fall time rhyme and of never ever'.split(
    ' ',
  );
const line = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 })
  .map((words) => words.join(' '));
const section = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));

describe('letters and groups', () => {
  it('agree in any text', () => {
    const texts = fc.array(section, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.map((part, at) => `[Verse ${at + 1}]\n${part}`).join('\n\n');
        const report = analyze(text);
        const group = new Map(
          report.groups.flatMap(({ letter, members }) =>
            members.filter(({ is_end }) => is_end).map(({ line: at }) => [at, letter] as const),
          ),
        );
        for (const { scheme, lines } of report.schemes) {
          const groupsOf = (letter: string) =>
            new Set(lines.filter((_, at) => scheme[at] === letter).map((at) => group.get(at) ?? 'none'));
          const letters = [...new Set(scheme.replaceAll('-', ''))];
          const named = letters.map((letter) => [...groupsOf(letter)]);
          expect(named.every((names) => names.length === 1 && names[0] !== 'none')).toBe(true);
          expect(new Set(named.flat()).size).toBe(letters.length);
          for (const [at, letter] of [...scheme].entries()) {
            const own = group.get(lines[at] ?? -1);
            if (letter === '-' && own) expect(named.flat()).not.toContain(own);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
