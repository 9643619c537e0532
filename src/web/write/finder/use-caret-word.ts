import { useEffect, useState } from 'preact/hooks';
import { wordBefore } from '../pad/caret-word.ts';
import type { PadController } from '../pad/pad-controller.ts';

/** Long enough that a word is looked up when it stands, not with each of its letters. */
const SETTLE_MS = 250;

const wordOf = (pad: PadController): string | null => wordBefore(pad.document.text, pad.selection.end);

/** The word before the caret, once the writer pauses. */
export function useCaretWord(pad: PadController): string | null {
  const [word, setWord] = useState(() => wordOf(pad));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setWord(wordOf(pad)), SETTLE_MS);
    };
    const forgets = [pad.onSelection(follow), pad.document.onChange(follow)];
    return () => {
      clearTimeout(timer);
      for (const forget of forgets) forget();
    };
  }, [pad]);
  return word;
}
