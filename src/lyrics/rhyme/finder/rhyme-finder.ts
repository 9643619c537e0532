import type { Lexicon } from '../../phonetics/lexicon.ts';
import type { FoundReading, FoundRhyme, RhymeAnswer, RhymeOptions } from './contract.ts';
import { phraseAnswers } from './phrase-answers.ts';
import { type Query, type QueryReading, readQuery } from './read-query.ts';
import { whyNothing } from './why-nothing.ts';
import { WordAnswers } from './word-answers.ts';

/** Share of the answers to a phrase that are phrases. */
const PHRASE_SHARE = 0.6;

/** Whether phrases are looked for: for a phrase always, for a word where too few words match its several syllables. */
function wantsPhrases(
  { words }: Query,
  { soundings: [sounding] }: QueryReading,
  { kind, limit }: RhymeOptions,
  found: number,
): boolean {
  if (words.length > 1) return true;
  const rhyming = sounding ? sounding.sounds.length - sounding.anchor : 0;
  return rhyming > 1 && found < (kind === 'multi' ? limit : 1);
}

function answerReading(
  lexicon: Lexicon,
  query: Query,
  { reading, index, words }: { reading: QueryReading; index: number; words: WordAnswers },
  options: RhymeOptions,
): FoundRhyme[] {
  const single = words.find(reading, index, options);
  const phrases = wantsPhrases(query, reading, options, single.length)
    ? phraseAnswers(lexicon, { reading, index, words }, options)
    : [];
  if (query.words.length === 1) return [...single, ...phrases].slice(0, options.limit);
  const share = Math.max(Math.ceil(options.limit * PHRASE_SHARE), options.limit - single.length);
  return [...phrases.slice(0, share), ...single].slice(0, options.limit);
}

/** Shares the limit among the readings: each in turn gives its next best, and what one lacks the others get. */
export function shareOut<T extends FoundRhyme>(lists: readonly (readonly T[])[], limit: number): T[] {
  const quotas = lists.map(() => 0);
  for (let left = limit; left > 0; ) {
    const open = lists.flatMap((list, index) => ((quotas[index] ?? 0) < list.length ? [index] : []));
    if (open.length === 0) break;
    for (const index of open.slice(0, left)) quotas[index] = (quotas[index] ?? 0) + 1;
    left -= Math.min(left, open.length);
  }
  return lists.flatMap((list, index) => list.slice(0, quotas[index]));
}

/** The label of a reading: its most frequent perfect rhyme, otherwise its best near one. */
function labelOf(lexicon: Lexicon, query: Query, reading: QueryReading): string | null {
  for (const kind of ['perfect', 'near'] as const) {
    const [best] = new WordAnswers(lexicon, query).find(reading, 0, { kind, limit: 1 });
    if (best) return `like "${best.word}"`;
  }
  return null;
}

/** The first word among the answers for a reading, where these are perfect rhymes of any length. */
function firstWord(
  items: readonly FoundRhyme[],
  index: number,
  { kind, syllables }: RhymeOptions,
): string | null {
  if (kind !== 'perfect' || syllables !== undefined) return null;
  const first = items.find(({ reading, is_phrase }) => reading === index && !is_phrase);
  return first ? `like "${first.word}"` : null;
}

/**
 * Rhymes of a word or phrase for each of its readings, which share the limit: words, and for a phrase also phrases.
 * Never the word itself, its inflections and derived words, or homophones. An empty answer has its reason.
 */
export function findRhymes(lexicon: Lexicon, text: string, options: RhymeOptions): RhymeAnswer {
  const query = readQuery(lexicon, text);
  const search = (asked: RhymeOptions): FoundRhyme[] => {
    const words = new WordAnswers(lexicon, query);
    const lists = query.readings.map((reading, index) =>
      answerReading(lexicon, query, { reading, index, words }, asked),
    );
    return shareOut(lists, asked.limit);
  };
  const items = search(options);
  const readings: FoundReading[] = query.readings.map((reading, index) => ({
    pronunciation: reading.pronunciation,
    label: firstWord(items, index, options) ?? labelOf(lexicon, query, reading),
    gloss: reading.gloss,
  }));
  return { readings, items, reason: items.length > 0 ? null : whyNothing(text, query, options, search) };
}
