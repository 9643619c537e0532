import { VERSION } from '../../lib/version.ts';
import { analyzeLyrics } from '../../lyrics/analyze.ts';
import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import type { Analyzer } from './analyzer.ts';

/** The lyric engine as an analyser: no network, no chance, the same answer every time. */
export function createAlgorithmicAnalyzer(lexicon: Lexicon): Analyzer {
  return {
    type: 'algorithmic',
    modelVersion: `engine-${VERSION}`,
    promptVersion: '',
    usesTemperature: false,
    analyze: async (text) => ({
      body: analyzeLyrics(text, { lexicon }),
      model: null,
      tokens: null,
      costUsd: null,
    }),
  };
}
