import { gzipSync } from 'node:zlib';
import { BAD_INPUTS } from './bad-inputs.ts';
import { startBenchWorker } from './bench-worker.ts';
import { quantile, round } from './figures.ts';
import { syntheticSong, syntheticSongs } from './synthetic-songs.ts';

export interface EngineBench {
  readonly songs: number;
  readonly median_words: number;
  readonly median_ms: number;
  readonly p95_ms: number;
  readonly worst_ms: number;
  readonly songs_per_second: number;
  /** Slope of log time over log words, from 125 to 4,000 words: 1 is linear. */
  readonly length_exponent: number;
  readonly vader_only_median_ms: number;
  /** Milliseconds per text, by fault. */
  readonly worst_input_ms: Readonly<Record<string, number>>;
  readonly lexicon: { bytes: number; gzip_bytes: number; first_lookup_ms: number };
}

const RUNS = 6;
/** VADER alone takes less than one clock tick. */
const VADER_RUNS = 60;
const BLOCKS = 3;
const WARM_UP_SONGS = 30;
const LENGTHS = [125, 250, 500, 1000, 2000, 4000];

const countWords = (text: string): number => text.replace(/^\[.*\]$/gm, '').split(/\s+/).length - 1;

/** Least-squares slope of log y over log x. */
function slope(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const over = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

type Ask = (path: string, body: string | ArrayBuffer) => Promise<Record<string, number>>;

/** The fastest of several blocks of runs, because other load only adds time. */
async function timeText(
  ask: Ask,
  subject: 'engine' | 'vader',
  textOf: (round: number) => string,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let block = 0; block < BLOCKS; block++) {
    const runs = subject === 'vader' ? VADER_RUNS : RUNS;
    const texts = Array.from({ length: runs }, (_, run) => textOf(block * runs + run));
    const { ms = 0 } = await ask('/song', JSON.stringify({ texts, subject }));
    best = Math.min(best, ms);
  }
  return best;
}

const timeSong = (ask: Ask, subject: 'engine' | 'vader', text: string): Promise<number> =>
  timeText(ask, subject, () => text);

async function timeBadInputs(ask: Ask): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const [name, textOf] of Object.entries(BAD_INPUTS)) {
    times[name] = round(await timeText(ask, 'engine', textOf));
  }
  return times;
}

async function measure(ask: Ask, songs: readonly string[], lexicon: ArrayBuffer): Promise<EngineBench> {
  const { first_lookup_ms = 0 } = await ask('/lexicon', lexicon);
  for (const text of songs.slice(0, WARM_UP_SONGS)) await timeSong(ask, 'engine', text);
  const times: number[] = [];
  for (const text of songs) times.push(await timeSong(ask, 'engine', text));
  const vader: number[] = [];
  for (const text of songs) vader.push(await timeSong(ask, 'vader', text));
  const growth: [number, number][] = [];
  for (const words of LENGTHS) growth.push([words, await timeSong(ask, 'engine', syntheticSong(3, words))]);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  return {
    songs: songs.length,
    median_words: quantile(songs.map(countWords), 0.5),
    median_ms: round(quantile(times, 0.5)),
    p95_ms: round(quantile(times, 0.95)),
    worst_ms: round(Math.max(...times)),
    songs_per_second: round((1000 * times.length) / total),
    length_exponent: round(slope(growth)),
    vader_only_median_ms: round(quantile(vader, 0.5)),
    worst_input_ms: await timeBadInputs(ask),
    lexicon: {
      bytes: lexicon.byteLength,
      gzip_bytes: gzipSync(new Uint8Array(lexicon)).byteLength,
      first_lookup_ms,
    },
  };
}

/** Times the whole analysis of `count` synthetic songs in workerd. Throws when the Worker fails. */
export async function benchEngine(lexicon: ArrayBuffer, count: number): Promise<EngineBench> {
  const worker = await startBenchWorker('./engine-worker.ts');
  try {
    const ask: Ask = async (path, body) => {
      const response = await fetch(`${worker.url}${path}`, { method: 'POST', body });
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as Record<string, number>;
    };
    return await measure(ask, syntheticSongs(count), lexicon);
  } finally {
    await worker.stop();
  }
}
