import type { PronunciationSource } from '../phonetics/pronunciation-source.ts';
import type { SungText } from './words.ts';

/** Distinct words that the dictionary lacks: three times as many as in any song of the annotated and the reference songs. */
const MAX_STRANGE = 300;

/** Numbers are spoken by rule, and other scripts not at all. */
export const isSpelt = (spelling: string): boolean => !/[^a-z']/.test(spelling) && /[a-z]/.test(spelling);

/** The number of the spelling with which a text has too many strange ones; -1 if it never has. */
function firstTooMany({ spellings, tongues }: SungText, source: PronunciationSource): number {
  if (spellings.length <= MAX_STRANGE) return -1;
  let strange = 0;
  return spellings.findIndex(
    (spelling, id) =>
      tongues[id] === 'english' &&
      isSpelt(spelling) &&
      source.find(spelling) === undefined &&
      ++strange > MAX_STRANGE,
  );
}

/** A text up to the line in which the dictionary lacks too many of its words: such a text is no lyrics but gibberish. */
export function untilStrange(text: SungText, source: PronunciationSource): SungText {
  const spelling = firstTooMany(text, source);
  if (spelling < 0) return text;
  const line = text.words.find(({ spellingId }) => spellingId === spelling)?.line ?? 0;
  const words = text.words.slice(0, text.lines[line]?.firstWord);
  const kept = words.reduce((most, { spellingId }) => Math.max(most, spellingId + 1), 0);
  return {
    isPartial: true,
    words,
    lines: text.lines.slice(0, line),
    spellings: text.spellings.slice(0, kept),
    tongues: text.tongues.slice(0, kept),
  };
}
