import { FUNCTION_WORDS } from '../../lyrics/phonetics/function-words.ts';
import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { isSameWord } from '../../lyrics/rhyme/same-word.ts';
import { soundOf } from './word-sounds.ts';

/** Words between which a rhyme inside lines is heard. */
const REACH = 14;
/** What a word counts whose vowel alone is echoed. */
const VOWEL_ALONE = 0.35;

/**
 * About the share of the last `count` words' syllables that rhyme with a word shortly before, 0-1: what the engine's
 * density will be, without hearing the verse.
 */
export function rhymedShare(words: readonly string[], count: number, lexicon: Lexicon): number {
  const first = Math.max(0, words.length - count);
  let [rhymed, syllables] = [0, 0];
  for (let at = first; at < words.length; at++) {
    const word = words[at] ?? '';
    const sound = soundOf(lexicon, word);
    syllables += sound.syllables;
    if (!FUNCTION_WORDS.has(word)) rhymed += sound.syllables * echoed(words, at, lexicon);
  }
  return syllables === 0 ? 0 : rhymed / syllables;
}

function echoed(words: readonly string[], at: number, lexicon: Lexicon): number {
  const word = words[at] ?? '';
  const { endKey, anchor } = soundOf(lexicon, word);
  let best = 0;
  for (let other = Math.max(0, at - REACH); other < at; other++) {
    const before = words[other] ?? '';
    const sound = soundOf(lexicon, before);
    if (sound.anchor !== anchor || FUNCTION_WORDS.has(before) || isSameWord(before, word)) continue;
    if (sound.endKey === endKey) return 1;
    best = VOWEL_ALONE;
  }
  return best;
}
