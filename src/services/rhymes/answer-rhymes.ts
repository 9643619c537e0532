import { findHits } from '../../lyrics/find-hits.ts';
import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import type { FoundRhyme, RhymeAnswer, RhymeChoice, RhymeKind } from '../../lyrics/rhyme/finder/contract.ts';
import { findRhymes, shareOut } from '../../lyrics/rhyme/finder/rhyme-finder.ts';
import { readSong } from '../../lyrics/text/song.ts';
import type { Theme } from '../../lyrics/themes/theme-names.ts';

export interface FindRhymesInput {
  word: string;
  kind: RhymeChoice;
  syllables: number | null;
  topic: Theme | null;
  limit: number;
}

export interface KindOfRhyme extends FoundRhyme {
  readonly kind: RhymeKind;
}

export interface RhymesAnswer extends RhymeAnswer {
  readonly items: readonly KindOfRhyme[];
}

/** A topic filter keeps few words, so many more candidates are read. */
const TOPIC_CANDIDATES = 2000;

/** Words of weight 2 usually mean their theme by themselves; beside other lines they may weigh a little less. */
const TOPIC_WEIGHT = 1.5;

/** The rhymes that hold a word which usually means the theme. */
function ofTopic(rhymes: readonly FoundRhyme[], topic: Theme): FoundRhyme[] {
  const themes = findHits(readSong(rhymes.map(({ word }) => word).join('\n')));
  const lines = new Set(
    themes.filter((hit) => hit.category === topic && hit.weight >= TOPIC_WEIGHT).map((hit) => hit.line),
  );
  return rhymes.filter((_, line) => lines.has(line));
}

interface KindInput extends Omit<FindRhymesInput, 'kind'> {
  kind: RhymeKind;
}

function answerOfKind(lexicon: Lexicon, { word, kind, syllables, topic, limit }: KindInput): RhymeAnswer {
  const options = { kind, ...(syllables === null ? {} : { syllables }) };
  if (topic === null) return findRhymes(lexicon, word, { ...options, limit });
  const all = findRhymes(lexicon, word, { ...options, limit: TOPIC_CANDIDATES });
  const kept = ofTopic(all.items, topic);
  const items = shareOut(byReading(all, kept), limit);
  if (items.length > 0 || all.reason) return { ...all, items };
  const detail = `None of the ${all.items.length} ${kind} rhymes belongs to the theme ${topic}.`;
  return { ...all, items, reason: { code: 'filtered', detail, try_kinds: [] } };
}

const byReading = <T extends FoundRhyme>({ readings }: RhymeAnswer, items: readonly T[]): T[][] =>
  readings.map((_, index) => items.filter(({ reading }) => reading === index));

const withKind = ({ items }: RhymeAnswer, kind: RhymeKind): KindOfRhyme[] =>
  items.map((item) => ({ ...item, kind }));

/** Perfect rhymes; a reading that has none is answered with near rhymes. */
function answerBest(lexicon: Lexicon, input: Omit<FindRhymesInput, 'kind'>): RhymesAnswer {
  const perfect = answerOfKind(lexicon, { ...input, kind: 'perfect' });
  const lists = byReading(perfect, withKind(perfect, 'perfect'));
  if (lists.every((list) => list.length > 0) && lists.length > 0) return { ...perfect, items: lists.flat() };
  const near = answerOfKind(lexicon, { ...input, kind: 'near' });
  const nearLists = byReading(near, withKind(near, 'near'));
  const items = shareOut(
    lists.map((list, index) => (list.length > 0 ? list : (nearLists[index] ?? []))),
    input.limit,
  );
  return { readings: perfect.readings, items, reason: items.length > 0 ? null : near.reason };
}

/** The rhymes of a word or phrase from the lexicon alone, those of a theme if one is given, each with its kind. */
export function answerRhymes(lexicon: Lexicon, { kind, ...input }: FindRhymesInput): RhymesAnswer {
  if (kind === 'best') return answerBest(lexicon, input);
  const answer = answerOfKind(lexicon, { ...input, kind });
  return { ...answer, items: withKind(answer, kind) };
}
