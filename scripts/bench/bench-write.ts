import { readFile } from 'node:fs/promises';
import type { SourceLine } from '../../src/ml/compose/types.ts';
import { buildComposeAsset, COMPOSE_MODEL_FILE } from '../build.ts';
import { drawOrders } from '../eval/generate-orders.ts';
import { readLexicon } from '../read-lexicon.ts';
import { startBenchWorker } from './bench-worker.ts';
import type { ComposeTask } from './compose-worker.ts';
import { quantile, round } from './figures.ts';
import { syntheticSongs } from './synthetic-songs.ts';

export interface WriteBench {
  readonly verses: number;
  /** Lines of songs that each verse is written from: as many as the service takes, whatever the catalogue's size. */
  readonly source_lines: number;
  /** The first verse of an isolate, with opening the lexicon and the model. */
  readonly first_ms: { p50: number; worst: number };
  readonly ms: { p50: number; p95: number };
  readonly dense_ms: { p50: number; p95: number };
}

/** Songs about a subject and songs of a style that the service gathers at most. */
const SONGS = 48;
const ISOLATES = 5;

const linesOf = (song: string): string[] =>
  song.split('\n').filter((line) => line !== '' && !line.startsWith('['));

const sources = (): SourceLine[] =>
  syntheticSongs(SONGS).flatMap((song, at) =>
    linesOf(song).map((text) => ({ text, weight: 1, source: at + 1 })),
  );

type Write = (task: ComposeTask) => Promise<number>;

/** Runs in an isolate of its own, which has the bytes that it opens. */
async function inIsolate<T>(work: (write: Write) => Promise<T>): Promise<T> {
  const worker = await startBenchWorker('./compose-worker.ts');
  const post = async (path: string, body: string | ArrayBuffer): Promise<{ ms?: number }> => {
    const response = await fetch(`${worker.url}${path}`, { method: 'POST', body });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { ms?: number };
  };
  try {
    const { buffer, byteOffset, byteLength } = await readFile(COMPOSE_MODEL_FILE);
    await post('/lexicon', await readLexicon());
    await post('/model', buffer.slice(byteOffset, byteOffset + byteLength));
    return await work(async (task) => (await post('/write', JSON.stringify(task))).ms ?? 0);
  } finally {
    await worker.stop();
  }
}

const spreadOf = (times: readonly number[]) => ({
  p50: round(quantile(times, 0.5)),
  p95: round(quantile(times, 0.95)),
});

/** Times verses in workerd, from as many source lines as a large catalogue gives. */
export async function benchWrite(verses: number): Promise<WriteBench> {
  await buildComposeAsset();
  const lines = sources();
  const tasks = drawOrders(verses, 'held').map(({ order }): ComposeTask => ({ order, sources: lines }));
  const first: number[] = [];
  for (let isolate = 0; isolate < ISOLATES; isolate++)
    for (const task of tasks.slice(isolate, isolate + 1)) first.push(await inIsolate((write) => write(task)));
  const times = await inIsolate(async (write) => {
    const all: number[] = [];
    for (const task of tasks) all.push(await write(task));
    return all;
  });
  const isDense = (at: number): boolean => tasks[at]?.order.rhyme === 'dense';
  return {
    verses,
    source_lines: lines.length,
    first_ms: { p50: round(quantile(first, 0.5)), worst: round(Math.max(...first)) },
    ms: spreadOf(times.slice(1)),
    dense_ms: spreadOf(times.filter((_, at) => at > 0 && isDense(at))),
  };
}
