import { describe, expect, it } from 'vitest';
import texts from '../../../../scripts/eval/data/quality-texts.json' with { type: 'json' };
import { analyzeLyrics } from '../../../../src/lyrics/analyze.ts';
import { whyNotScored } from '../../../../src/ml/quality/domain.ts';
import { lexicon } from '../../../support/lexicon.ts';

const judged = texts.map(({ id, kind, half, scored, lines }) => {
  const text = lines.join('\n');
  const why = whyNotScored(text, analyzeLyrics(text, { lexicon }));
  return { id, kind, half, isRight: (why === null) === scored, why };
});

/** Two verses that say the same word over and over, and sentences whose ends rhyme by chance. */
const KNOWN_MISSES = ['nursery-bear', 'rap-awful', 'football'];

describe('a text is scored if it is a verse in English', () => {
  it.each(['tune', 'held'])('of the texts for this project, those of the half %s', (half) => {
    const misses = judged.filter((one) => one.half === half && !one.isRight).map(({ id }) => id);
    expect(misses).toEqual(
      KNOWN_MISSES.filter((id) => judged.some((one) => one.id === id && one.half === half)),
    );
  });

  it('says of each kind why it is not', () => {
    const reasons = new Map(judged.map(({ id, why }) => [id, why]));
    expect(reasons.get('spanish')).toBe('language');
    expect(reasons.get('keys')).toBe('unknown_words');
    expect(reasons.get('ten-words')).toBe('short');
    expect(reasons.get('news')).toBe('prose');
    expect(reasons.get('recipe-list')).toBe('unrhymed');
    expect(reasons.get('mail-casual')).toBe('unrhymed');
    expect(reasons.get('code-html')).toBe('code');
    expect(reasons.get('one-line')).toBe('refrain');
  });
});
