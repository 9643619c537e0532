import { describe, expect, it } from 'vitest';
import { analyzeRhyme } from '../../../../src/lyrics/rhyme/analyze-rhyme.ts';
import { RhymeReportSchema } from '../../../../src/lyrics/rhyme/contract.ts';
import { schemeLetter } from '../../../../src/lyrics/rhyme/union.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import { lexicon } from '../../../support/lexicon.ts';

const analyze = (text: string) => analyzeRhyme(text, parseSections(text), lexicon);

const COUPLETS = `[Verse 1]
I count the steps it takes to climb the hill
The city lights are burning on the window sill
My pocket full of paper and a broken pen
I write it out and tear it up and start again`;

describe('end rhyme', () => {
  it('letters couplets as AABB and leaves the header out', () => {
    const { schemes } = analyze(COUPLETS);
    expect(schemes).toEqual([{ section: 0, scheme: 'AABB', lines: [1, 2, 3, 4], language: 'en' }]);
  });

  it('marks a line end without a partner', () => {
    const text =
      'The morning rolls along the street\nI hear the drummer keep the beat\nand nothing else is orange';
    expect(analyze(text).schemes[0]?.scheme).toBe('AA-');
  });
});

describe('groups', () => {
  it('point at the words themselves', () => {
    const { groups } = analyze(COUPLETS);
    expect(groups.length).toBeGreaterThanOrEqual(2);
    for (const { members } of groups) {
      expect(members.length).toBeGreaterThanOrEqual(2);
      for (const { start, end, word, line } of members) {
        expect(COUPLETS.slice(start, end).toLowerCase()).toBe(word);
        expect(COUPLETS.slice(0, start).split('\n').length - 1).toBe(line);
      }
    }
    const words = groups.map(({ members }) => members.map(({ word }) => word));
    expect(words.some((group) => group.includes('hill') && group.includes('sill'))).toBe(true);
  });

  it('count UTF-16 units before emoji and typographic quotes', () => {
    const text = '🔥🔥 I’m “steady” in the night\nwe keep it burning bright';
    const night = analyze(text)
      .groups.flatMap(({ members }) => members)
      .find(({ word }) => word === 'night');
    expect(text.slice(night?.start, night?.end)).toBe('night');
  });

  it('use the spoken form of slang', () => {
    const { groups } = analyze(
      'I been up on the grind and we still outchea winnin\nsame crew, same block from the very beginning',
    );
    const words = groups.map(({ members }) => members.map(({ word }) => word));
    expect(words.some((group) => group.includes('winnin') && group.includes('beginning'))).toBe(true);
  });
});

describe('multisyllabic and mosaic rhyme', () => {
  it('finds a rhyme across word boundaries', () => {
    const report = analyze(
      'I was looking for a better place to park it\nso I sold the whole collection at the market',
    );
    expect(report.longest?.syllables).toBeGreaterThanOrEqual(3);
    expect(report.longest?.is_mosaic).toBe(true);
    expect(report.counts.mosaic).toBeGreaterThanOrEqual(1);
  });

  it('does not count the same words as a rhyme with any punctuation', () => {
    const report = analyze('put the peas, in the macaroni\nput the peas in the macaroni');
    expect(report.longest).toBeNull();
  });
});

describe('measures', () => {
  it('rate a rhymed verse above prose', () => {
    const prose =
      'A van was parked behind the orange building and nobody had driven it since August, when the council sent a letter to the owner.\n' +
      'He never answered, so a man from the office walked over with a camera and a folder to look at the wheels.';
    expect(analyze(COUPLETS).density ?? 0).toBeGreaterThan(analyze(prose).density ?? 1);
  });

  it('find alliteration and assonance', () => {
    expect(analyze('bold brave bandits burn big bridges').alliteration).toBeGreaterThan(0.7);
    expect(analyze('late trains stay safe in rain').assonance).toBeGreaterThan(0.5);
  });

  it('score a Malmi factor of two for one echo of two vowels in two words', () => {
    expect(analyze('rhyme time').malmi).toBe(2);
  });

  it('are null when there is nothing to measure', () => {
    expect(analyze('')).toMatchObject({
      density: null,
      malmi: null,
      alliteration: null,
      longest: null,
      groups: [],
    });
  });
});

describe('a very long text', () => {
  it('of invented words is analysed for 300 of them and says so', () => {
    const words = Array.from(
      { length: 1000 },
      (_, n) => `zv${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}qo`,
    );
    const { is_partial: isPartial, schemes } = analyze(words.join('\n'));
    expect(isPartial).toBe(true);
    expect(schemes.flatMap(({ lines }) => lines)).toHaveLength(300);
  });

  it('is analysed for 2,000 words and says so', () => {
    const long = analyze('one two three four five six seven eight\n'.repeat(300));
    expect(long.is_partial).toBe(true);
    expect(analyze(COUPLETS).is_partial).toBe(false);
    expect(long.schemes.flatMap(({ lines }) => lines)).toHaveLength(250);
  });
});

/** A text of the median length, 484 words. */
const USUAL = Array.from({ length: 44 }, (_, line) => {
  const ends = ['street', 'beat', 'stone', 'alone', 'fire', 'higher', 'money', 'honey'];
  return `every ${line % 9 === 0 ? 'morning' : 'evening'} I was walking with my people to the ${ends[line % 8]}`;
}).join('\n');

/** Milliseconds of the fastest of several runs, because other load only adds time. */
function quickest(text: string): number {
  const sections = parseSections(text);
  const times = Array.from({ length: 12 }, () => {
    const start = performance.now();
    analyzeRhyme(text, sections, lexicon);
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('any input', () => {
  const HOSTILE: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['one word', 'yes'],
    ['one endless word', 'a'.repeat(5000)],
    ['one line of 5,000 characters', 'night light so bright '.repeat(228)],
    [
      '5,000 one-word lines',
      Array.from({ length: 5000 }, (_, n) => ['cat', 'hat', 'stone', 'alone'][n % 4]).join('\n'),
    ],
    [
      '5,000 different invented one-word lines',
      Array.from(
        { length: 5000 },
        (_, n) => `v${[...String(n)].map((digit) => 'aeioubdfgk'[Number(digit)]).join('')}zo`,
      ).join('\n'),
    ],
    ['emoji', '🔥💯🎤\n🔥💯🎤'],
    ['right-to-left text', 'מילה אחת ועוד מילה\nكلمة واحدة'],
    ['Cyrillic', 'это строка\nещё строка'],
    ['Japanese', 'これは歌です\n夜の光'],
    ['only punctuation', '... --- !!!\n(((]]] [['],
    ['a line repeated 1,000 times', 'we go round and round again\n'.repeat(1000)],
    ['a chorus that comes 1,000 times', '[Chorus]\ncat\nhat\n\n'.repeat(1000)],
    ['unclosed brackets', '[Verse\n(yeah\n)) hey ((\n[x]'],
    ['lone surrogates', '\ud800 night \udc00 light'],
    ['carriage returns', 'one night\r\none light\r\n'],
  ];

  it.each(HOSTILE)('gives a valid result for %s', (_name, text) => {
    const report = RhymeReportSchema.parse(analyze(text));
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
    for (const { start, end } of report.groups.flatMap(({ members }) => members)) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  it.each(HOSTILE)('takes at most the time of ten usual songs of 2 ms each for %s', (_name, text) => {
    const usual = quickest(USUAL);
    expect(quickest(text)).toBeLessThan(Math.max(20, 10 * usual));
  });
});

describe('schemes with many rhymes', () => {
  // Every couplet rhymes on its own sound and stands apart, so that the section has as many rhymes as couplets.
  const ENDS = [
    'hill sill', 'pen ten', 'street beat', 'car star', 'boat coat', 'moon spoon', 'rain chain', 'dog fog', 'cup up', 'light night',
    'house mouse', 'boy toy', 'bird third', 'book hook', 'cash smash', 'ice dice', 'hand sand', 'lip ship', 'ring king', 'fire wire',
    'game name', 'wall hall', 'bell shell', 'money honey', 'table cable', 'paper vapor', 'river shiver', 'mother brother', 'cheese breeze', 'lunch punch',
    'tooth booth', 'moth cloth', 'world curled', 'earth birth', 'fox box', 'jump bump', 'lamp stamp', 'trust dust',
  ]; // biome-ignore format: a table
  const song = ENDS.flatMap((pair) => pair.split(' '))
    .map((end) => `one ${end}`)
    .join('\n');

  it('use one letter per line beyond the end of the alphabet', () => {
    const [{ scheme = '', lines = [] } = {}] = analyze(song).schemes;
    expect(new Set(scheme.replaceAll('-', '')).size).toBeGreaterThan(26);
    expect(scheme).toHaveLength(lines.length);
  });

  it('give every rhyme a different name', () => {
    const letters = Array.from({ length: 2000 }, (_, index) => schemeLetter(index));
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.every((letter) => letter.length === 1 && /\p{L}/u.test(letter))).toBe(true);
    expect(letters.slice(24, 28)).toEqual(['Y', 'Z', 'a', 'b']);
  });
});
