import { type Command, Option } from 'commander';
import type { StackChoice } from '../command-options.ts';
import type { SearchEval } from '../eval/eval-search.ts';
import { HALVES, type Half } from '../eval/labelled-verses.ts';
import type { ByMode, Scores } from '../eval/search-scores.ts';
import { withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

const DATA_DIR = '.barline/bench/eval-search';

interface EvalSearchOptions extends StackChoice {
  half: Half;
  json?: boolean;
}

export function addEvalSearch(command: Command): void {
  command
    .addOption(
      new Option('--half <half>', 'tune: for developing the search; test: only for measuring it')
        .choices(HALVES)
        .default('tune'),
    )
    .option('--data <dir>', 'data folder with the demo songs', DATA_DIR)
    .option('--json', 'print one JSON object last')
    .action((options: EvalSearchOptions) =>
      withOperator(options, {}, async ({ ctx }) => {
        const { evalSearch } = await import('../eval/eval-search.ts');
        const progress = createProgress('songs');
        const result = await evalSearch(ctx, options.half, progress.update);
        progress.stop();
        console.log(options.json ? JSON.stringify(result) : describe(result));
      }),
    );
}

const shares = ({ lexical, semantic, hybrid }: ByMode<Scores>, name: keyof Scores): string =>
  [lexical, semantic, hybrid].map((scores) => scores[name].toFixed(3)).join(' ');
const counts = ({ lexical, semantic, hybrid }: ByMode<number>): string =>
  `${lexical}, ${semantic}, ${hybrid}`;

function describe(result: SearchEval): string {
  const { half, queries, songs, exact_titles: titles, confidence } = result;
  const row = (name: string, count: number, modes: ByMode<Scores>): string =>
    `${name.padEnd(14)} ${String(count).padStart(3)}  ${shares(modes, 'ndcg_at_10')}  ${shares(modes, 'recall_at_10')}`;
  return [
    `${queries} queries (${half}) over ${songs} songs: nDCG@10 and recall@10 by words, by meaning, by both`,
    ...Object.entries(result.kinds).map(([kind, { queries: count, modes }]) => row(kind, count, modes)),
    row('mean of kinds', Object.keys(result.kinds).length, result.mean_of_kinds),
    row('all queries', queries, result.modes),
    ...Object.entries(result.baselines).map(
      ([name, { mean, low, high }]) => `${name.replaceAll('_', ' ')}: ${mean} (95 %: ${low} to ${high})`,
    ),
    `weight of words by cross-validation: ${result.words_weight.folds.map(({ weight }) => weight).join(', ')}; held out ${result.words_weight.held_out_ndcg_at_10}`,
    `exact titles first: ${counts(titles.first)} of ${titles.titles}`,
    ...titles.missed_by_hybrid.map((title) => `  missed by both: ${title}`),
    ...Object.entries(result.named).flatMap(([form, { first, missed }]) => [
      `titles ${form.replaceAll('_', ' ')}: ${first} first by both`,
      ...missed.map((name) => `  missed: ${name}`),
    ]),
    `answerable (${confidence.answerable}) told from unanswerable (${confidence.unanswerable}), AUC:`,
    ...Object.entries(confidence.auc).map(
      ([name, { mean, low, high }]) => `  ${name.replaceAll('_', ' ')}: ${mean} (95 %: ${low} to ${high})`,
    ),
    ...Object.entries(confidence.levels).map(
      ([name, { none, weak, good }]) => `  ${name}: none ${none}, weak ${weak}, good ${good}`,
    ),
    'weak:',
    ...result.weak.map(
      ({ q, ndcg_at_10: n }) => `  ${n.hybrid} (words ${n.lexical}, meaning ${n.semantic})  ${q}`,
    ),
  ].join('\n');
}
