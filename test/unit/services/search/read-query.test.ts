import { describe, expect, it } from 'vitest';
import { phrasesIn, readQuery, unwantedIn } from '../../../../src/services/search/read-query.ts';

const read = (q: string) => readQuery(q).lexical;
const words = (count: number): string[] => Array.from({ length: count }, (_, i) => `word${i}`);

describe('a query', () => {
  it.each([
    ['river or lamp', 'river lamp', true],
    ['river or -lamp', 'river or', false],
    ['-river or lamp', 'or lamp', false],
    ['river or lamp -moon', 'river lamp', true],
    ['"river or lamp" or gold', 'river or lamp gold', true],
    ['river -"cold moon" lamp', 'river lamp', false],
    ['Mara Lune - River', 'mara lune river', false],
    ['river (-lamp)', 'river lamp', false],
    ['river or', 'river or', false],
    ['orchard or oracle', 'orchard oracle', true],
    ['“river” lamp', 'river lamp', false],
    ['𝓡𝓲𝓿𝓮𝓻 Ｌａｍｐ', 'river lamp', false],
    ['夜空の星 moon', '夜空 空の の星 moon', false],
    ['夜', '夜', false],
  ])('%s holds the words %s', (q, words, anyWord) => {
    expect(read(q)).toMatchObject({ words: words.split(' '), anyWord });
  });

  it.each([
    ['b', true],
    ['the 7', true],
    ['a b c', true],
    ['b side', false],
    ['42', false],
    ['夜', false],
  ])('%s says nothing of a song by itself: %s', (q, isVague) => {
    expect(read(q).isVague).toBe(isVague);
  });

  it.each([
    ['Mara Lune', ['Mara Lune']],
    ['songs by Mara Lune', ['songs by Mara Lune', 'Mara Lune']],
    ['River lyrics', ['River lyrics', 'River']],
    ['the song called River', ['the song called River', 'River']],
    ['Mara Lune feat. Otis Vane', ['Mara Lune feat. Otis Vane', 'Mara Lune Otis Vane', 'Mara Lune']],
    ['River (feat. Otis Vane)', ['River (feat. Otis Vane)', 'River Otis Vane)', 'River']],
    [words(30).join(' '), []],
  ])('%s may be the names %j', (q, names) => {
    expect(read(q).names).toEqual(names);
  });

  it.each([
    ['river "the lamp" or gold', 'river "the lamp" or gold'],
    ['river -cold', 'river'],
    ['-"cold moon" a "river"', 'a "river"'],
    ['mother 🙏🏽', 'mother  praying prayer'],
    ['https://genius.com/Mara-lune-river-lyrics', 'Mara lune river'],
    ['genius.com/artists/Mara-lune', 'Mara lune'],
  ])('%s means %s', (q, meaning) => {
    expect(readQuery(q).meaning).toBe(meaning);
  });

  it('reads no operators in pasted lines', () => {
    const pasted = '[Hook]\n"Come home," she said\n- "not now" -cold "x" "y" "z" "v" "w"';
    expect(readQuery(pasted)).toMatchObject({ phrases: [], unwanted: [] });
    expect(read(pasted).words.slice(0, 3)).toEqual(['come', 'home', 'she']);
    expect(readQuery(`${words(31).join(' ')} "a b" -c`)).toMatchObject({ phrases: [], unwanted: [] });
  });

  it('reads `or` as an operator among at most twenty words, and as a word in a longer query', () => {
    expect(read(words(10).join(' or ')).anyWord).toBe(true);
    expect(read(`will you stay or go ${words(30).join(' ')}`)).toMatchObject({ anyWord: false });
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
