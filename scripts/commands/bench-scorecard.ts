import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { filledText, inputFile } from '../command-options.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';

interface Options {
  labels?: string;
  only?: string;
  json?: boolean;
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const STORED = at('../scorecard.json');
/** The pages that show the whole table and its headlines. */
const WHOLE = at('../../docs/scorecard.md');
const HEADLINE = at('../../README.md');
const GIB = 1024 ** 3;

export function addBenchScorecard(command: Command): void {
  command
    .option('--labels <file>', 'labelled songs for the rows that need them (see eval quality)', inputFile)
    .option(
      '--only <text>',
      'only rows whose name contains this; the others keep what they have',
      filledText(100),
    )
    .option('--json', 'print one JSON object last')
    .action(async ({ labels, only, json }: Options) => {
      const { measureRows } = await import('../scorecard/measure-rows.ts');
      const { headlineTable, scorecardTable, withTable } = await import('../scorecard/scorecard.ts');
      const { HEADLINES } = await import('../scorecard/rows.ts');
      const scorecard = await measureRows(await readStored(), {
        labels: labels ?? null,
        only: only ?? null,
        today: new Date().toISOString().slice(0, 10),
        machine: `${cpus().length} cores, ${Math.round(totalmem() / GIB)} GiB`,
        onStep: (step) => process.stderr.write(`${step}\n`),
      });
      await writeFile(STORED, `${JSON.stringify(scorecard, null, 2)}\n`);
      const write = async (page: string, table: string) =>
        await writeFile(page, withTable(await readFile(page, 'utf8'), table));
      await write(WHOLE, scorecardTable(scorecard));
      await write(HEADLINE, headlineTable(scorecard, HEADLINES));
      console.log(json ? JSON.stringify(scorecard) : scorecardTable(scorecard));
    });
}

async function readStored(): Promise<Scorecard | null> {
  try {
    return JSON.parse(await readFile(STORED, 'utf8'));
  } catch {
    return null;
  }
}
