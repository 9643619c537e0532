import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeLyrics } from '../../../../src/lyrics/analyze.ts';
import { readVoices } from '../../../../src/lyrics/rhyme/words.ts';
import { rowsOf, splitRows } from '../../../../src/lyrics/text/rows.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';
import { lexicon } from '../../../support/lexicon.ts';

const VERSE = [
  'Morning came early and the kettle sang',
  'I left the window open for the rain',
  'Nobody answered when the doorbell rang',
  'So I wrote your name upon the window pane',
];
const ENDS = ['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f'];

describe('the rows of a text', () => {
  it.each(ENDS)('end at %j, with offsets into the text itself', (end) => {
    const text = VERSE.join(end);
    expect(splitRows(text)).toEqual(VERSE);
    for (const { number, text: row, start } of rowsOf(text)) {
      expect(row).toBe(VERSE[number]);
      expect(text.slice(start, start + row.length)).toBe(row);
    }
  });

  it.each(ENDS)('are numbered alike by every measure with %j', (end) => {
    const plain = analyzeLyrics(['[Verse 1]', ...VERSE].join('\n'), { lexicon });
    const report = analyzeLyrics(['[Verse 1]', ...VERSE].join(end), { lexicon });
    expect(report.flow).toEqual(plain.flow);
    expect(report.sections).toEqual(plain.sections);
    expect(report.vocabulary).toEqual(plain.vocabulary);
    expect(report.rhyme.schemes).toEqual([
      { section: 0, scheme: 'ABAB', lines: [1, 2, 3, 4], language: 'en' },
    ]);
  });

  it('keep their number when ends of several kinds are mixed', () => {
    expect(rowsOf('a\r\nb\rc\n\nd\u2028e').map(({ text, start }) => [text, start])).toEqual([
      ['a', 0],
      ['b', 3],
      ['c', 5],
      ['', 7],
      ['d', 8],
      ['e', 10],
    ]);
  });
});

describe('a file with time stamps', () => {
  const stamped = VERSE.map((line, at) => `[00:1${at}.34]${line}`);

  it.each([
    ['a line', stamped],
    [
      'a line, with tags',
      ['[ar:Kilo]', '[ti:Trail]', '[length:03:12]', '[offset:+100]', '[by:maker]', ...stamped],
    ],
    ['a word', VERSE.map((line) => line.replace(/\S+/g, (word) => `<00:12.50>${word}`))],
    ['a line, before headers', ['[00:09.00][Verse 1]', ...stamped]],
  ])('for %s is read as its words', (_name, rows) => {
    const { flow, vocabulary, rhyme } = analyzeLyrics(rows.join('\n'), { lexicon });
    expect(flow.lines.map(({ syllables }) => syllables)).toEqual([10, 10, 10, 11]);
    expect(vocabulary.as_sung.tokens).toBe(30);
    expect(rhyme.schemes.map(({ scheme }) => scheme)).toEqual(['ABAB']);
  });
});

describe('marks in a text', () => {
  it.each([
    [[...VERSE.slice(0, 3), `${VERSE[3]} (x2)`]],
    [[...VERSE.slice(0, 3), `${VERSE[3]} x4`]],
    [[...VERSE, '[laughs]']],
    [[...VERSE, '(beat drops)']],
    [['[Kilo]', ...VERSE]],
    [[`[Kilo] ${VERSE[0]}`, ...VERSE.slice(1)]],
  ])('are no words, syllables or rhymes: %j', (rows) => {
    const { flow, vocabulary, rhyme } = analyzeLyrics(rows.join('\n'), { lexicon });
    expect(flow.lines.map(({ syllables }) => syllables)).toEqual([10, 10, 10, 11]);
    expect(vocabulary.as_sung.tokens).toBe(30);
    expect(rhyme.schemes.map(({ scheme }) => scheme)).toEqual(['ABAB']);
  });
});

describe('both readers', () => {
  const piece = fc.constantFrom(
    ...[
      '(',
      ')',
      '[',
      ']',
      '（',
      '】',
      '*',
      ' - ',
      '—',
      '<00:01.00>',
      '[00:01]',
      '(x2)',
      ' x2',
      '[laughs]',
      '[Verse 1]',
    ],
    ...[
      ' ',
      ' ',
      'yeah',
      'mud',
      'Kilo',
      'rollin’',
      "'cause",
      'A$AP',
      'B.I.G.',
      'sh*t',
      '7',
      'é',
      'Да',
      '\u0301',
      '…',
      '\n',
      '\r\n',
    ],
  );
  const bare = (text: string) =>
    text
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');

  it('sing the same in the same rows and voices', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const sections = parseSections(text);
        const { words } = readSong(text, sections);
        const voices = readVoices(text, sections);
        const byText = (isAside: boolean) =>
          words.filter(({ aside }) => aside === isAside).map(({ line, norm }) => `${line}:${bare(norm)}`);
        const bySound = ({ words: sung, lines }: (typeof voices)['main']) =>
          sung.map(({ line, start, end }) => `${lines[line]?.number}:${bare(text.slice(start, end))}`);
        // "A$AP" and "B.I.G." are several words to the ear: rows are compared as a whole.
        const joinRows = (list: string[]) => {
          const rows = Map.groupBy(list, (item) => item.split(':')[0] ?? '');
          return [...rows].map(
            ([row, items]) => `${row}:${items.map((item) => item.split(':')[1]).join('')}`,
          );
        };
        expect(joinRows(bySound(voices.main))).toEqual(joinRows(byText(false)));
        expect(joinRows(bySound(voices.asides))).toEqual(joinRows(byText(true)));
      }),
      { numRuns: 400 },
    );
  });
});
