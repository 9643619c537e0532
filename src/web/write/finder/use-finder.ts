import { useEffect, useState } from 'preact/hooks';
import type { RhymeKind } from '../../../lyrics/rhyme/finder/contract.ts';
import type { PadController } from '../pad/pad-controller.ts';
import { useCaretWord } from './use-caret-word.ts';
import { type FoundRhymes, useRhymes } from './use-rhymes.ts';

/** What is looked for, and what was found. */
export interface RhymeSearch {
  /** What the field shows. */
  asked: string;
  /** Whether it was typed there, rather than taken from the verse. */
  isOwn: boolean;
  kind: RhymeKind;
  reading: number;
  found: FoundRhymes;
  /** Looks for another word; null: for the last one of the verse again. */
  ask: (word: string | null) => void;
  chooseKind: (kind: RhymeKind) => void;
  chooseReading: (reading: number) => void;
}

/** The rhymes of the last word, or of one that was typed; none are looked for while nobody sees them. */
export function useFinder(pad: PadController, isSeen: boolean): RhymeSearch {
  const caretWord = useCaretWord(pad);
  const [own, ask] = useState<string | null>(null);
  const [kind, chooseKind] = useState<RhymeKind>('perfect');
  const [reading, chooseReading] = useState(0);
  const asked = own ?? caretWord ?? '';
  const found = useRhymes(isSeen ? asked.trim() : '', kind);
  useEffect(() => chooseReading(0), [asked]);
  return { asked, isOwn: own !== null, kind, reading, found, ask, chooseKind, chooseReading };
}
