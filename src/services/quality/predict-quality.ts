import type { ServiceContext } from '../../context.ts';
import { findPopularity, type PopularityRow } from '../../db/queries/popularity.ts';
import { AppError } from '../../lib/errors.ts';
import { analyzeLyrics } from '../../lyrics/analyze.ts';
import type { AlgorithmicAnalysis } from '../../lyrics/contract.ts';
import { cleanScrapedLyrics } from '../../lyrics/text/clean.ts';
import { exactText } from '../../lyrics/text/exact-text.ts';
import { readSong } from '../../lyrics/text/song.ts';
import { NOT_SCORED_SENTENCES, type NotScoredReason, whyNotScored } from '../../ml/quality/domain.ts';
import { driversOf } from '../../ml/quality/drivers.ts';
import { measureFeatures } from '../../ml/quality/features.ts';
import { foresee } from '../../ml/quality/predict.ts';
import { QUALITY_MODEL } from '../../ml/quality/quality-model.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import type { MeasureName } from '../../ml/trends/measures.ts';
import type { AnalysisContext } from '../analysis/analyze-text.ts';
import { type MeasureQuantiles, readMeasureQuantiles } from '../trends/measure-quantiles.ts';
import { type AskedJudgement, askJudgement } from './ask-judgement.ts';
import type { Quality } from './contract.ts';
import { rankInCatalogue } from './rank-in-catalogue.ts';
import { tellEvidence, tellForeseen } from './tell-evidence.ts';
import { tellPopularity } from './tell-popularity.ts';

const DRIVERS = 5;
const PREVIEW = 100;
const DECIMALS = 4;
const QUOTED_LINE_END = / ?\/{1,2} /g;

export type QualityContext = AnalysisContext & Pick<ServiceContext, 'sql'>;

export interface QualityInput {
  lyrics: string;
  artist: string | null;
}

interface ReadVerse {
  text: string;
  analysis: AlgorithmicAnalysis;
  unlike: NotScoredReason | null;
}

/**
 * What rating is expected of a text, with what it rests on. A text unlike the songs that the model has learned from is
 * told and not scored. What cannot be had (catalogue, language model) is null with its reason.
 */
export async function predictQuality(ctx: QualityContext, { lyrics, artist }: QualityInput) {
  const started = ctx.clock.now();
  const read = readVerse(ctx, lyrics);
  const [catalogue, judged] = await Promise.all([readCatalogue(ctx, artist), judge(ctx, read)]);
  const answer: Quality = {
    lyrics_preview: previewOf(read.text === '' ? lyrics : read.text),
    ...scoreVerse(read),
    ...rank(read, catalogue),
    ...tellPopularity(artist, catalogue?.popularity ?? null),
    judgement: judged.judgement,
    judgement_reason: judged.reason,
    model: describeModel(),
  };
  const now = ctx.clock.now();
  return {
    ...roundNumbers(answer, DECIMALS),
    timestamp: new Date(now).toISOString(),
    processing_time_ms: now - started,
  };
}

/** Read as the songs were that the model has learned from; a verse quoted in one row has its lines. */
function readVerse({ lexicon }: Pick<QualityContext, 'lexicon'>, lyrics: string): ReadVerse {
  const cleaned = exactText(cleanScrapedLyrics(lyrics, {}).lyrics);
  const text = cleaned.includes('\n') ? cleaned : cleaned.replaceAll(QUOTED_LINE_END, '\n');
  const analysis = analyzeLyrics(text, { lexicon });
  return { text, analysis, unlike: whyNotScored(text, analysis) };
}

function previewOf(text: string): string {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  if (plain.length <= PREVIEW) return plain;
  const cut = plain.slice(0, PREVIEW);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), PREVIEW / 2)).toWellFormed()}…`;
}

const ofOne = (onTen: number): number => (onTen - 1) / 9;

type Scored = Pick<
  Quality,
  | 'quality_score'
  | 'quality_on_ten'
  | 'most_likely_on_ten'
  | 'ratings'
  | 'interval'
  | 'rank'
  | 'summary'
  | 'not_scored'
  | 'drivers'
>;

function scoreVerse({ text, analysis, unlike }: ReadVerse): Scored {
  if (unlike !== null) {
    const explanation = NOT_SCORED_SENTENCES[unlike];
    return {
      ...{ quality_score: null, quality_on_ten: null, most_likely_on_ten: null, interval: null, rank: null },
      ratings: [],
      summary: `Not scored. ${explanation}`,
      not_scored: { reason: unlike, explanation },
      drivers: [],
    };
  }
  const { model } = QUALITY_MODEL;
  const song = readSong(text);
  const measures = { values: measureFeatures({ song, analysis }), words: song.words.length };
  const foreseen = foresee(model, measures);
  const { expected, median, low, high, probabilities } = foreseen;
  return {
    quality_score: ofOne(expected),
    quality_on_ten: expected,
    most_likely_on_ten: median,
    ratings: model.labels.map((rating, k) => ({ rating, probability: probabilities[k] ?? 0 })),
    interval: {
      level: QUALITY_MODEL.level,
      low: ofOne(low),
      high: ofOne(high),
      low_on_ten: low,
      high_on_ten: high,
    },
    rank: foreseen.rank,
    summary: tellForeseen(foreseen, QUALITY_MODEL.level),
    not_scored: null,
    drivers: driversOf(model, measures, foreseen, DRIVERS),
  };
}

interface Catalogue {
  quantiles: ReadonlyMap<MeasureName, MeasureQuantiles>;
  popularity: PopularityRow | null;
}

/** Null if the database does not answer: the score needs none. */
async function readCatalogue(ctx: QualityContext, artist: string | null): Promise<Catalogue | null> {
  try {
    const [quantiles, popularity] = await Promise.all([
      readMeasureQuantiles(ctx),
      artist === null ? null : findPopularity(ctx.sql, artist),
    ]);
    return { quantiles, popularity };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'CLIENT_GONE') throw error;
    ctx.log.warn('the catalogue was not read', { code: error.code });
    return null;
  }
}

function rank(
  { analysis, unlike }: ReadVerse,
  catalogue: Catalogue | null,
): Pick<Quality, 'percentiles' | 'percentiles_reason'> {
  if (unlike !== null) return { percentiles: [], percentiles_reason: 'not_scored' };
  if (catalogue === null) return { percentiles: [], percentiles_reason: 'database_unavailable' };
  const percentiles = rankInCatalogue(analysis, catalogue.quantiles);
  return { percentiles, percentiles_reason: percentiles.length === 0 ? 'too_few_songs' : null };
}

/** A language model may judge verses in other languages too; what is no verse is not sent to one. */
async function judge(ctx: QualityContext, { text, unlike }: ReadVerse): Promise<AskedJudgement> {
  if (unlike !== null && unlike !== 'language') return { judgement: null, reason: 'not_scored' };
  return await askJudgement(ctx, text);
}

function describeModel(): Quality['model'] {
  const { version, built_at, data, metrics } = QUALITY_MODEL;
  return {
    version,
    built_at,
    data_hash: data.hash,
    mae: metrics.model.mae,
    mae_constant_median: metrics.constant_median.mae,
    mae_constant_mean: metrics.constant_mean.mae,
    evidence: tellEvidence(QUALITY_MODEL),
  };
}
