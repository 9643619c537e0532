import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openComposeModel } from '../../../scripts/open-compose-model.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { isSameWord } from '../../../src/lyrics/rhyme/same-word.ts';
import { compose } from '../../../src/ml/compose/compose.ts';
import { CopyLimit, longestSharedRun, plainWords } from '../../../src/ml/compose/copy-limit.ts';
import { nextLines } from '../../../src/ml/compose/next-lines.ts';
import { rewrite } from '../../../src/ml/compose/rewrite.ts';
import {
  CONSTRAINTS,
  type ComposedLine,
  type ComposeOrder,
  RHYME_DEPTHS,
} from '../../../src/ml/compose/types.ts';
import { readVerse } from '../../../src/ml/compose/verify-verse.ts';

const lexicon = openLexicon(await readLexicon());
const general = await openComposeModel();
const materials = { lexicon, general, sources: [] };
const generalTexts = new Set(general.lines.map(({ text }) => text));
const limit = new CopyLimit();
for (const text of generalTexts) limit.add(text);

const ORDER: ComposeOrder = {
  lines: 4,
  scheme: 'AABB',
  syllables: [{ min: 8, max: 11 }],
  maxCharacters: null,
  rhyme: 'single',
  topic: [{ word: 'kitchen', weight: 1 }],
  style: null,
  keep: [],
  seed: 1,
  temperature: 0.8,
};

const write = (changes: Partial<ComposeOrder> = {}) => compose({ ...ORDER, ...changes }, materials);

function linesOf(changes: Partial<ComposeOrder> = {}): readonly ComposedLine[] {
  const composed = write(changes);
  if (!composed.ok) throw new Error(composed.message);
  return composed.lines;
}

const textOf = (changes: Partial<ComposeOrder> = {}): string =>
  linesOf(changes)
    .map(({ text }) => text)
    .join('\n');
const lastWord = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z' ]/g, '')
    .split(' ')
    .at(-1) ?? '';

/** What a verse has to be, whatever was ordered. */
function expectMet(lines: readonly ComposedLine[], order: ComposeOrder): void {
  const { letters, syllables } = readVerse(lines, lexicon);
  for (const [at, line] of lines.entries()) {
    const { min, max } = order.syllables[at] ?? order.syllables.at(-1) ?? { min: 0, max: 99 };
    expect(syllables[at]).toBe(line.syllables);
    expect(line.syllables).toBeGreaterThanOrEqual(min);
    expect(line.syllables).toBeLessThanOrEqual(max);
    for (const [other, before] of lines.slice(0, at).entries()) {
      if (at - other > 4) continue;
      const isWanted = line.letter !== null && line.letter === before.letter;
      expect(letters[at] !== '-' && letters[at] === letters[other]).toBe(isWanted);
      if (isWanted) expect(isSameWord(lastWord(line.text), lastWord(before.text))).toBe(false);
    }
    expect(limit.forbids(plainWords(line.text))).toBe(false);
    expect(generalTexts.has(line.text)).toBe(false);
  }
}

const orders = fc
  .record({
    scheme: fc
      .array(fc.constantFrom('A', 'B', 'C', '-'), { minLength: 1, maxLength: 6 })
      .map((letters) => letters.join('')),
    min: fc.integer({ min: 1, max: 28 }),
    more: fc.integer({ min: 0, max: 5 }),
    rhyme: fc.constantFrom(...RHYME_DEPTHS),
    seed: fc.nat(),
    temperature: fc.constantFrom(0, 0.5, 1, 2),
    word: fc.constantFrom('money', 'winter', 'qqqq', ''),
  })
  .map(
    ({ scheme, min, more, word, ...rest }): ComposeOrder => ({
      ...ORDER,
      ...rest,
      lines: scheme.length,
      scheme,
      syllables: [{ min, max: min + more }],
      topic: [{ word, weight: 1 }],
    }),
  );

describe('compose', { timeout: 120_000 }, () => {
  it('meets any order or names the constraint that cannot be met', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const composed = compose(order, materials);
        if (composed.ok) expectMet(composed.lines, order);
        else expect(CONSTRAINTS).toContain(composed.constraint);
      }),
      { numRuns: 8 },
    );
  });

  it('writes every sensible order', () => {
    for (const scheme of ['AABB', 'ABAB', 'ABBA', 'AAAA', '----'])
      expectMet(linesOf({ scheme }), { ...ORDER, scheme });
  });

  it('has rhymes for the sixteen letters of 32 lines', () => {
    const scheme = Array.from('ABCDEFGHIJKLMNOP', (letter) => letter + letter).join('');
    const lines = linesOf({ lines: 32, scheme });
    expectMet(lines, { ...ORDER, lines: 32, scheme });
  });

  it('gives the same text for the same order, and another for each change of it', () => {
    const text = textOf();
    expect(textOf()).toBe(text);
    const changes: Partial<ComposeOrder>[] = [
      { seed: 2 },
      { temperature: 0.1 },
      { topic: [{ word: 'winter', weight: 1 }] },
      { scheme: 'ABAB' },
      { syllables: [{ min: 6, max: 6 }] },
      { rhyme: 'dense' },
      {
        style: [
          { word: 'river', weight: 1 },
          { word: 'boat', weight: 1 },
        ],
      },
    ];
    for (const change of changes) expect(textOf(change)).not.toBe(text);
  });

  it('keeps lines as they are and writes rhymes to them', () => {
    const keep = [
      null,
      'I left my money on the kitchen table',
      null,
      'My Brother Came Home with a brand new coat!',
    ];
    const lines = linesOf({ keep, scheme: 'AABB' });
    expect(lines.map(({ kept }) => kept)).toEqual([false, true, false, true]);
    expect([lines[1]?.text, lines[3]?.text]).toEqual([keep[1], keep[3]]);
    expect(readVerse(lines, lexicon).letters).toEqual(['A', 'A', 'B', 'B']);
  });

  it.each(['I am number 1', 'We only need 1', 'I was born in 2021'])(
    'rhymes with a number as it is said: %s',
    (text) => {
      const lines = linesOf({ keep: [text, null], scheme: 'AA', lines: 2 });
      expect(readVerse(lines, lexicon).letters).toEqual(['A', 'A']);
    },
  );

  it('stays within the characters', () => {
    const lines = linesOf({ maxCharacters: 120, syllables: [{ min: 5, max: 8 }] });
    expect(lines.map(({ text }) => text).join('\n').length).toBeLessThanOrEqual(120);
  });

  it('repeats no more than four words of lines that it is to avoid', () => {
    const avoid = linesOf().map(({ text }) => text);
    const composed = compose(ORDER, { ...materials, avoid });
    if (!composed.ok) throw new Error(composed.message);
    for (const { text } of composed.lines) expect(longestSharedRun(text, avoid)).toBeLessThanOrEqual(4);
  });

  it('names what cannot be met', () => {
    const refused = (changes: Partial<ComposeOrder>) => {
      const composed = write(changes);
      return composed.ok ? null : composed.constraint;
    };
    expect(refused({ syllables: [{ min: 1, max: 1 }] })).toBe('syllables');
    expect(refused({ syllables: [{ min: 60, max: 60 }] })).toBe('syllables');
    expect(refused({ scheme: 'AAB' })).toBe('scheme');
    expect(refused({ maxCharacters: 20 })).toBe('characters');
    expect(refused({ keep: ['I walk the street', 'I drove the orange car'] })).toBe('keep');
    expect(refused({ keep: ['...', null], scheme: 'AABB' })).toBe('keep');
    expect(write({ keep: ['I read the text'], scheme: 'AA', lines: 2 })).toMatchObject({ line: 1 });
  });
});

describe('next lines', { timeout: 60_000 }, () => {
  const given = ['Woke up in the morning with the rent to pay', 'Mama in the kitchen and the lights are low'];
  const ask = (lines: readonly string[]) =>
    nextLines(
      lines,
      { count: 10, rhyme: 'single', syllables: null, topic: [], style: null, seed: 3, temperature: 0.7 },
      materials,
    );

  it('answer an end that has no rhyme yet, and say so', () => {
    const found = ask(given);
    expect(found.length).toBeGreaterThan(5);
    for (const { text, rhymesWith, why } of found) {
      expect(why.length).toBeGreaterThan(0);
      const { letters } = readVerse(
        [...given, text].map((line) => ({ text: line })),
        lexicon,
      );
      if (rhymesWith !== null) expect(letters[given.length]).toBe(letters[rhymesWith]);
    }
    expect(found.some(({ rhymesWith }) => rhymesWith !== null)).toBe(true);
  });

  it('tell a last word that is said again from a new rhyme', () => {
    const line = 'I was walking down the avenue at three in the morning';
    const ends = ask([line]).flatMap(({ text, rhymesWith, why }) =>
      rhymesWith === null ? [{ isSame: lastWord(text) === 'morning', why: why[0] ?? '' }] : [],
    );
    expect(ends.some(({ isSame }) => isSame)).toBe(true);
    for (const { isSame, why } of ends) expect(why.includes('repeats the end of line 1')).toBe(isSame);
  });

  it('tell a rhyme with any line from one that is new', () => {
    const lines = [
      'I never had a dollar in my pocket',
      'I never had a reason to complain',
      'I only had a picture in a locket',
      'I only had the window and the rain',
    ];
    const heard = ask(lines).map(({ text, rhymesWith, why }) => {
      const { letters } = readVerse(
        [...lines, text].map((line) => ({ text: line })),
        lexicon,
      );
      const isRepeat = lines.some((line) => isSameWord(lastWord(line), lastWord(text)));
      if (letters.at(-1) !== '-' && !isRepeat) expect(letters[rhymesWith ?? -1]).toBe(letters.at(-1));
      return why[0] ?? '';
    });
    expect(heard.some((why) => why.includes('goes on with a rhyme'))).toBe(true);
  });

  it('are found for no lines at all', () => {
    expect(ask([]).length).toBeGreaterThan(0);
  });
});

const orderFor = (lines: readonly string[]) => ({
  lines,
  style: ['porch', 'plate', 'cousin', 'yard', 'truck'].map((word) => ({ word, weight: 1 })),
  rhyme: 'single' as const,
  seed: 1,
  temperature: 0.5,
  content: null,
  syllables: { min: 9, max: 12 },
});

describe('rewrite', { timeout: 60_000 }, () => {
  it('keeps words that carry the meaning and brings in words of the style', () => {
    const lines = [
      'I drive my car around the city every night',
      'My brother told me everything would be alright',
    ];
    const order = orderFor(lines);
    const written = rewrite(order, materials);
    expect(written.map(({ before }) => before)).toEqual(lines);
    for (const { kept } of written) expect(kept.length).toBeGreaterThan(0);
    expect(written.some(({ style }) => style.length > 0)).toBe(true);
    for (const { before, after, why } of written) expect(why === null).toBe(after === before);
    expect(rewrite(order, materials)).toEqual(written);
  });

  it('leaves a line as it is rather than replace all that it says', () => {
    const lines = ['Todo lo que tengo se lo tuve que dejar', '(yeah)', '1999'];
    for (const { before, after, why } of rewrite(orderFor(lines), materials))
      expect([after, why]).toEqual([before, null]);
  });

  it('writes lines that hold a word of each line that was changed, whatever the text', () => {
    const texts = general.lines.filter((_, at) => at % 97 === 0).map(({ text }) => text);
    for (const { before, after, kept } of rewrite(orderFor(texts.slice(0, 16)), materials))
      if (after !== before)
        expect(kept.some((word) => after.toLowerCase().includes(word.slice(0, 3)))).toBe(true);
  });
});
