import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ROOT } from '../build.ts';
import { coveringTests } from './covering-tests.ts';
import { findMutants, type Mutant, sampleMutants } from './find-mutants.ts';
import { MutationBench, type Outcome } from './run-mutants.ts';

// Makes one change at a time in a copy of the sources and counts how many the tests detect. Mutants without an observable
// effect are listed in equivalent.json with a reason and are not counted.
const FOLDERS = ['src/lib/resilience', 'src/services/analysis', 'src/db/queries'];
const HELP = `node scripts/mutation/mutate.ts
  --seed 1          what the sample is drawn by
  --mutants 150     how many are drawn of all folders
  --file PART       of the sample only those whose path has this part
  --again REPORT    instead of a sample those that survived in this report; lines may have moved since
  --minutes 60      no further mutant is begun after so long
  --timeout 240     seconds that one test file may take
  --list            prints the mutants and runs nothing
  --json            every mutant with the test that detected it`;

interface Result extends Outcome {
  mutant: string;
  folder: string;
}

interface Equivalent {
  file: string;
  from: string;
  to: string;
  reason: string;
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      mutants: { type: 'string', default: '150' },
      minutes: { type: 'string', default: '60' },
      timeout: { type: 'string', default: '240' },
      file: { type: 'string', default: '' },
      again: { type: 'string', default: '' },
      list: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const count = (name: 'seed' | 'mutants' | 'minutes' | 'timeout'): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1`);
    return value;
  };
  return {
    seed: count('seed'),
    mutants: count('mutants'),
    deadlineMs: count('minutes') * 60_000,
    timeoutMs: count('timeout') * 1000,
    file: values.file,
    again: values.again,
    list: values.list,
    json: values.json,
    help: values.help,
  };
}

const nameOf = ({ file, line, operator, from, to }: Mutant): string =>
  `${file}:${line} [${operator}] ${from} => ${to}`;

const withoutLine = (name: string): string => name.replace(/:\d+ \[/, ' [');

function readEquivalents(): Equivalent[] {
  return JSON.parse(readFileSync(join(ROOT, 'scripts/mutation/equivalent.json'), 'utf8')).equivalent;
}

/** The survivors of an earlier report among the mutants, by their changed line; says which are no longer there. */
function survivorsOf(report: string, mutants: readonly Mutant[]): Mutant[] {
  const { survivors } = z
    .object({ survivors: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(report, 'utf8')));
  const known = new Map(mutants.map((mutant) => [withoutLine(nameOf(mutant)), mutant]));
  return survivors.flatMap((name) => {
    const mutant = known.get(withoutLine(name));
    if (mutant === undefined) console.error(`no longer there: ${name}`);
    return mutant === undefined ? [] : [mutant];
  });
}

async function runAll(mutants: readonly Mutant[], args: ReturnType<typeof readArguments>): Promise<Result[]> {
  const testsOf = coveringTests(ROOT);
  const deadline = Date.now() + args.deadlineMs;
  const bench = new MutationBench(ROOT, args.timeoutMs);
  const results: Result[] = [];
  process.on('exit', () => bench.close());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
  const sound = new Set<string>();
  const unsound = new Set<string>();
  for (const mutant of mutants) {
    if (Date.now() > deadline) break;
    const outcome = await judge(bench, mutant, testsOf(mutant.file), { sound, unsound });
    const folder = FOLDERS.find((one) => mutant.file.startsWith(one)) ?? '';
    results.push({ mutant: nameOf(mutant), folder, ...outcome });
    console.error(
      `${results.length}/${mutants.length} ${outcome.state} ${outcome.seconds} s ${nameOf(mutant)}`,
    );
    if (outcome.by !== null) console.error(`    ${outcome.by}: ${outcome.message}`);
  }
  return results;
}

/** Runs a mutant, and again without a test that turns out to fail on the sources as they are. */
async function judge(
  bench: MutationBench,
  mutant: Mutant,
  tests: readonly string[],
  known: { sound: Set<string>; unsound: Set<string> },
): Promise<Outcome> {
  for (;;) {
    const outcome = await bench.run(
      mutant,
      tests.filter((test) => !known.unsound.has(test)),
    );
    const { by } = outcome;
    if (by === null || known.sound.has(by)) return outcome;
    if (await bench.passes(by)) {
      known.sound.add(by);
      return outcome;
    }
    known.unsound.add(by);
    console.error(`left out, fails without a fault: ${by} (${outcome.message})`);
  }
}

function summarize(results: readonly Result[]) {
  const rows = FOLDERS.map((folder) => {
    const inside = results.filter((one) => one.folder === folder);
    const told = inside.filter(({ state }) => state !== 'survived').length;
    return { folder, mutants: inside.length, killed: told };
  });
  const mutants = results.length;
  const killed = results.filter(({ state }) => state !== 'survived').length;
  return { mutants, killed, share: mutants === 0 ? null : killed / mutants, folders: rows };
}

async function main(): Promise<void> {
  const args = readArguments();
  if (args.help) return console.log(HELP);
  const all = findMutants(ROOT, FOLDERS);
  const sample =
    args.again === '' ? sampleMutants(all, args.mutants, args.seed) : survivorsOf(args.again, all);
  const equivalents = readEquivalents();
  const isEquivalent = (mutant: Mutant): boolean =>
    equivalents.some(
      ({ file, from, to }) => file === mutant.file && from === mutant.from && to === mutant.to,
    );
  const wanted = sample.filter(({ file }) => file.includes(args.file));
  const mutants = wanted.filter((one) => !isEquivalent(one));
  if (args.list) return console.log(mutants.map(nameOf).join('\n'));
  const results = await runAll(mutants, args);
  const summary = {
    ...{ seed: args.seed, found: all.length, sampled: wanted.length },
    ...{ equivalent: wanted.filter(isEquivalent).length, ...summarize(results) },
    survivors: results.filter(({ state }) => state === 'survived').map(({ mutant }) => mutant),
    timeouts: results.filter(({ state }) => state === 'timeout').map(({ mutant }) => mutant),
  };
  console.log(
    args.json ? JSON.stringify({ ...summary, results }, null, 2) : JSON.stringify(summary, null, 2),
  );
  process.exit(0);
}

await main();
