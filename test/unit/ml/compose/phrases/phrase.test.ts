import { expect, it } from 'vitest';
import { readPhrases, writePhrases } from '../../../../../src/ml/compose/phrases/phrase.ts';

it('phrases are read as they were written', () => {
  const text =
    '# remarks\n[do]\ncount ~ days; pay the rent\n[thing]\nthe rent = go up; the lights == burn low\n[who]\nmy mother =; the kids ==';
  const phrases = readPhrases(text, 0.5);
  expect(phrases).toHaveLength(6);
  expect(phrases[3]).toEqual({
    kind: 'thing',
    words: ['burn', 'low'],
    subject: ['the', 'lights'],
    isPlural: true,
    weight: 0.5,
  });
  expect(readPhrases(writePhrases(phrases), 0.5)).toEqual(phrases);
});
