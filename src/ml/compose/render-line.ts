import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import type { Slot } from './skeletons.ts';
import { soundOf } from './word-sounds.ts';

const ARTICLE = /^an?$/;
const LASTING = /[?!]/;

/** A filled shape as it is written: the source's capitals inside, its marks between words, "a" or "an" by the sound. */
export function renderLine(slots: readonly Slot[], words: readonly string[], lexicon: Lexicon): string {
  const last = words.length - 1;
  const shown = words.map((word, at) => {
    const slot = slots[at];
    const next = words[at + 1];
    if (ARTICLE.test(word) && next !== undefined) return soundOf(lexicon, next).startsOpen ? 'an' : 'a';
    if (slot === undefined || slot.word !== word) return word;
    return isName(slot) ? slot.shown : word;
  });
  const text = shown
    .map((word, at) => {
      const after = slots[at]?.after ?? '';
      if (at === last) return word + (LASTING.exec(after)?.[0] ?? '');
      const mark = /[,;:.!?]|--|[–—]/.exec(after)?.[0] ?? '';
      return `${word}${/[–—-]/.test(mark) ? ' -' : mark === '.' || mark === ';' ? ',' : mark} `;
    })
    .join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const isName = ({ tag, word }: Slot): boolean => tag === 'N' || /^i(?:'|$)/.test(word) || tag === '?';
