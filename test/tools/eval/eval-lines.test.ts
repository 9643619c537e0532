import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalLines } from '../../../scripts/eval/eval-lines.ts';
import { writtenEnd } from '../../../scripts/eval/ordinary/judge-couplets.ts';
import { vowelGroups } from '../../../scripts/eval/ordinary/judge-lines.ts';
import { HALVES, ORDINARY_FOLDER, readOrdinarySets } from '../../../scripts/eval/ordinary/read-sets.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { type Lexicon, openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';

let lexicon: Lexicon;
let folder: string;
beforeAll(async () => {
  lexicon = openLexicon(await readLexicon());
  folder = await mkdtemp(join(tmpdir(), 'ordinary-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const plain = { kind: 'plain', aside_syllables: 0 };

describe('eval lines', () => {
  it('scores what a listener counts, by kind and beside the baseline, and lists what is wrong', () => {
    const { lines } = evalLines(
      {
        lines: [
          { ...plain, text: 'We sing in a band', syllables: [5, 6] },
          { ...plain, text: 'We made the cake', syllables: [9] },
          { ...plain, kind: 'codes', text: 'I made the cake at 10', syllables: [6] },
        ],
        couplets: [{ kind: 'perfect', lines: ['the light', 'the night'], rhymes: true }],
        rhymes: { homographs: [], queries: [] },
      },
      lexicon,
    );
    expect(lines.overall).toEqual({ right: 2, of: 3, share: 0.667, baseline: 0.333 });
    expect(lines.kinds).toMatchObject({ plain: { right: 1, of: 2 }, codes: { right: 1, of: 1 } });
    expect(lines.wrong).toEqual([{ kind: 'plain', text: 'We made the cake', expected: '9', got: '4' }]);
  });

  it('judges couplets by the letters of their ends', () => {
    const couplet = (first: string, second: string, rhymes: boolean) => ({
      kind: 'perfect',
      lines: [first, second] satisfies [string, string],
      rhymes,
    });
    const { couplets } = evalLines(
      {
        lines: [{ ...plain, text: 'We walk', syllables: [2] }],
        couplets: [
          couplet('I saw the light', 'It was the night', true),
          couplet('I saw the light', 'It was a kettle', true),
          couplet('I saw the light', 'It was a kettle', false),
        ],
        rhymes: { homographs: [], queries: [] },
      },
      lexicon,
    );
    expect(couplets.overall).toEqual({ right: 2, of: 3, share: 0.667, baseline: 0.667 });
    expect(couplets.wrong).toMatchObject([{ expected: 'rhymes', got: '--' }]);
  });

  it('takes a query as right when two expected rhymes are found and no wrong answer', () => {
    const expected = ['night', 'fight', 'banana'];
    const { queries } = evalLines(
      {
        lines: [{ ...plain, text: 'We walk', syllables: [2] }],
        couplets: [{ kind: 'perfect', lines: ['the light', 'the night'], rhymes: true }],
        rhymes: {
          homographs: [],
          queries: [
            { query: 'light', expected, forbidden: ['lights'] },
            { query: 'light', expected, forbidden: ['right'] },
            { query: 'light', expected: ['banana', 'night'], forbidden: ['lights'] },
          ],
        },
      },
      lexicon,
    ).rhymes;
    expect(queries).toMatchObject({ right: 1, of: 3, expected: 0.625 });
    expect(queries.wrong).toMatchObject([{ forbidden: ['right'] }, { found: ['night'] }]);
  });

  it('compares with vowel groups and with written ends', () => {
    expect(['Beyoncé', 'rhythm', '24/7', 'queue'].map(vowelGroups)).toEqual([2, 1, 0, 1]);
    expect(['It is late!', 'the Light (', 'made', 'shh'].map(writtenEnd)).toEqual(['at', 'ight', 'ad', '']);
  });

  it('has both halves of every set in their format, without an item twice', async () => {
    const halves = await Promise.all(HALVES.map((half) => readOrdinarySets(ORDINARY_FOLDER, half)));
    const texts = halves.flatMap(({ lines, couplets, rhymes }) => [
      ...lines.map(({ text }) => text),
      ...couplets.map((couplet) => couplet.lines.join('\n')),
      ...rhymes.homographs.map(({ word }) => `both readings of ${word}`),
      ...rhymes.queries.map(({ query }) => `rhymes of ${query}`),
    ]);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
    for (const { lines, couplets } of halves) {
      expect(new Set(lines.map(({ kind }) => kind)).size).toBe(25);
      expect(new Set(couplets.map(({ kind }) => kind)).size).toBe(24);
    }
  });

  it('names the file that is not a labelled set', async () => {
    for (const name of ['lines', 'couplets', 'rhymes'])
      await writeFile(join(folder, `ordinary-${name}.tune.json`), '[{"text":1}]');
    await expect(readOrdinarySets(folder, 'tune')).rejects.toThrow(/ordinary-\w+\.tune\.json is not/);
  });
});
