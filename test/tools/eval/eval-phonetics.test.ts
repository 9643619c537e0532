import { describe, expect, it } from 'vitest';
import { learnContexts } from '../../../scripts/eval/context-tree.ts';
import { PhoneScorer, phoneDistance } from '../../../scripts/eval/score-phones.ts';
import { alignWords } from '../../../scripts/lexicon/align.ts';
import { learnRules } from '../../../scripts/lexicon/learn-rules.ts';
import { spellToPhones } from '../../../src/lyrics/phonetics/letter-to-sound.ts';
import { formatPhones, parsePhones } from '../../../src/lyrics/phonetics/phones.ts';

const WORDS = [
  'cat K AE1 T',
  'bat B AE1 T',
  'cab K AE1 B',
  'tab T AE1 B',
  'city S IH1 T IY0',
  'cite S AY1 T',
  'bite B AY1 T',
].map((line) => {
  const [spelling = '', ...phones] = line.split(' ');
  return { spelling, pronunciations: [parsePhones(phones.join(' '))], frequency: 0, isListed: true };
});

describe('the score of pronunciations', () => {
  it('is the least number of edits to a listed one', () => {
    expect(phoneDistance(parsePhones('K AE1 T'), parsePhones('K AE1 T'))).toBe(0);
    expect(phoneDistance(parsePhones('K AE1 T'), parsePhones('AE1 T S'))).toBe(2);
    expect(phoneDistance([], parsePhones('K AE1 T'))).toBe(3);
  });

  it('tells phones, words, stress and syllables apart', () => {
    const scorer = new PhoneScorer();
    scorer.add(parsePhones('K AE1 T'), [parsePhones('K AA1 T'), parsePhones('K AE1 T')]);
    scorer.add(parsePhones('R IH0 K AO1 R D'), [parsePhones('R IH1 K AO0 R D')]);
    scorer.add(parsePhones('S IH1 T'), [parsePhones('S IH1 T IY0')]);
    expect(scorer.result()).toEqual({
      per: 0.0769,
      wer: 0.3333,
      wer_stress: 0.6667,
      syllables_wrong: 0.3333,
    });
  });
});

describe('rules learned from a few words', () => {
  it('recall them letter by letter', () => {
    const rules = learnRules(WORDS);
    for (const { spelling, pronunciations } of WORDS) {
      expect(formatPhones(spellToPhones(rules, spelling)), spelling).toBe(
        formatPhones(pronunciations[0] ?? []),
      );
    }
  });

  it('of contexts only speak the most frequent sound where a context is rare', () => {
    const speak = learnContexts(alignWords(WORDS));
    expect(formatPhones(speak('tat'))).toBe('T AE1 T');
  });
});
