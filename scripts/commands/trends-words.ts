import { type Command, Option } from 'commander';
import type {
  WordLine,
  WordPeriod,
  WordPoint,
  WordsAnswer,
} from '../../src/services/trends/words/contract.ts';
import { readTerms } from '../../src/services/trends/words/read-terms.ts';
import { filledTexts, type TargetChoice, wholeNumber, withTarget } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { openWorkerApi, withOperator } from '../operator-context.ts';
import { sparkline } from '../sparkline.ts';

interface WordsChoice extends TargetChoice {
  by: WordPeriod;
  from?: number;
  to?: number;
  share?: boolean;
  json?: boolean;
}

/** As GET /trends/words. */
const MAX_TERMS = 500;
const QUARTERS = 4;

export function addTrendsWords(command: Command): void {
  withTarget(command)
    .argument(
      '<terms...>',
      'words, "phrases", alternatives such as "cash|dough", beginnings such as "run*"',
      filledTexts(MAX_TERMS),
    )
    .addOption(new Option('--by <period>', 'length of a period').choices(['quarter', 'year']).default('year'))
    .option('--from <year>', 'only from this year on', wholeNumber(1, 9999))
    .option('--to <year>', 'only up to this year', wholeNumber(1, 9999))
    .option('--share', 'draw the share of songs instead of uses per million words')
    .option('--json', 'print the response of the API')
    .action(async (words: string[], choice: WordsChoice) => {
      const terms = words.join(',');
      if (terms.length > MAX_TERMS)
        throw new CommandError(`The terms have more than ${MAX_TERMS} characters.`);
      if (choice.from !== undefined && choice.to !== undefined && choice.from > choice.to)
        throw new CommandError('--from must not be after --to.');
      const answer = await (choice.url === undefined ? askStack(terms, choice) : askWorker(terms, choice));
      console.log(choice.json ? JSON.stringify(answer, null, 2) : describe(answer, choice.share === true));
    });
}

async function askWorker(terms: string, choice: WordsChoice): Promise<WordsAnswer> {
  const api = await openWorkerApi(choice, { start: false });
  const { by, from: from_year, to: to_year } = choice;
  return api.get<WordsAnswer>('/trends/words', { terms, by, from_year, to_year });
}

async function askStack(written: string, choice: WordsChoice): Promise<WordsAnswer> {
  const { terms, fault } = readTerms(written);
  if (terms === null) throw new CommandError(`${fault}.`);
  return withOperator(choice, { mustHoldData: true }, async ({ ctx }) => {
    const { wordsOverYears } = await import('../../src/services/trends/words/words-over-years.ts');
    const { by, from = null, to = null } = choice;
    return wordsOverYears(ctx, { terms, by, fromYear: from, toYear: to });
  });
}

/** The periods from the first to the last, those without songs too, so that a line of bars is a line of time. */
function everyPeriod(periods: WordsAnswer['periods']): string[] {
  const [first, last] = [periods[0]?.period, periods.at(-1)?.period];
  if (first === undefined || last === undefined) return [];
  const byQuarter = first.includes('-Q');
  const numberOf = (period: string): number => {
    const [year, quarter] = period.split('-Q').map(Number);
    return byQuarter ? (year ?? 0) * QUARTERS + (quarter ?? 1) - 1 : (year ?? 0);
  };
  const nameOf = (number: number): string => {
    const year = String(byQuarter ? Math.floor(number / QUARTERS) : number).padStart(4, '0');
    return byQuarter ? `${year}-Q${(number % QUARTERS) + 1}` : year;
  };
  const from = numberOf(first);
  return Array.from({ length: numberOf(last) - from + 1 }, (_, at) => nameOf(from + at));
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function lineOf(
  { term, songs, points, read_share, matched_words }: WordLine,
  { periods, byShare, width }: { periods: WordsAnswer['periods']; byShare: boolean; width: number },
): string[] {
  const drawn = (point: WordPoint): number => (byShare ? point.share_of_songs : point.per_million);
  const peak = points.reduce<WordPoint | null>(
    (best, point) => (drawn(point) > (best === null ? 0 : drawn(best)) ? point : best),
    null,
  );
  const total = periods.find(({ period }) => period === peak?.period)?.songs ?? 0;
  const byPeriod = new Map(points.map((point) => [point.period, drawn(point)]));
  const values = everyPeriod(periods).map((period) => byPeriod.get(period) ?? null);
  const about = read_share < 1 ? `about ${Math.round(songs)}` : String(songs);
  const most =
    peak === null
      ? ''
      : `; most in ${peak.period}: ${peak.per_million.toFixed(0)} per million words, ${Math.round(peak.songs)} of ${total} songs ` +
        `(${percent(peak.share_interval.low)} to ${percent(peak.share_interval.high)})`;
  const others = matched_words.map(({ word, songs: n }) => `${word} ${n}`).join(', ');
  return [
    `${term.padEnd(width)}  ${sparkline(values, [0, Number.EPSILON])}  ${about} ${songs === 1 ? 'song' : 'songs'}${most}`,
    ...(others === '' ? [] : [`${' '.repeat(width)}  ${others}`]),
  ];
}

/** A line of bars for each term, and what it was drawn from. */
export function describe(
  { terms, periods, counted, left_out, reason }: WordsAnswer,
  byShare: boolean,
): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return reason ?? 'no songs';
  const width = Math.max(...terms.map(({ term }) => term.length));
  const songs = periods.reduce((sum, period) => sum + period.songs, 0);
  const unseen = left_out.without_date + left_out.announced + left_out.only_year;
  return [
    ...terms.flatMap((line) => lineOf(line, { periods, byShare, width })),
    `${' '.repeat(width)}  ${first.period} to ${last.period}, ${songs} songs` +
      (unseen === 0 ? '' : `; ${unseen} stand in no period`) +
      (counted.waiting === 0 ? '' : `; ${counted.waiting} are not counted yet`),
  ].join('\n');
}
