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
    expect(drivers[0]?.sentence).toMatch(/^Your lines repeat more than in most songs: 67 % against \d+ %\.$/);
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

  it('are the strongest first, and at most as many as asked for', () => {
    const all = driversOfText(texts.find(({ id }) => id === 'rap-good')?.lines.join('\n') ?? '');
    const sizes = all.map(({ effect }) => Math.abs(effect));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(driversOfText('I sing\nI sing', 5).length).toBeLessThanOrEqual(5);
  });
});
