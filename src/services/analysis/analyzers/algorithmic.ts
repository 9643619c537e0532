import { analyzeLyrics } from '../../../lyrics/analyze.ts';
import type { AnalyzerKind } from './types.ts';

/** The lyric engine as an analyser: no network, no randomness, always the same answer. */
export const algorithmic: AnalyzerKind<'algorithmic'> = {
  type: 'algorithmic',
  summary: 'The lyric engine: counts, word lists and the rhyme models; no network.',
  open: ({ lexicon, engineVersion }) => [
    {
      type: 'algorithmic',
      modelVersion: engineVersion,
      promptVersion: '',
      engineVersion,
      usesModel: false,
      analyze: async (text) => ({
        body: analyzeLyrics(text, { lexicon }),
        model: null,
        tokens: null,
        costUsd: null,
        agreement: null,
        readToLine: null,
      }),
    },
  ],
};
