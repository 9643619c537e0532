import { useEffect, useState } from 'preact/hooks';
import type { RhymeAnswer, RhymeKind } from '../../../lyrics/rhyme/finder/contract.ts';
import { EngineError, type EngineFailure, rhymes } from '../../engine/engine.ts';

const LIMIT = 80;

/** What the engine found for a word; the answer of the word before stays until the new one is there. */
export interface FoundRhymes {
  word: string;
  answer: RhymeAnswer | null;
  failure: EngineFailure | null;
  isLooking: boolean;
  retry: () => void;
}

type Known = Omit<FoundRhymes, 'retry'>;

const NOTHING: Known = { word: '', answer: null, failure: null, isLooking: false };

/** The rhymes of a word, asked anew with each word and kind. */
export function useRhymes(word: string, kind: RhymeKind): FoundRhymes {
  const [known, setKnown] = useState<Known>(NOTHING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (word === '') return setKnown(NOTHING);
    let isCurrent = true;
    setKnown((before) => ({ ...before, failure: null, isLooking: true }));
    const look = async () => {
      try {
        const answer = await rhymes(word, { kind, limit: LIMIT });
        if (isCurrent && answer !== null) setKnown({ word, answer, failure: null, isLooking: false });
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        if (isCurrent) setKnown({ word, answer: null, failure: error.reason, isLooking: false });
      }
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [word, kind, attempt]);
  return { ...known, retry: () => setAttempt((n) => n + 1) };
}
