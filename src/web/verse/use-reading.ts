import { useCallback, useEffect, useState } from 'preact/hooks';
import { EngineError, type EngineFailure, read } from '../engine/engine.ts';
import type { Reading } from '../engine/messages.ts';

export interface UseReading {
  /** Of this text; at the sureness before while a newer one is on its way. */
  reading: Reading | null;
  failure: EngineFailure | null;
  retry: () => void;
}

interface Heard {
  reading: Reading | null;
  failure: EngineFailure | null;
}

const NOTHING: Heard = { reading: null, failure: null };

/** Has the engine of the page read a text; null: not now. */
export function useReading(text: string | null, sureness: number): UseReading {
  const [heard, setHeard] = useState<Heard>(NOTHING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (text === null || text.trim() === '') return setHeard(NOTHING);
    let isCurrent = true;
    const hear = async () => {
      try {
        const reading = await read(text, sureness);
        if (isCurrent && reading !== null) setHeard({ reading, failure: null });
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        if (isCurrent) setHeard({ reading: null, failure: error.reason });
      }
    };
    void hear();
    return () => {
      isCurrent = false;
    };
  }, [text, sureness, attempt]);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  // What was heard in another text is nothing of this one.
  return { ...(heard.reading === null || heard.reading.text === text ? heard : NOTHING), retry };
}
