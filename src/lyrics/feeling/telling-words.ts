import type { Emotion } from '../emotion/emotion-names.ts';
import { COMMON_WORDS } from '../text/common-words.ts';
import { DOMINANT_CLASSES } from './feeling-classes.ts';
import { type FeelingJudgement, HUNDREDTHS } from './judge-feeling.ts';
import { plainForm } from './word-forms.ts';
import { VECTOR_SIZE } from './word-vectors.ts';

export interface TellingWord {
  /** How much the word speaks for the feeling. */
  weight: number;
  line: number;
  start: number;
  end: number;
}

/** About one content word in twenty-five speaks as much for a feeling. */
const TELLING = 4;

/** The content words whose vectors speak for a feeling, of lines that are not repeats and words that are not asides. */
export function tellingWords({ felt, learned }: FeelingJudgement, emotion: Emotion): TellingWord[] {
  const row = learned.model.dominant[DOMINANT_CLASSES.indexOf(emotion)] ?? [];
  const { numbers, words } = learned.vectors;
  return felt.flatMap(({ line, open }) => {
    if (line.repeated) return [];
    return open.flatMap(({ norm, line: number, start, end }) => {
      const word = COMMON_WORDS.has(norm) ? undefined : numbers.get(plainForm(norm));
      if (word === undefined) return [];
      let weight = 0;
      for (let i = 0; i < VECTOR_SIZE; i++)
        weight += ((row[i] ?? 0) / HUNDREDTHS) * (words[word * VECTOR_SIZE + i] ?? 0);
      return weight >= TELLING ? [{ weight, line: number, start, end }] : [];
    });
  });
}
