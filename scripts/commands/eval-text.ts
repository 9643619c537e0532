import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { polarity } from '../../src/lyrics/sentiment/vader.ts';
import type { VaderRelease } from '../../src/lyrics/sentiment/vader-tokens.ts';
import { classicIndices } from '../../src/lyrics/vocabulary/classic-indices.ts';
import {
  hypergeometricDiversity,
  movingTtr,
  mtld,
  segmentTtr,
  yuleK,
} from '../../src/lyrics/vocabulary/diversity.ts';
import { toSequence, type WordSequence } from '../../src/lyrics/vocabulary/word-sequence.ts';
import { inputFile } from '../command-options.ts';
import { CommandError } from '../explain.ts';

const VaderFile = z.array(z.object({ text: z.string(), expected: z.record(z.string(), z.number()) }));
const LexicalFile = z.object({ text: z.string(), expected: z.record(z.string(), z.number()) });

interface Mismatch {
  what: string;
  expected: number;
  got: number | null;
}

interface Comparison {
  values: number;
  exact: number;
  mismatches: Mismatch[];
}

// Sums of doubles in another order differ in the last bits; anything more is a difference.
const TOLERANCE = 1e-12;

export function addEvalText(command: Command): void {
  command
    .option('--vader <file>', 'JSON list of {text, expected: {pos, neu, neg, compound}}', inputFile)
    .option('--lexical <file>', 'JSON {text, expected: {words, terms, ttr, mtld_0.72, …}}', inputFile)
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: { vader?: string; lexical?: string; json?: true }) => {
      if (options.vader === undefined && options.lexical === undefined) {
        throw new CommandError('Nothing to compare: give --vader FILE, --lexical FILE or both.');
      }
      const vader =
        options.vader === undefined ? null : compareVader(await readJson(options.vader, VaderFile));
      const lexical =
        options.lexical === undefined ? null : compareLexical(await readJson(options.lexical, LexicalFile));
      report(vader === null ? 'VADER' : `VADER, ${vader.release} release`, vader);
      report('lexical diversity', lexical);
      if (options.json) console.log(JSON.stringify({ vader, lexical }));
      if ([vader, lexical].some((part) => part !== null && part.mismatches.length > 0)) process.exitCode = 1;
    });
}

const RELEASES = ['published', 'current'] as const satisfies readonly VaderRelease[];

/** Every expected number of every sentence against ours, by the release of VADER that the whole file fits better. */
export function compareVader(file: unknown): Comparison & { release: VaderRelease } {
  const compared = RELEASES.map((release) => ({ release, ...compareRelease(file, release) }));
  return compared.reduce((best, one) => (one.exact > best.exact ? one : best));
}

function compareRelease(file: unknown, release: VaderRelease): Comparison {
  const comparison: Comparison = { values: 0, exact: 0, mismatches: [] };
  for (const { text, expected } of VaderFile.parse(file)) {
    const got: Readonly<Record<string, number>> = { ...polarity(text, release) };
    for (const [name, value] of Object.entries(expected)) {
      compare(comparison, `${name} of ${JSON.stringify(text)}`, value, got[name] ?? null);
    }
  }
  return comparison;
}

/** Every expected measure against ours; names carry their parameter, as in `mattr_25`. */
export function compareLexical(file: unknown): Comparison {
  const comparison: Comparison = { values: 0, exact: 0, mismatches: [] };
  const { text, expected } = LexicalFile.parse(file);
  const words = toSequence(text.toLowerCase().match(/[a-z]+/g) ?? []);
  for (const [name, value] of Object.entries(expected))
    compare(comparison, name, value, lexicalMeasure(name, words));
  return comparison;
}

function lexicalMeasure(name: string, words: WordSequence): number | null {
  const [measure, parameter] = name.split('_');
  const size = Number(parameter);
  const [tokens, types] = [words.ids.length, words.counts.length];
  switch (measure) {
    case 'words':
      return tokens;
    case 'terms':
      return types;
    case 'ttr':
      return types / tokens;
    case 'msttr':
      return segmentTtr(words, size);
    case 'mattr':
      return movingTtr(words, size);
    case 'mtld':
      return mtld(words, size);
    case 'hdd':
      return hypergeometricDiversity(words, size);
    case 'yulek':
      return yuleK(words);
    default: {
      const classic: Readonly<Record<string, number>> = { ...classicIndices(words) };
      return classic[name] ?? null;
    }
  }
}

function compare(comparison: Comparison, what: string, expected: number, got: number | null): void {
  comparison.values += 1;
  if (got !== null && Math.abs(got - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)))
    comparison.exact += 1;
  else comparison.mismatches.push({ what, expected, got });
}

function report(name: string, comparison: Comparison | null): void {
  if (comparison === null) return;
  console.log(`${name}: ${comparison.exact} of ${comparison.values} values reproduced`);
  for (const { what, expected, got } of comparison.mismatches)
    console.log(`  ${what}: expected ${expected}, got ${got}`);
}

async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(file, 'utf8');
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : `it is not JSON (${String(error)})`;
    throw new CommandError(`${file} is not what the option takes:\n${why}`, { cause: error });
  }
}
