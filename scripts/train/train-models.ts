import type { PronunciationSource } from '../../src/lyrics/phonetics/pronunciation-source.ts';
import { type CandidatePairs, findCandidatePairs } from '../../src/lyrics/rhyme/candidate-pairs.ts';
import type { Models } from '../../src/lyrics/rhyme/hear.ts';
import { LINE_END_WIDTH, lineEndRows } from '../../src/lyrics/rhyme/line-ends.ts';
import { PAIR_WIDTH, pairRows } from '../../src/lyrics/rhyme/pair-features.ts';
import { type Ensemble, judge, plant, type TreeModel } from '../../src/lyrics/rhyme/trees.ts';
import { speakVerse, type Verse } from '../../src/lyrics/rhyme/verse.ts';
import { WORD_WIDTH, wordRows } from '../../src/lyrics/rhyme/word-features.ts';
import { type AnnotatedSong, shareLetter } from '../eval/rhyme-annotations.ts';
import { type BoostOptions, boost, type TrainingSet } from './boost.ts';

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
  pair: { trees: 100, depth: 6, rate: 0.15, lambda: 5, minHessian: 5, rowShare: 0.7, featureShare: 0.5 },
  word: { trees: 80, depth: 6, rate: 0.1, lambda: 5, minHessian: 5, rowShare: 0.6, featureShare: 0.4 },
  end: { trees: 80, depth: 4, rate: 0.1, lambda: 5, minHessian: 5, rowShare: 0.7, featureShare: 0.5 },
};

/** Inner folds: a later model learns from what the earlier one says of songs it has not seen. */
const INNER_FOLDS = 3;

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

const trainPairs = (songs: readonly PreparedSong[]): TreeModel =>
  boost(join(songs.map(pairPart), PAIR_WIDTH), OPTIONS.pair);

/** Runs `train` on the songs outside each inner fold and `use` on those inside it; keeps the songs' order. */
function outOfFold<T>(
  songs: readonly PreparedSong[],
  train: (songs: readonly PreparedSong[]) => Ensemble,
  use: (model: Ensemble, song: PreparedSong, index: number) => T,
): T[] {
  const models = Array.from({ length: INNER_FOLDS }, (_, fold) =>
    train(songs.filter((_song, index) => index % INNER_FOLDS !== fold)),
  );
  return songs.map((song, index) => {
    const model = models[index % INNER_FOLDS];
    if (!model) throw new Error('no model for an inner fold');
    return use(model, song, index);
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

/** Trains the three models, each on out-of-fold answers of the ones before. */
export function trainModels(songs: readonly PreparedSong[]): TrainedModels {
  const heard = outOfFold(
    songs,
    (part) => plant(trainPairs(part)),
    (model, { rows }) => judge(model, rows, PAIR_WIDTH),
  );
  const wordParts = songs.map(({ song, verse, pairs }, index) => ({
    rows: wordRows(verse, { pairs, probability: heard[index] ?? new Float32Array() }),
    labels: Uint8Array.from(song.letters, (letters) => (letters.length > 0 ? 1 : 0)),
  }));
  const trainWords = (parts: readonly Part[]): TreeModel => boost(join(parts, WORD_WIDTH), OPTIONS.word);
  const partOf = new Map(songs.map((song, index) => [song, wordParts[index]]));
  const partsOf = (some: readonly PreparedSong[]): Part[] => some.flatMap((song) => partOf.get(song) ?? []);
  const words = outOfFold(
    songs,
    (some) => plant(trainWords(partsOf(some))),
    (model, song) => judge(model, partOf.get(song)?.rows ?? new Int32Array(), WORD_WIDTH),
  );
  const endParts = songs.map((song, index) =>
    endPart(song, heard[index] ?? new Float32Array(), words[index] ?? new Float32Array()),
  );
  return {
    pair: trainPairs(songs),
    word: trainWords(wordParts),
    end: boost(join(endParts, LINE_END_WIDTH), OPTIONS.end),
  };
}

export const plantModels = ({ pair, word, end }: TrainedModels): Models => ({
  pair: plant(pair),
  word: plant(word),
  end: plant(end),
});
