import type { PronunciationSource } from '../../phonetics/pronunciation-source.ts';
import { type Ensemble, probabilitiesOf, scaleRows, toEnsemble } from '../trees.ts';
import { readEndWord } from './end-sound.ts';
import { END_WORD_FEATURES, END_WORD_WIDTH, endWordRows, stanzaPairs } from './end-word-features.ts';
import { END_WORD_MODEL, VOWEL_ODDS } from './end-word-model.ts';
import { type HeardStanza, STANZA_WIDTH, stanzaRows } from './stanza-features.ts';
import { STANZA_MODEL } from './stanza-model.ts';

export interface EndWordModels {
  /** Log-odds that two vowels rhyme, 15 × 15, the lower index first. */
  readonly vowelOdds: readonly number[];
  readonly endWord: Ensemble;
  readonly stanza: Ensemble;
}

/** A stanza with the result of the first model and its input rows. */
export interface SoundedStanza extends HeardStanza {
  readonly rows: Float32Array;
}

const COMMITTED: EndWordModels = {
  vowelOdds: VOWEL_ODDS,
  endWord: toEnsemble(END_WORD_MODEL),
  stanza: toEnsemble(STANZA_MODEL),
};

const PERFECT = END_WORD_FEATURES.indexOf('is_perfect');
const LETTERS = END_WORD_FEATURES.indexOf('shared_letters');

/** Applies the first model to one stanza: which end words rhyme by their sound, spelling and position. */
export function soundStanza(
  words: readonly string[],
  source: PronunciationSource,
  models: Pick<EndWordModels, 'vowelOdds' | 'endWord'>,
): SoundedStanza {
  const pairs = stanzaPairs(words.length);
  const read = words.map((word) => readEndWord(word, source));
  const rows = endWordRows(read, pairs, models.vowelOdds);
  return { pairs, rows, probability: probabilitiesOf(models.endWord, scaleRows(rows), END_WORD_WIDTH) };
}

/** Rows for the second model, one poem at a time. */
export const poemRows = (poem: readonly SoundedStanza[]): Float32Array[] =>
  stanzaRows(poem, (stanza, pair) => {
    const rows = poem[stanza]?.rows;
    const offset = pair * END_WORD_WIDTH;
    return [rows?.[offset + PERFECT] ?? 0, rows?.[offset + LETTERS] ?? 0];
  });

/**
 * Which line ends of a poem rhyme, from its end words alone, stanza by stanza. Stanzas of the same length in a poem
 * influence each other, because poets keep their schemes.
 */
export function hearPoem(
  stanzas: readonly (readonly string[])[],
  source: PronunciationSource,
  models: EndWordModels = COMMITTED,
): HeardStanza[] {
  const sounded = stanzas.map((words) => soundStanza(words, source, models));
  return poemRows(sounded).map((rows, index) => ({
    pairs: sounded[index]?.pairs ?? stanzaPairs(0),
    probability: probabilitiesOf(models.stanza, scaleRows(rows), STANZA_WIDTH),
  }));
}
