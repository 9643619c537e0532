import { useCallback, useEffect, useState } from 'preact/hooks';
import { analyse, EngineError, type EngineFailure } from '../engine/engine.ts';
import type { AnyAnalysis } from '../verse/findings/any-analysis.ts';

interface Told {
  text: string;
  analysis: AnyAnalysis | null;
  failure: EngineFailure | null;
}

export interface EngineAnalysis {
  /** Null until it is there, and where it fails. */
  analysis: AnyAnalysis | null;
  failure: EngineFailure | null;
  retry: () => void;
}

/** All that the engine of the page tells of a text, after its rhymes. */
export function useEngineAnalysis(text: string): EngineAnalysis {
  const [told, setTold] = useState<Told | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const tell = (analysis: AnyAnalysis | null, failure: EngineFailure | null) => {
      if (isCurrent) setTold({ text, analysis, failure });
    };
    setTold(null);
    analyse(text).then(
      (analysis) => analysis !== null && tell(analysis, null),
      (error: unknown) => {
        if (!(error instanceof EngineError)) throw error;
        tell(null, error.reason);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [text, attempt]);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  const isOfText = told?.text === text;
  return {
    analysis: isOfText ? told.analysis : null,
    failure: isOfText ? told.failure : null,
    retry,
  };
}
