import type { ServiceContext } from '../../context.ts';
import {
  type DriftMeasure,
  type DriftReference,
  findReevaluations,
  type JudgeKey,
  listReferences,
  type NewReference,
  newestSong,
  type Reevaluation,
  sampleInputs,
  sampleJudgements,
  storeDrift,
} from '../../db/queries/drift.ts';
import { countIn, isEnough, quantileBins, stabilityIndex } from '../../ml/stability-index.ts';
import type { AnalyzerContext } from '../analysis/analyzers/types.ts';
import { currentAnalyzer } from '../analysis/current-analyzer.ts';
import { judgeName } from './judge-name.ts';
import { DISTRIBUTIONS, type Distribution, FAILED, type Field, HELD, type Value } from './subjects.ts';

/** Songs that were judged again last: four days of them. */
const WINDOW = 400;
/** Values of a reference at the most, and the fewest that one is made of. */
const REFERENCE = { most: 1000, fewest: 400 };
/** A score that moves by less is the same answer; -1 to 1. */
const SAME_SCORE = 0.1;
/**
 * Fewest songs that a share is told of: a judge of whose answers 90 % hold falls below the alert's 80 % in 1 of 1,000 samples of
 * 100, and one that fails in 10 % of the calls rises above 20 % as rarely (binomial).
 */
const FEWEST_ANSWERS = 100;

type Context = AnalyzerContext & Pick<ServiceContext, 'sql'>;
type Samples = Record<Distribution['of'], readonly Partial<Record<Field, Value>>[]>;

/**
 * Compares the latest answers of the judge, and the songs that came since, with the distributions that were kept when the judge and
 * the engine were new. Keeps those where there are none yet and enough songs. Returns how many subjects have a value.
 */
export async function measureDrift(ctx: Context): Promise<Record<string, number>> {
  const key = currentAnalyzer(ctx);
  const judges = { judge: judgeName(key), input: key.engineVersion };
  const [stored, asked] = await Promise.all([
    listReferences(ctx.sql),
    findReevaluations(ctx.sql, judges.judge, WINDOW),
  ]);
  const isKept = ({ subject, of }: Distribution) =>
    stored.some((one) => one.subject === subject && one.judge === judges[of]);
  const references = DISTRIBUTIONS.every(isKept)
    ? []
    : await makeReferences(ctx, { judges, key, missing: DISTRIBUTIONS.filter((one) => !isKept(one)) });
  const through = stored.find((one) => one.judge === judges.input && one.subject.startsWith('input_'));
  const samples: Samples = {
    judge: asked.filter(({ failure }) => failure === null),
    input:
      through === undefined
        ? []
        : await sampleInputs(ctx.sql, {
            engineVersion: judges.input,
            afterId: through.through_id,
            limit: REFERENCE.most,
          }),
  };
  const measures = [
    ...DISTRIBUTIONS.map((one) => compare(one, { samples, judge: judges[one.of], stored })),
    ...sharesOf(asked, judges.judge),
  ];
  await storeDrift(ctx.sql, { references, measures });
  return {
    measured: measures.filter(({ value }) => value !== null).length,
    references: references.length,
  };
}

interface Missing {
  judges: Record<Distribution['of'], string>;
  key: JudgeKey;
  missing: readonly Distribution[];
}

async function makeReferences(ctx: Context, { judges, key, missing }: Missing): Promise<NewReference[]> {
  const isNeeded = (of: Distribution['of']) => missing.some((one) => one.of === of);
  const [judge, input] = await Promise.all([
    isNeeded('judge') ? sampleJudgements(ctx.sql, key, REFERENCE.most) : [],
    isNeeded('input')
      ? sampleInputs(ctx.sql, { engineVersion: judges.input, afterId: 0, limit: REFERENCE.most })
      : [],
  ]);
  // A song that is not in the sample, because its artist has others, is no new one later.
  const through = await newestSong(ctx.sql);
  const samples: Samples = { judge, input };
  return missing.flatMap((one) => {
    const values = known(samples[one.of], one);
    if (values.length < REFERENCE.fewest) return [];
    const bins = one.names === null ? quantileBins(numbers(values)) : null;
    return {
      subject: one.subject,
      judge: judges[one.of],
      edges: bins?.edges ?? [],
      counts: bins?.counts ?? countNames(values, one.names ?? []),
      through_id: through,
    };
  });
}

interface Comparison {
  samples: Samples;
  judge: string;
  stored: readonly DriftReference[];
}

function compare(one: Distribution, { samples, judge, stored }: Comparison): DriftMeasure {
  const values = known(samples[one.of], one);
  const reference = stored.find(({ subject, judge: by }) => subject === one.subject && by === judge);
  const size = reference?.counts.reduce((sum, count) => sum + count, 0) ?? null;
  const measure = { subject: one.subject, sample_size: values.length, reference_size: size, judge };
  if (reference === undefined || size === null || !isEnough(values.length, size))
    return { ...measure, value: null };
  const counts =
    one.names === null ? countIn(numbers(values), reference.edges) : countNames(values, one.names);
  return { ...measure, value: stabilityIndex(reference.counts, counts) };
}

/** Whether the judge said the same again: the label, and the score within a tenth. */
const holds = ({ sentiment_before, sentiment, score_before, score }: Reevaluation): boolean =>
  sentiment === sentiment_before &&
  (score === null || score_before === null
    ? score === score_before
    : Math.abs(score - score_before) <= SAME_SCORE);

function sharesOf(asked: readonly Reevaluation[], judge: string): DriftMeasure[] {
  const answered = asked.filter(({ failure }) => failure === null);
  const share = (subject: string, part: number, sample_size: number): DriftMeasure => ({
    subject,
    judge,
    sample_size,
    reference_size: null,
    value: sample_size < FEWEST_ANSWERS ? null : part / sample_size,
  });
  return [
    share(HELD, answered.filter(holds).length, answered.length),
    share(FAILED, asked.length - answered.length, asked.length),
  ];
}

const known = (rows: Samples[keyof Samples], { field }: Distribution): (string | number)[] =>
  rows.flatMap((row) => row[field] ?? []);

const numbers = (values: readonly (string | number)[]): number[] =>
  values.filter((value) => typeof value === 'number');

const countNames = (values: readonly (string | number)[], names: readonly string[]): number[] =>
  names.map((name) => values.filter((value) => value === name).length);
