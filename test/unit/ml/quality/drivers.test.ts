import { describe, expect, it } from 'vitest';
import texts from '../../../../scripts/eval/data/quality-texts.json' with { type: 'json' };
import { analyzeLyrics } from '../../../../src/lyrics/analyze.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';
import { driversOf } from '../../../../src/ml/quality/drivers.ts';
import { measureFeatures, QUALITY_FEATURES } from '../../../../src/ml/quality/features.ts';
import { foresee } from '../../../../src/ml/quality/predict.ts';
import { QUALITY_MODEL } from '../../../../src/ml/quality/quality-model.ts';
import { lexicon } from '../../../support/lexicon.ts';

const MODEL = QUALITY_MODEL.model;
/** That weighs repeats alone. */
const REPEATS = {
  ...MODEL,
  features: MODEL.features.map((one) => ({ ...one, weight: one.name === 'repeated_lines' ? -1 : 0 })),
};

function driversOfText(text: string, most = 40, model = MODEL) {
  const song = readSong(text);
  const values = measureFeatures({ song, analysis: analyzeLyrics(text, { lexicon }) });
  const measures = { values, words: song.words.length };
  return driversOf(model, measures, foresee(model, measures), most);
}

describe('the drivers of a score', () => {
  it('have weights for exactly the features that are measured, in their order', () => {
    expect(MODEL.features.map(({ name }) => name)).toEqual(QUALITY_FEATURES.map(({ name }) => name));
  });

  it('tell a writer what repeats, with both numbers', () => {
    const verse = 'I walk the line until the morning light\nI hold my own until the end of night';
    const drivers = driversOfText(`${verse}\n${verse}\n${verse}`, 5, REPEATS);
    expect(drivers).toHaveLength(1);
    expect(drivers[0]?.sentence).toMatch(
      /^Your lines repeat more than in most songs: 67 % against \d+ %, which lowers the score\.$/,
    );
    expect(drivers[0]?.effect).toBeLessThan(0);
  });

  it('say more where there is more, less where there is less, and never the same number twice', () => {
    for (const { scored, lines } of texts.filter((one) => one.scored)) {
      expect(scored).toBe(true);
      for (const { feature, sentence, value, typical } of driversOfText(lines.join('\n'))) {
        const wording = QUALITY_FEATURES.find(({ name }) => name === feature);
        if (wording === undefined) throw new Error(`${feature} is measured`);
        expect(sentence.startsWith(value > typical ? wording.more : wording.less), sentence).toBe(true);
        const [, mine, usual] = /: (.+) against ([^ ]+(?: %)?)/.exec(sentence) ?? [];
        expect(mine, sentence).not.toBe(usual);
        expect(sentence).not.toMatch(/NaN|undefined|mattr|mtld|density|z-score/i);
      }
    }
  });

  it('say what they did to the score, and the same thing once', () => {
    for (const { lines } of texts.filter((one) => one.scored)) {
      const drivers = driversOfText(lines.join('\n'));
      for (const { sentence, effect } of drivers)
        expect(sentence).toMatch(effect > 0 ? /, which raises the score\.$/ : /, which lowers the score\.$/);
      const names = drivers.map(({ feature }) => feature);
      for (const [one, other] of [
        ['mean_word_length', 'long_words'],
        ['repeated_lines', 'repeated_phrases'],
        ['rhyme_density', 'internal_rhymes'],
      ])
        expect(names.filter((name) => name === one || name === other).length).toBeLessThanOrEqual(1);
    }
  });

  it('name the words that were counted, not what they may mean', () => {
    const drivers = driversOfText(
      'Hands up, hands up, everybody get down\nPour another cup and pass the other one around\nWe go until the morning and we never touch the ground\nTurn the music up until the neighbours hear the sound',
    );
    expect(drivers.find(({ feature }) => feature === 'listener')?.sentence).toMatch(
      /^You say "you" or "your" less often than most songs: 0\.0 against \d\.\d times in a hundred words, which /,
    );
  });

  it('are the strongest first, and at most as many as asked for', () => {
    const all = driversOfText(texts.find(({ id }) => id === 'rap-good')?.lines.join('\n') ?? '');
    const sizes = all.map(({ effect }) => Math.abs(effect));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(driversOfText('I sing\nI sing', 5).length).toBeLessThanOrEqual(5);
  });
});
