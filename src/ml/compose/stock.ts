import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { CopyLimit, plainWord, runCodes } from './copy-limit.ts';
import type { GeneralModel } from './general-model.ts';
import { findPhrases } from './phrases/find-phrases.ts';
import { distinct, type Phrase } from './phrases/phrase.ts';
import { readWords } from './read-words.ts';
import { readSkeleton, type Skeleton } from './skeletons.ts';
import { TableSounds } from './table-sounds.ts';
import type { Materials, SourceLine } from './types.ts';
import { WordPairs } from './word-pairs.ts';

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What the sources give a composition: shapes of lines, words seen side by side, and what may not be copied. */
export interface Stock {
  readonly skeletons: () => readonly Skeleton[];
  readonly pairs: () => WordPairs;
  readonly limit: CopyLimit;
  /** Phrases of the source lines. */
  readonly phrases: readonly Phrase[];
  readonly sounds: TableSounds;
}

const GENERAL = new WeakMap<GeneralModel, Stock>();

function readSkeletons(
  lines: readonly SourceLine[],
  start: number,
  from: { table: GeneralModel['table']; lexicon: Lexicon },
): Skeleton[] {
  return lines.flatMap((line, at) => readSkeleton(line, start + at, from) ?? []);
}

/** The general model's part, read once. */
function generalStock(general: GeneralModel, lexicon: Lexicon): Stock {
  const known = GENERAL.get(general);
  if (known) return known;
  const limit = new CopyLimit();
  limit.addRuns(general.runs);
  const skeletons = once(() => readSkeletons(general.lines, 0, { table: general.table, lexicon }));
  const sounds = new TableSounds(general.table, lexicon);
  const pairs = once(() => new WordPairs(general.lines, general.table));
  const stock = { skeletons, pairs, limit, sounds, phrases: general.phrases };
  GENERAL.set(general, stock);
  return stock;
}

export function readStock({ general, lexicon, sources, avoid = [] }: Materials): Stock {
  const base = generalStock(general, lexicon);
  const limit = new CopyLimit(base.limit);
  for (const text of avoid) limit.add(text);
  const phrases: Phrase[] = [];
  for (const line of sources) {
    const words = readWords(line.text);
    limit.addRuns(runCodes(words.flatMap(({ word }) => plainWord(word))));
    phrases.push(...findPhrases(words, line, general.table));
  }
  // Apart from the general lines, so that no source line follows one of them.
  const start = general.lines.length + 1;
  const { table } = general;
  return {
    skeletons: once(() => [...readSkeletons(sources, start, { table, lexicon }), ...base.skeletons()]),
    pairs: once(() => new WordPairs(sources, table, base.pairs())),
    limit,
    phrases: distinct(phrases),
    sounds: base.sounds,
  };
}
