import type { ServiceContext } from '../../context.ts';
import {
  findJudgedSongs,
  type JudgedSong,
  type NewReevaluation,
  storeReevaluations,
} from '../../db/queries/drift.ts';
import { AppError } from '../../lib/errors.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import { chooseAnalyzers } from '../analysis/analyzers/registry.ts';
import type { AnalyzerContext } from '../analysis/analyzers/types.ts';
import { CATALOGUE_TEMPERATURE, currentAnalyzer } from '../analysis/current-analyzer.ts';
import { ModelNotAsked } from '../models/model-not-asked.ts';
import { judgeName } from './judge-name.ts';

/** A run of the schedule every 15 minutes makes 192 calls a day of them. */
const SONGS_A_SLOT = 2;
/** Both fit into the time of a step. */
const TIMEOUT_MS = 30_000;
/** As analyses are stored. */
const DECIMALS = 4;

type Context = AnalyzerContext & Pick<ServiceContext, 'sql' | 'random'>;

/**
 * Asks the judge of the catalogue again about two songs drawn at random, past every cache, and keeps old and new answer side by
 * side; analyses stay as they are. A failure is kept as one. Where no model was asked, as with an open circuit or a spent budget,
 * nothing is kept.
 */
export async function reevaluate(ctx: Context): Promise<Record<string, number>> {
  const key = currentAnalyzer(ctx);
  const shares = Array.from({ length: SONGS_A_SLOT }, () => ctx.random());
  const songs = await findJudgedSongs(ctx.sql, shares, key);
  const rows: NewReevaluation[] = [];
  for (const song of songs) {
    const row = await askAgain(ctx, song);
    if (row !== null) rows.push(row);
  }
  if (rows.length > 0) await storeReevaluations(ctx.sql, judgeName(key), rows);
  const failed = rows.filter(({ failure }) => failure !== null).length;
  return { answered: rows.length - failed, failed, not_asked: songs.length - rows.length };
}

async function askAgain(ctx: Context, { lyrics, ...before }: JudgedSong): Promise<NewReevaluation | null> {
  const [analyzer] = chooseAnalyzers(ctx, 'auto').chain;
  try {
    const { body } = await analyzer.analyze(lyrics, {
      temperature: CATALOGUE_TEMPERATURE,
      timeoutMs: TIMEOUT_MS,
      priority: 'background',
    });
    const answer = { sentiment: body.sentiment, score: body.sentiment_score, quality: body.quality_score };
    return { ...before, answer: roundNumbers(answer, DECIMALS), failure: null };
  } catch (error) {
    if (error instanceof ModelNotAsked) return null;
    if (!(error instanceof AppError)) throw error;
    return { ...before, answer: null, failure: error.reason };
  }
}
