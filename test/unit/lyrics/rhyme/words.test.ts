import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speakVerse } from '../../../../src/lyrics/rhyme/verse.ts';
import { readVoices } from '../../../../src/lyrics/rhyme/words.ts';
import { lexicon } from '../../../support/lexicon.ts';

const spellings = (text: string) => readVoices(text, []).main.words.map(({ spelling }) => spelling);

describe('sung words', () => {
  it('are spelt as the dictionary spells them', () => {
    expect(spellings("Don’t 'Cause rollin' Yeah rock 'n' ROLL 99")).toEqual([
      "don't",
      "'cause",
      "rollin'",
      'yeah',
      'rock',
      "'n'",
      'roll',
      'ninety nine',
    ]);
  });

  it('are the same with and without letters beyond ASCII in the line', () => {
    const row = fc
      .array(fc.constantFrom('a', 'B', '7', "'", '’', '`', ' ', '(', ')', '-', '$', '.'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(row, (plain) => {
        const before = readVoices(`${plain} e`, []);
        const after = readVoices(`${plain} é`, []);
        expect(after).toEqual(before);
      }),
    );
  });

  it('share one number per spelling', () => {
    const { words, spellings: distinct } = readVoices('Round and round\nand ROUND', []).main;
    expect(distinct).toEqual(['round', 'and']);
    expect(words.map(({ spellingId }) => spellingId)).toEqual([0, 1, 0, 1, 0]);
  });
});

describe('the limit of words', () => {
  it('counts the words that figures are spoken as', () => {
    const figures = Array.from({ length: 500 }, (_, n) => `${777_777 + n}`).join('\n');
    const { words, isPartial } = readVoices(figures, [], { maxWords: 100 }).main;
    const spoken = words.flatMap(({ spelling }) => spelling.split(' '));
    expect(isPartial).toBe(true);
    expect(words.length).toBeLessThan(20);
    expect(spoken.length).toBeGreaterThanOrEqual(100);
    expect(spoken.length).toBeLessThan(110);
  });
});

describe('pronunciation', () => {
  it('is the same for repeated calls and after any other text', () => {
    const text = readVoices('it is lit if it is\nmy favorite habit, commit it\ngive it a minute', []).main;
    const first = speakVerse(text, lexicon);
    speakVerse(readVoices('it split the habit, forfeit it', []).main, lexicon);
    const again = speakVerse(text, lexicon);
    expect([...again.stress]).toEqual([...first.stress]);
    expect([...again.vowel]).toEqual([...first.vowel]);
    // "it" is spoken with and without stress: with nothing to choose by, the dictionary's first is taken.
    const its = text.words.flatMap(({ spelling }, word) =>
      spelling === 'it' ? [first.stress[first.firstSyllable[word] ?? 0]] : [],
    );
    expect(new Set(its)).toEqual(new Set([1]));
  });
});
