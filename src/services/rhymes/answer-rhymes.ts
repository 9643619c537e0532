import { findHits } from '../../lyrics/find-hits.ts';
import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import type { FoundRhyme, RhymeAnswer, RhymeKind } from '../../lyrics/rhyme/finder/contract.ts';
import { findRhymes, shareOut } from '../../lyrics/rhyme/finder/rhyme-finder.ts';
import { readSong } from '../../lyrics/text/song.ts';
import type { Theme } from '../../lyrics/themes/theme-names.ts';

export interface FindRhymesInput {
  word: string;
  kind: RhymeKind;
  syllables: number | null;
  topic: Theme | null;
  limit: number;
}

/** A topic filter keeps few words, so many more candidates are read. */
const TOPIC_CANDIDATES = 2000;

/** The rhymes that hold a word of the theme in the theme lexicon. */
function ofTopic(rhymes: readonly FoundRhyme[], topic: Theme): FoundRhyme[] {
  const { themes } = findHits(readSong(rhymes.map(({ word }) => word).join('\n')));
  const lines = new Set(themes.filter((hit) => hit.category === topic).map((hit) => hit.line));
  return rhymes.filter((_, line) => lines.has(line));
}

/** The rhymes of a word or phrase from the lexicon alone, those of a theme if one is given. */
export function answerRhymes(lexicon: Lexicon, input: FindRhymesInput): RhymeAnswer {
  const { word, kind, syllables, topic, limit } = input;
  const options = { kind, ...(syllables === null ? {} : { syllables }) };
  if (topic === null) return findRhymes(lexicon, word, { ...options, limit });
  const all = findRhymes(lexicon, word, { ...options, limit: TOPIC_CANDIDATES });
  const kept = ofTopic(all.items, topic);
  const items = shareOut(
    all.readings.map((_, index) => kept.filter(({ reading }) => reading === index)),
    limit,
  );
  if (items.length > 0 || all.reason) return { ...all, items };
  const detail = `None of the ${all.items.length} ${kind} rhymes belongs to the theme ${topic}.`;
  return { ...all, items, reason: { code: 'filtered', detail, try_kinds: [] } };
}
