import { parseArgs } from 'node:util';
import { runFuzz } from '../run-fuzz.ts';
import type { Finding } from '../tally.ts';
import { type FuzzWorld, startFuzzWorld } from '../world.ts';
import { FAULT_HEADER } from './copy-sources.ts';
import { PLANTS, type Plant } from './plants.ts';

export interface PlantResult {
  name: string;
  what: string;
  /** What it has to be called. */
  kind: string;
  found: boolean;
  seconds: number;
  requests: number;
  /** How it was called. */
  findings: string[];
}

export interface PlantedReport {
  planted: number;
  found: number;
  missed: string[];
  /** What a run without a fault finds; it does not count as found. */
  without_a_fault: string[];
  seconds: number;
  plants: PlantResult[];
}

const nameOf = ({ operation, kind, what }: Finding): string => `${operation} ${kind}: ${what}`;

interface Run {
  requests: number;
  seed: number;
}

/** The faults with these names; all if there are none. */
const chosen = (names: readonly string[]): readonly Plant[] =>
  names.length === 0 ? PLANTS : PLANTS.filter(({ name }) => names.includes(name));

async function tryPlant(
  world: FuzzWorld,
  plant: Plant,
  known: ReadonlySet<string>,
  run: Run,
): Promise<PlantResult> {
  const { operations, name, what, kind } = plant;
  const headers = { [FAULT_HEADER]: name };
  const { findings, seconds, requests } = await runFuzz(world, {
    ...run,
    operations,
    headers,
    onProgress: () => {},
  });
  const others = findings.filter((one) => !known.has(nameOf(one)));
  const found = others.some((one) => one.kind === kind);
  return { name, what, kind, found, seconds, requests, findings: others.map(nameOf).slice(0, 5) };
}

/** Fuzzes this copy of the project once without a fault and once with each. */
async function runPlants(wanted: readonly Plant[], run: Run): Promise<PlantedReport> {
  const started = performance.now();
  const say = (step: string) => process.stderr.write(`${step}\n`);
  const world = await startFuzzWorld(say);
  try {
    const operations = [...new Set(wanted.flatMap((plant) => plant.operations))];
    const requests = run.requests * 4;
    const { findings } = await runFuzz(world, { ...run, requests, operations, onProgress: () => {} });
    const known = new Set(findings.map(nameOf));
    const plants: PlantResult[] = [];
    for (const plant of wanted) {
      const result = await tryPlant(world, plant, known, run);
      say(`${result.found ? 'found' : 'MISSED'} ${plant.name} in ${result.seconds} s`);
      plants.push(result);
    }
    return {
      planted: plants.length,
      found: plants.filter(({ found }) => found).length,
      missed: plants.filter(({ found }) => !found).map(({ name }) => name),
      without_a_fault: [...known],
      seconds: Math.round((performance.now() - started) / 1000),
      plants,
    };
  } finally {
    await world.close();
  }
}

const OPTIONS = { requests: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } } as const;
const { values } = parseArgs({ options: OPTIONS });
const report = await runPlants(chosen(values.only?.split(',') ?? []), {
  requests: Number(values.requests ?? 150),
  seed: Number(values.seed ?? 1),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
