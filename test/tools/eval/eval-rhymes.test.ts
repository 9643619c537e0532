import { beforeAll, describe, expect, it } from 'vitest';
import { evalRhymes, type RhymesEval } from '../../../scripts/eval/eval-rhymes.ts';
import { RhymeList } from '../../../scripts/eval/perfect-rhymes.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { parsePhones } from '../../../src/lyrics/phonetics/phones.ts';

const word = (spelling: string, count: number, ...spoken: string[]) => ({
  spelling,
  count,
  pronunciations: spoken.map(parsePhones),
});

const LIST = new RhymeList([
  word('night', 9, 'N AY1 T'),
  word('knight', 3, 'N AY1 T'),
  word('light', 5, 'L AY1 T'),
  word('fight', 7, 'F AY1 T'),
  word('polite', 2, 'P AH0 L AY1 T'),
  word('tonight', 8, 'T AH0 N AY1 T'),
  word('fighter', 4, 'F AY1 T ER0'),
  word('sprite', 0, 'S P R AY1 T'),
  word('dynamite', 1, 'D AY1 N AH0 M AY2 T'),
]);

describe('the list of perfect rhymes', () => {
  it('holds what is the same from the last stressed vowel on with another onset, by use', () =>
    expect(LIST.of('night', [parsePhones('N AY1 T')])).toEqual(['fight', 'light', 'polite', 'sprite']));

  it('takes every pronunciation of the word', () =>
    expect(LIST.of('x', [parsePhones('P AY1 T ER0'), parsePhones('Z AY1 T')])[0]).toBe('night'));

  it('beside a simple method that ignores stress and use', () =>
    expect(LIST.byLastVowel('night', [parsePhones('N AY1 T')])).toEqual([
      'dynamite',
      'fight',
      'knight',
      'light',
      'polite',
      'sprite',
      'tonight',
    ]));
});

describe('eval rhymes', () => {
  let result: RhymesEval;
  beforeAll(async () => {
    result = await evalRhymes(openLexicon(await readLexicon()));
  }, 120_000);

  it('scores 200 words of three groups and a simple method', () => {
    expect(result.words).toBe(200);
    expect(Object.keys(result.by_group)).toEqual(['common', 'slang', 'names']);
    expect(result.finder.precision).toBeGreaterThan(0.8);
    expect(result.finder.recall_of_used).toBeGreaterThan(0.8);
    expect(result.baseline.precision).toBeLessThan(0.4);
  });

  it('lists the worst words first', () => {
    const recalls = result.worst.map(({ recall }) => recall);
    expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
    expect(recalls.length).toBeGreaterThan(0);
  });
});
