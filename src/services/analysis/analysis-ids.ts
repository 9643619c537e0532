import type { AnalysisKey } from '../../db/queries/analyses.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { Analyzer } from './analyzers/types.ts';

/** The keys under which an analysis is stored and cached. */
export interface AnalysisIds {
  key: AnalysisKey;
  cacheId: string;
}

/** 128 bits name everything that an answer depends on, in a third of the memory: a key of Redis is stored with each value. */
const CACHE_ID_DIGITS = 32;

/** The ids of this analyser's analysis of this text; the temperature is included only if it affects the answer. */
export async function analysisIds(
  input: { text: string; temperature: number },
  analyzer: Analyzer,
): Promise<AnalysisIds> {
  const key = analysisKey(await sha256Hex(input.text), analyzer, input.temperature);
  return { key, cacheId: await cacheIdOf(key) };
}

/** The id of an analysis in the cache. */
export async function cacheIdOf(key: AnalysisKey): Promise<string> {
  const { textHash, analyzerType, modelVersion, promptVersion, engineVersion, temperature } = key;
  const parts = [textHash, analyzerType, modelVersion, promptVersion, engineVersion, temperature];
  return (await sha256Hex(parts.join(':'))).slice(0, CACHE_ID_DIGITS);
}

export function analysisKey(textHash: string, analyzer: Analyzer, temperature: number): AnalysisKey {
  return {
    textHash,
    analyzerType: analyzer.type,
    modelVersion: analyzer.modelVersion,
    promptVersion: analyzer.promptVersion,
    engineVersion: analyzer.engineVersion,
    temperature: analyzer.usesModel ? temperature : 0,
  };
}
