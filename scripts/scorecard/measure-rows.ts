import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describeError } from '../../src/lib/errors.ts';
import { ROWS, type ScorecardRow, UNMEASURED } from './rows.ts';
import type { MeasuredRow, Scorecard } from './scorecard.ts';

export interface MeasureOptions {
  /** Labelled songs for `eval quality`; null: rows that need them keep what they have. */
  labels: string | null;
  /** Only rows whose name contains this; null: all. */
  only: string | null;
  today: string;
  machine: string;
  onStep(command: string): void;
}

const CLI = fileURLToPath(new URL('../barline.ts', import.meta.url));
const TIME_LIMIT_MS = 30 * 60_000;

/** The last line of a command's output, as JSON. Rejects if it fails, prints no JSON, or takes half an hour. */
function runJson(args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: TIME_LIMIT_MS,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`the command ended with ${code ?? 'a signal'}`));
      try {
        resolve(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
      } catch (error) {
        reject(error);
      }
    });
  });
}

const argumentsOf = ({ command, needs }: ScorecardRow, labels: string | null): readonly string[] =>
  needs === undefined ? command : [...command, labels ?? 'FILE'];

/** As a reader types it: without the path of a file outside the repository. */
const shownCommand = (row: ScorecardRow): string =>
  `npm run barline -- ${argumentsOf(row, null)
    .map((part) => (part.includes(' ') ? `"${part}"` : part))
    .join(' ')}`;

/** Runs the command of each row, once for rows that share it, and returns the scorecard with what they gave. */
export async function measureRows(before: Scorecard | null, options: MeasureOptions): Promise<Scorecard> {
  const results = new Map<string, Promise<unknown>>();
  const rows: MeasuredRow[] = [];
  for (const row of ROWS) {
    const old = before?.rows.find(({ name }) => name === row.name);
    const isWanted = options.only === null || row.name.includes(options.only);
    if (!isWanted || (row.needs !== undefined && options.labels === null)) {
      rows.push(typeof old?.date === 'string' ? old : { ...blankRow(row), note: 'not measured yet' });
      continue;
    }
    const args = argumentsOf(row, options.labels);
    const key = args.join(' ');
    if (!results.has(key)) {
      options.onStep(shownCommand(row));
      results.set(key, runJson(args));
    }
    rows.push(await settle(row, results.get(key), options.today));
  }
  const unmeasured = UNMEASURED.map((row) => ({ ...row, ours: null, command: null, date: null }));
  return { date: options.today, machine: options.machine, rows: [...rows, ...unmeasured] };
}

const blankRow = (row: ScorecardRow): MeasuredRow => ({
  name: row.name,
  published: row.published,
  ours: null,
  command: shownCommand(row),
  note: row.note,
  date: null,
});

async function settle(row: ScorecardRow, result: unknown, today: string): Promise<MeasuredRow> {
  try {
    return { ...blankRow(row), ours: row.ours(await result), date: today };
  } catch (error) {
    return { ...blankRow(row), note: `failed: ${describeError(error)}`, date: today };
  }
}
