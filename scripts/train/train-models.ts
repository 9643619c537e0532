import type { PronunciationSource } from '../../src/lyrics/phonetics/pronunciation-source.ts';
import { type CandidatePairs, findCandidatePairs } from '../../src/lyrics/rhyme/candidate-pairs.ts';
import type { Models } from '../../src/lyrics/rhyme/hear.ts';
import { LINE_END_WIDTH, lineEndRows } from '../../src/lyrics/rhyme/line-ends.ts';
import { PAIR_WIDTH, pairRows } from '../../src/lyrics/rhyme/pair-features.ts';
import { type Ensemble, probabilitiesOf, type TreeModel, toEnsemble } from '../../src/lyrics/rhyme/trees.ts';
import { speakVerse, type Verse } from '../../src/lyrics/rhyme/verse.ts';
import { WORD_WIDTH, wordRows } from '../../src/lyrics/rhyme/word-features.ts';
import { type AnnotatedSong, shareLetter } from '../eval/rhyme-annotations.ts';
import { type BoostOptions, boost, type TrainingSet } from './boost.ts';
import { chooseThreshold } from './choose-threshold.ts';

export interface PreparedSong {
  readonly song: AnnotatedSong;
  readonly verse: Verse;
  readonly pairs: CandidatePairs;
  readonly rows: Int32Array;
}

export interface TrainedModels {
  readonly pair: TreeModel;
  readonly word: TreeModel;
  readonly end: TreeModel;
}

export const OPTIONS: Readonly<Record<'pair' | 'word' | 'end', BoostOptions>> = {
  pair: { trees: 48, depth: 6, rate: 0.25, lambda: 5, minHessian: 5, rowShare: 0.7, featureShare: 0.5 },
  word: { trees: 40, depth: 6, rate: 0.18, lambda: 5, minHessian: 5, rowShare: 0.6, featureShare: 0.4 },
  end: { trees: 120, depth: 3, rate: 0.1, lambda: 5, minHessian: 5, rowShare: 0.7, featureShare: 0.5 },
};

/** Inner folds: a later model learns from what the earlier one says of songs it has not seen. */
const INNER_FOLDS = 3;
const NO_ANSWERS = new Float32Array();

export function prepareSong(song: AnnotatedSong, source: PronunciationSource): PreparedSong {
  const verse = speakVerse(song.sung, source);
  const pairs = findCandidatePairs(verse);
  return { song, verse, pairs, rows: pairRows(verse, pairs) };
}

interface Part {
  readonly rows: Int32Array;
  readonly labels: Uint8Array;
}

function join(parts: readonly Part[], width: number): TrainingSet {
  const count = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const set = { width, rows: new Int32Array(count * width), labels: new Uint8Array(count) };
  let at = 0;
  for (const { rows, labels } of parts) {
    set.rows.set(rows, at * width);
    set.labels.set(labels, at);
    at += labels.length;
  }
  return set;
}

function pairPart({ song, verse, pairs, rows }: PreparedSong): Part {
  const lettersAt = (syllable: number | undefined) =>
    song.letters[verse.wordOfSyllable[syllable ?? 0] ?? 0] ?? [];
  const labels = Uint8Array.from(pairs.left, (left, pair) =>
    shareLetter(lettersAt(left), lettersAt(pairs.right[pair])) ? 1 : 0,
  );
  return { rows, labels };
}

function wordPart({ song, verse, pairs }: PreparedSong, probability: Float32Array): Part {
  return {
    rows: wordRows(verse, { pairs, probability }),
    labels: Uint8Array.from(song.letters, (letters) => (letters.length > 0 ? 1 : 0)),
  };
}

/** Runs `train` on the parts outside each inner fold and `use` on those inside it; keeps their order. */
function outOfFold<T>(
  parts: readonly Part[],
  train: (parts: readonly Part[]) => Ensemble,
  use: (model: Ensemble, part: Part) => T,
): T[] {
  const models = Array.from({ length: INNER_FOLDS }, (_, fold) =>
    train(parts.filter((_part, index) => index % INNER_FOLDS !== fold)),
  );
  return parts.map((part, index) => {
    const model = models[index % INNER_FOLDS];
    if (!model) throw new Error('no model for an inner fold');
    return use(model, part);
  });
}

/** Line ends with the same word are left out, as the gold leaves them open. */
function endPart({ song, verse, pairs }: PreparedSong, probability: Float32Array, word: Float32Array): Part {
  const all = lineEndRows(verse, { pairs, probability, word });
  const last = verse.text.lines.map(({ lastWord }) => lastWord - 1);
  const kept = last.flatMap((end, line) => {
    const before = last[line - 1];
    return before === undefined || verse.spellingId[before] === verse.spellingId[end] ? [] : [line];
  });
  const rows = new Int32Array(kept.length * LINE_END_WIDTH);
  for (const [index, line] of kept.entries()) {
    rows.set(all.subarray((line - 1) * LINE_END_WIDTH, line * LINE_END_WIDTH), index * LINE_END_WIDTH);
  }
  const lettersOf = (line: number) => song.letters[last[line] ?? 0] ?? [];
  return {
    rows,
    labels: Uint8Array.from(kept, (line) => (shareLetter(lettersOf(line - 1), lettersOf(line)) ? 1 : 0)),
  };
}

/** A model trained on all parts, its answers to each part by models that did not see it, and the threshold from those. */
function trainOutOfFold(
  parts: readonly Part[],
  width: number,
  options: BoostOptions,
): { model: TreeModel; answers: Float32Array[]; threshold: number } {
  const train = (some: readonly Part[]): TreeModel => boost(join(some, width), options);
  const answers = outOfFold(
    parts,
    (some) => toEnsemble(train(some)),
    (model, { rows }) => probabilitiesOf(model, rows, width),
  );
  const all = Float32Array.from(answers.flatMap((part) => [...part]));
  const labels = Uint8Array.from(parts.flatMap((part) => [...part.labels]));
  return { model: train(parts), answers, threshold: chooseThreshold(all, labels) };
}

/** Trains the three models, each on out-of-fold answers of the ones before. */
export function trainModels(songs: readonly PreparedSong[]): TrainedModels {
  const pair = trainOutOfFold(songs.map(pairPart), PAIR_WIDTH, OPTIONS.pair);
  const wordParts = songs.map((song, index) => wordPart(song, pair.answers[index] ?? NO_ANSWERS));
  const word = trainOutOfFold(wordParts, WORD_WIDTH, OPTIONS.word);
  const endParts = songs.map((song, index) =>
    endPart(song, pair.answers[index] ?? NO_ANSWERS, word.answers[index] ?? NO_ANSWERS),
  );
  const end = trainOutOfFold(endParts, LINE_END_WIDTH, OPTIONS.end);
  return {
    pair: pair.model,
    word: { ...word.model, threshold: word.threshold },
    end: { ...end.model, threshold: end.threshold },
  };
}

export const plantModels = ({ pair, word, end }: TrainedModels): Models => ({
  pair: toEnsemble(pair),
  word: toEnsemble(word),
  end: toEnsemble(end),
});
