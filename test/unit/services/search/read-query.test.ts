import { describe, expect, it } from 'vitest';
import { phrasesIn, readQuery, unwantedIn } from '../../../../src/services/search/read-query.ts';

const textOf = (q: string): string => readQuery(q).lexical.text.replaceAll(/\s+/g, ' ').trim();
const words = (count: number): string[] => Array.from({ length: count }, (_, i) => `word${i}`);

describe('a query', () => {
  it.each([
    ['river or lamp', 'river or lamp'],
    ['river or -lamp', 'river'],
    ['-river or lamp', 'lamp'],
    ['river or lamp -moon', 'river or lamp'],
    ['"river or lamp" or gold', '"river or lamp" or gold'],
    ['"river or lamp" or -gold', '"river or lamp"'],
    ['river -"cold moon" lamp', 'river lamp'],
    ['Mara Lune - River', 'Mara Lune River'],
    ['river (-lamp)', 'river ( lamp)'],
    ['river -"cold', 'river "cold'],
    ['river or', 'river or'],
    ['orchard or oracle', 'orchard or oracle'],
  ])('%s becomes the Postgres query %s', (q, text) => {
    expect(textOf(q)).toBe(text);
  });

  it.each([
    ['river "the lamp" or gold', 'river "the lamp" or gold'],
    ['river -cold', 'river'],
    ['-"cold moon" a "river"', 'a "river"'],
    ['-cold', '-cold'],
  ])('%s means %s', (q, meaning) => {
    expect(readQuery(q).meaning).toBe(meaning);
  });

  it('reads `or` as an operator among at most twenty words, and as a word in a longer query', () => {
    expect(textOf(words(19).join(' or '))).not.toContain(' or ');
    expect(textOf(`${words(10).join(' or ')}`)).toContain(' or ');
    expect(textOf(`will you stay or go ${words(30).join(' ')}`)).toBe(
      `will you stay go ${words(30).join(' ')}`,
    );
  });

  it.each([
    ['-a -b c', ['a', 'b']],
    ['a-b c', []],
    ['- a', []],
    ['"x" -b', ['b']],
    ['"x"-b', ['b']],
    ['x-"b c"', []],
    ['-"b c" x', ['b c']],
    ['--b x', ['b']],
    ['"x -b" c', []],
    ['-b -B -"b" x', ['b']],
    ['-... -"" x', []],
  ])('%s marks %j as excluded', (q, unwanted) => {
    expect(unwantedIn(q)).toEqual(unwanted);
  });

  it.each([
    ['"a b" c "a  B," "d"', ['a b', 'd']],
    ['"..." ""', []],
    ['"a b', []],
    ['-"a b" "c"', ['c']],
  ])('%s has the phrases %j', (q, phrases) => {
    expect(phrasesIn(q)).toEqual(phrases);
  });
});
