import { trimEndOf, trimStartOf } from '../../../lib/trim-text.ts';

/** Letters, digits, and the apostrophes and hyphens between and behind them ("runnin'"). */
const WORDS = /[\p{L}\p{M}\p{N}'’-]+/gu;
const LETTER = /[\p{L}\p{N}]/u;
const WORD_END = /[\p{L}\p{M}\p{N}'’-]$/u;
const WORD_START = /^[\p{L}\p{M}\p{N}'’-]*/u;
const JOINTS = "'’-";
/** As far back as a word is looked for. */
const REACH = 400;
/** As much as the finder takes. */
const LONGEST = 60;

/** The word that the caret stands in or behind, also over blank lines; null where there is none before it. */
export function wordBefore(text: string, caret: number): string | null {
  const rest = WORD_START.exec(text.slice(caret, caret + LONGEST))?.[0] ?? '';
  const isInside = rest !== '' && WORD_END.test(text.slice(Math.max(0, caret - 2), caret));
  const before = text.slice(Math.max(0, caret - REACH), caret) + (isInside ? rest : '');
  const run = before.match(WORDS)?.findLast((letters) => LETTER.test(letters)) ?? '';
  const word = trimStartOf(trimEndOf(run, '-'), JOINTS);
  return word === '' || word.length > LONGEST ? null : word;
}
