import { useEffect, useState } from 'preact/hooks';
import { analyse, EngineError } from '../engine/engine.ts';
import type { AnyAnalysis } from '../verse/findings/any-analysis.ts';

interface Told {
  text: string;
  analysis: AnyAnalysis | null;
}

/**
 * All that the engine of the page tells of a text, after its rhymes; null until it is there and where it fails, which
 * the reading of the same engine tells of.
 */
export function useEngineAnalysis(text: string | null): AnyAnalysis | null {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (text === null) return;
    let isCurrent = true;
    analyse(text).then(
      (analysis) => {
        if (isCurrent && analysis !== null) setTold({ text, analysis });
      },
      (error: unknown) => {
        if (!(error instanceof EngineError)) throw error;
        if (isCurrent) setTold({ text, analysis: null });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return told?.text === text ? told.analysis : null;
}
