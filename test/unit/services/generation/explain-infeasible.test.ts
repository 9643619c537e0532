import { describe, expect, it } from 'vitest';
import type { ComposeOrder } from '../../../../src/ml/compose/types.ts';
import { explainInfeasible } from '../../../../src/services/generation/explain-infeasible.ts';
import { lexicon } from '../../../support/lexicon.ts';

const FOUND = { ok: false, constraint: 'syllables', message: 'No line 2 was found.' } as const;
const ORDER: ComposeOrder = {
  lines: 4,
  scheme: 'AABB',
  syllables: [{ min: 8, max: 12 }],
  maxCharacters: 300,
  rhyme: 'single',
  topic: [],
  style: null,
  keep: [],
  seed: 1,
  temperature: 0.8,
};
const explain = (given: Partial<ComposeOrder>) => explainInfeasible({ ...ORDER, ...given }, FOUND, lexicon);

describe('the constraint that a caller has to change', () => {
  it('is a kept line with which hardly a word rhymes', () => {
    const { constraint, message } = explain({ keep: ['I bought an orange'] });
    expect([constraint, message]).toEqual([
      'keep',
      expect.stringContaining('"orange", the end of kept line 1'),
    ]);
  });

  it('is two kept lines that rhyme although their letters differ', () => {
    const keep = ['I never sleep at night', null, 'I never see the light'];
    expect(explain({ keep })).toEqual({
      constraint: 'keep',
      message: 'Kept lines 1 and 3 rhyme and have the letters A and B: "night", "light".',
    });
  });

  it('is the characters, where lines as long as ordered have no room', () => {
    const { constraint, message } = explain({
      lines: 6,
      scheme: 'AABBCC',
      syllables: [{ min: 12, max: 12 }],
      maxCharacters: 200,
    });
    expect([constraint, message]).toEqual([
      'characters',
      expect.stringMatching(/about 54 characters; 200 .* leave 32 /),
    ]);
  });

  it('is a kept line whose rhymes the composer cannot end a line with', () => {
    const order = { ...ORDER, keep: ['I read the text'] };
    const { constraint, message } = explainInfeasible(order, { ...FOUND, line: 1 }, lexicon);
    expect([constraint, message]).toEqual([
      'keep',
      'No line 2 of 8 to 12 syllables was found that rhymes with "text", the end of kept line 1: end it with another word, or allow other syllables.',
    ]);
    expect(explainInfeasible(order, { ...FOUND, line: 2 }, lexicon).constraint).toBe('syllables');
  });

  it('is what was found for an order without such a reason', () => {
    expect(explain({ keep: ['I never sleep at night'] })).toBe(FOUND);
    expect(explain({ maxCharacters: null })).toBe(FOUND);
  });

  it('is never changed where the composer names another constraint', () => {
    const vocabulary = { ok: false, constraint: 'vocabulary', message: 'There are no lines.' } as const;
    expect(explainInfeasible({ ...ORDER, keep: ['I bought an orange'] }, vocabulary, lexicon)).toBe(
      vocabulary,
    );
  });
});
