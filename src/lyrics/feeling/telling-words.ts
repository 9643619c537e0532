import type { Emotion } from '../emotion/emotion-names.ts';
import { COMMON_WORDS } from '../text/common-words.ts';
import { DOMINANT_CLASSES } from './feeling-classes.ts';
import { VECTOR_SCALE } from './feeling-features.ts';
import { FEELING_MODEL } from './feeling-model.ts';
import { type FeelingJudgement, HUNDREDTHS } from './judge-feeling.ts';
import { plainForm } from './word-forms.ts';
import { committedVectors, VECTOR_SIZE } from './word-vectors.ts';

export interface TellingWord {
  /** How much the word speaks for the feeling. */
  weight: number;
  line: number;
  start: number;
  end: number;
}

/** About one content word in twenty-five speaks as much for a feeling. */
const TELLING = 2.5;

/** The content words whose vectors speak for a feeling, of lines that are not repeats and words that are not asides. */
export function tellingWords({ felt }: FeelingJudgement, emotion: Emotion): TellingWord[] {
  const row = FEELING_MODEL.dominant[DOMINANT_CLASSES.indexOf(emotion)] ?? [];
  const vectors = committedVectors();
  return felt.flatMap(({ line, open }) => {
    if (line.repeated) return [];
    return open.flatMap(({ norm, line: number, start, end }) => {
      const vector = COMMON_WORDS.has(norm) ? undefined : vectors.get(plainForm(norm));
      if (vector === undefined) return [];
      let weight = 0;
      for (let i = 0; i < VECTOR_SIZE; i++)
        weight += (VECTOR_SCALE / HUNDREDTHS) * (row[i] ?? 0) * (vector[i] ?? 0);
      return weight >= TELLING ? [{ weight, line: number, start, end }] : [];
    });
  });
}
