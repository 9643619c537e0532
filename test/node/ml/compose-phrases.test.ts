import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openComposeModel } from '../../../scripts/open-compose-model.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { compose } from '../../../src/ml/compose/compose.ts';
import { MAX_SHARED_WORDS, plainWords } from '../../../src/ml/compose/copy-limit.ts';
import { findPhrases } from '../../../src/ml/compose/phrases/find-phrases.ts';
import { readPhrases } from '../../../src/ml/compose/phrases/phrase.ts';
import { formsOf, hearPiece, wordsIn } from '../../../src/ml/compose/phrases/piece.ts';
import { wordPhrases } from '../../../src/ml/compose/phrases/word-phrases.ts';
import { readWords } from '../../../src/ml/compose/read-words.ts';
import type { ComposeOrder, RhymeDepth } from '../../../src/ml/compose/types.ts';

const lexicon = openLexicon(await readLexicon());
const general = await openComposeModel();
const { table } = general;
const file = new URL('../../../scripts/compose/phrases.txt', import.meta.url);
const stock = readPhrases(await readFile(file, 'utf8'), 1);

function verse(seed: number, rhyme: RhymeDepth): string[] {
  const order: ComposeOrder = {
    lines: 8,
    scheme: 'AABBCCDD',
    syllables: [{ min: 8, max: 12 }],
    maxCharacters: null,
    rhyme,
    topic: [{ word: seed % 2 === 0 ? 'hospital' : 'winter', weight: 1 }],
    style: null,
    keep: [],
    seed,
    temperature: 0.8,
  };
  const composed = compose(order, { lexicon, general, sources: [] });
  if (!composed.ok) throw new Error(composed.message);
  return composed.lines.map(({ text }) => text);
}

const lines = [1, 2, 3, 4, 5, 6].flatMap((seed) => [...verse(seed, 'single'), ...verse(seed, 'dense')]);

describe('composed lines', () => {
  it('agree with who acts, and take "an" before a vowel', () => {
    const wrong =
      /\bI (?:is|are|has|does)\b|\b(?:we|they|you) (?:is|am|was|has|does)\b|\b(?:he|she|it) (?:are|am|were|have|do|don't)\b|\ba [aeio]\w+|\ban [^aeiouh]\w+|\b(\w+) \1\b/i;
    expect(lines.filter((line) => wrong.test(line))).toEqual([]);
  });

  it('name nobody whom the order did not name', () => {
    const names = new Set(
      general.lines
        .flatMap(({ text }) => text.split(' ').slice(1))
        .filter((word) => /^[A-Z][a-z]{2,}$/.test(word)),
    );
    const known = new Set(stock.flatMap(({ words, subject }) => [...words, ...subject]));
    const words = lines.flatMap((line) => line.split(' ').slice(1));
    expect(
      words.filter((word) => /^[A-Z][a-z]{2,}$/.test(word) && names.has(word) && !known.has(word)),
    ).toEqual([]);
  });

  it('say no line twice', () => {
    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe('the stock of phrases', () => {
  it('holds short phrases that can be heard in every form', () => {
    const long = stock.filter(
      ({ words }) => plainWords(words.join(' ').replaceAll('~', 'my')).length > MAX_SHARED_WORDS,
    );
    const silent = stock.filter((phrase) =>
      formsOf(phrase).some((form) => !hearPiece(phrase, wordsIn(phrase, form), { lexicon, table })),
    );
    const shown = (phrases: typeof stock): string[] => phrases.map(({ words }) => words.join(' '));
    expect([shown(long), shown(silent)]).toEqual([[], []]);
  });

  it('says every phrase once', () => {
    const said = stock.map(({ kind, words, subject }) => `${kind}: ${[...subject, ...words].join(' ')}`);
    const seen = new Set<string>();
    expect(said.filter((text) => seen.size === seen.add(text).size)).toEqual([]);
  });
});

describe('phrases found in a line', () => {
  const found = (text: string): string[] =>
    findPhrases(readWords(text), { weight: 1 }, table).map(
      ({ kind, words }) => `${kind}: ${words.join(' ')}`,
    );

  it('are whole: what somebody does with its verb in the base, where and when', () => {
    expect(found('I counted the money in my kitchen')).toEqual([
      'do: count the money',
      'where: in ~ kitchen',
    ]);
    expect(found('She left the door open till the morning')).not.toContain('do: leave the door');
    expect(found('We drove the truck with a stolen tire in the winter')).toEqual([
      'do: drive the truck',
      'how: with a stolen tire',
      'when: in the winter',
    ]);
  });

  it('hold no names, no rude words and no half of a compound', () => {
    expect(found('I met the girl behind the Verdell store')).toEqual(['do: meet the girl']);
    expect(found('Sitting in the golf course parking lot')).toEqual([]);
    expect(found('He felt the cold in the bone')).not.toContain('where: in the bone');
  });
});

it('words that nothing in the stock is about stand in phrases of their kind', () => {
  const phrases = (word: string): string[] =>
    wordPhrases(table, table.find(word), 1).map(({ words }) => words.join(' '));
  expect(phrases('hospital')).toContain('in the hospital');
  expect(phrases('doctor')).toContain('talk to the doctor');
  expect(phrases('orange').join()).not.toMatch(/\ba orange/);
  expect(phrases('brother')).toContain('pray for ~ brother');
  expect(phrases('between')).toEqual([]);
});
