import { type Command, Option } from 'commander';
import { filledText, wholeNumber, wholeNumbers } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import type { LabRun } from '../lab/run/lab-run.ts';
import type { IntervalOutcome } from '../lab/simulate/simulate-intervals.ts';
import type { PromotionOutcome } from '../lab/simulate/simulate-promotions.ts';
import { createProgress } from '../progress.ts';

interface Options {
  what: 'promotion' | 'intervals';
  runs: number;
  artists?: number[];
  seed: number;
  results: string;
  fresh?: boolean;
  json?: boolean;
}

const MOST_ARTISTS = 200;
/** As many as are held out of few and of more artists; the second is the number of the rated ones. */
const ARTISTS = { promotion: [6, 8, 12, 30], intervals: [12, 30, 60] };
const ALLOWED = 0.05;

export function addLabSimulate(command: Command): void {
  command
    .addOption(
      new Option('--what <part>', 'what is tried on made-up data')
        .choices(['promotion', 'intervals'])
        .makeOptionMandatory(),
    )
    .option('--runs <n>', 'of each case', wholeNumber(10, 1_000_000), 1000)
    .option('--artists <n>', 'numbers of artists, with commas', wholeNumbers(3, MOST_ARTISTS))
    .option('--seed <n>', 'decides all draws', wholeNumber(0, 2_147_483_647), 1)
    .option('--results <folder>', 'where runs are written', filledText(4096), 'results')
    .option('--fresh', 'begin anew although an unfinished run could go on')
    .option('--json', 'print one JSON object')
    .action(async (options: Options) => {
      const { withRun } = await import('../lab/run/lab-run.ts');
      const { what, runs, artists = ARTISTS[what], seed, results, fresh: isFresh = false } = options;
      const request = { command: 'simulate', results, configuration: { what, runs, artists }, seed, isFresh };
      const simulate = what === 'promotion' ? simulatePromotion : simulateCoverage;
      const told = await withRun(request, (run) => simulate(run, { artists, runs, seed }));
      console.log(options.json ? JSON.stringify(told.result) : told.lines.join('\n'));
      if (told.fault !== null) throw new CommandError(told.fault);
    });
}

interface Told {
  result: object;
  lines: string[];
  /** What must not be. */
  fault: string | null;
}

interface Cases {
  artists: readonly number[];
  runs: number;
  seed: number;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const range = ([low, high]: readonly [number, number]): string => `[${percent(low)}, ${percent(high)}]`;

async function simulatePromotion(run: LabRun, { artists, runs, seed }: Cases): Promise<Told> {
  const { SHAPES } = await import('../lab/simulate/draw-clusters.ts');
  const { EFFECTS, PromotionOutcome, simulatePromotions } = await import(
    '../lab/simulate/simulate-promotions.ts'
  );
  const cases = artists.flatMap((count) =>
    SHAPES.flatMap((shape) => EFFECTS.map((effect) => ({ artists: count, shape, effect }))),
  );
  const outcomes = await keepAll(run, cases, PromotionOutcome, (one) =>
    simulatePromotions(one, { runs, seed }),
  );
  const equal = outcomes.filter(({ effect }) => effect === 0);
  const worst = equal.reduce((one, other) => (other.share > one.share ? other : one));
  const line = ({ artists: count, shape, effect, share, interval }: PromotionOutcome): string =>
    `${count} artists, ${shape}, ${effect === 0 ? 'equal models' : `better by ${effect} sd`}: promoted ${percent(share)} ${range(interval)}`;
  return {
    result: {
      what: 'promotion',
      run: run.folder,
      seed,
      worst_false_promotions: worst.share,
      cases: outcomes,
    },
    lines: outcomes.map(line),
    fault:
      worst.share > ALLOWED
        ? `Equal models were promoted in ${percent(worst.share)} of the runs (${worst.artists} artists, ${worst.shape}).`
        : null,
  };
}

async function simulateCoverage(run: LabRun, { artists, runs, seed }: Cases): Promise<Told> {
  const { SHAPES } = await import('../lab/simulate/draw-clusters.ts');
  const { IntervalOutcome, simulateIntervals } = await import('../lab/simulate/simulate-intervals.ts');
  const cases = artists.flatMap((count) =>
    SHAPES.flatMap((shape) => [false, true].map((is_uneven) => ({ artists: count, shape, is_uneven }))),
  );
  const outcomes = await keepAll(run, cases, IntervalOutcome, (one) =>
    simulateIntervals(one, { runs, seed }),
  );
  const line = ({ artists: count, shape, is_uneven, coverage, interval }: IntervalOutcome): string =>
    `${count} artists, ${shape}, ${is_uneven ? 'uneven' : 'five texts each'}: 95 % intervals hold the truth in ${percent(coverage)} ${range(interval)}`;
  return {
    result: { what: 'intervals', run: run.folder, seed, cases: outcomes },
    lines: outcomes.map(line),
    fault: null,
  };
}

/** The outcome of each case, kept as soon as it is known. */
async function keepAll<Case, Outcome>(
  run: LabRun,
  cases: readonly Case[],
  schema: Parameters<typeof run.keep<Outcome>>[1],
  make: (one: Case) => Outcome,
): Promise<Outcome[]> {
  const progress = createProgress('cases');
  const outcomes: Outcome[] = [];
  for (const [at, one] of cases.entries()) {
    outcomes.push(await run.keep(`case-${at}`, schema, async () => make(one)));
    progress.update(at + 1, cases.length);
    // Ctrl-C wants its turn.
    await new Promise(setImmediate);
  }
  progress.stop();
  return outcomes;
}
