import { loadavg } from 'node:os';
import { createSql, sql } from '../../../src/db/client.ts';
import { readCatalogueModel } from '../../lab/catalogue-model.ts';
import { drawQueries } from '../../lab/synthesize.ts';
import { openVocabulary } from '../../lab/vocabulary.ts';
import { type Barline, startBarline, UNLIMITED } from '../../local/start-barline.ts';
import { round } from '../figures.ts';
import { buildDatabase } from '../search/build-database.ts';
import { startDrawnEmbeddings } from '../search/drawn-embeddings.ts';
import type { FillOptions } from '../search/fill-tables.ts';
import { type Attack, attacksOf, type Request } from './attacks.ts';
import { createLineCount, type LineCount } from './count-lines.ts';
import { startTimedDatabase, type TimedDatabase } from './timed-database.ts';

export interface HostileOptions extends FillOptions {
  /** Duration of each attack. */
  seconds: number;
  /** Requests at the same time. */
  connections: number;
  /** Different addresses that they come from, in turn. */
  addresses: number;
  onStep: (step: string) => void;
}

export interface AttackFigures {
  seconds: number;
  requests: number;
  /** Answers by status; `broken` are those without one. */
  statuses: Record<string, number>;
  lyrics_lines: number;
  songs_shown: number;
  most_lines_of_a_song: number;
  postgres_seconds: number;
  megabytes: number;
  /** What an hour of it would take, postgres and megabytes in proportion, lines up to the day's budget. */
  an_hour: { lyrics_lines: number; postgres_seconds: number; megabytes: number };
}

export interface HostileBench {
  tracks: number;
  lyrics_lines_stored: number;
  connections: number;
  addresses: number;
  attacks: Record<string, AttackFigures>;
  load_average: number;
}

const VECTORS = 200;
const SHARED_BUFFERS = '1GB';
const COMMON_WORDS = { from: 30, to: 5000 };
const HOUR_SECONDS = 3600;
/** Lines a day of one address, as configured by default. */
const LINES_A_DAY = 500;

/** Where the addresses of the attackers are: 198.18.0.0/15 is set aside for benchmarks (RFC 2544). */
const addressOf = (n: number): string => `198.18.${Math.floor(n / 256) % 256}.${n % 256}`;

interface Tally {
  requests: number;
  statuses: Record<string, number>;
  bytes: number;
  lines: LineCount;
}

/** Reads an answer, a stream too, until the time is over; its bytes count as they come. */
async function ask(
  url: string,
  { path, body }: Request,
  address: string,
  until: number,
  tally: Tally,
): Promise<void> {
  const headers = { 'cf-connecting-ip': address, 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(until - performance.now())));
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  tally.requests += 1;
  let status = 'broken';
  const chunks: Uint8Array[] = [];
  try {
    const response = await fetch(`${url}${path}`, { ...init, headers, signal });
    status = String(response.status);
    const keep = response.headers.get('content-type')?.startsWith('application/json') === true;
    for await (const chunk of response.body ?? []) {
      tally.bytes += chunk.length;
      if (keep) chunks.push(chunk);
    }
    if (response.ok && keep) tally.lines.add(JSON.parse(Buffer.concat(chunks).toString()));
  } catch (error) {
    if (!signal.aborted) throw error;
    status = 'cut off by the end of the run';
  }
  tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
}

async function run(
  url: string,
  attack: Attack,
  options: HostileOptions,
  database: TimedDatabase,
): Promise<AttackFigures> {
  const tally: Tally = { requests: 0, statuses: {}, bytes: 0, lines: createLineCount() };
  database.takeBusySeconds();
  const started = performance.now();
  const until = started + options.seconds * 1000;
  let n = 0;
  const client = async () => {
    while (performance.now() < until) {
      const i = n++;
      await ask(url, attack.request(i), addressOf(i % options.addresses), until, tally);
    }
  };
  await Promise.all(Array.from({ length: options.connections }, client));
  const seconds = (performance.now() - started) / 1000;
  return figuresOf(tally, { seconds, busy: database.takeBusySeconds(), addresses: options.addresses });
}

function figuresOf(
  { requests, statuses, bytes, lines }: Tally,
  { seconds, busy, addresses }: { seconds: number; busy: number; addresses: number },
): AttackFigures {
  const anHour = (amount: number) => round((amount / seconds) * HOUR_SECONDS);
  const most = Math.max(lines.lines(), Math.min(anHour(lines.lines()), LINES_A_DAY * addresses));
  return {
    seconds: round(seconds),
    requests,
    statuses,
    lyrics_lines: lines.lines(),
    songs_shown: lines.songs(),
    most_lines_of_a_song: lines.mostOfASong(),
    postgres_seconds: round(busy),
    megabytes: round(bytes / 1e6),
    an_hour: {
      lyrics_lines: Math.round(most),
      postgres_seconds: anHour(busy),
      megabytes: anHour(bytes / 1e6),
    },
  };
}

async function storedLines(barline: Barline): Promise<number> {
  const { DATABASE_URL: url = '' } = barline.stack.vars;
  const db = createSql({ url, fetchEndpoint: barline.stack.addresses.postgres ?? null });
  const [row] = await db.query<{ lines: number }>(
    sql`select sum(array_length(string_to_array(lyrics, E'\n'), 1))::int as lines from tracks`,
  );
  return row?.lines ?? 0;
}

/**
 * What one who may see nothing in full takes from a made-up catalogue while lyrics are not public: lines of lyrics, time of
 * the database, bytes; each the aim of an attack of its own.
 */
export async function benchHostile(options: HostileOptions): Promise<HostileBench> {
  const { tracks, analyses, seed, onStep } = options;
  const { dataDir } = await buildDatabase({ tracks, analyses, seed }, onStep);
  const model = await readCatalogueModel();
  const embeddings = await startDrawnEmbeddings(drawQueries(model, { count: VECTORS, seed }));
  const database = await startTimedDatabase();
  const parts = [embeddings, database];
  try {
    onStep('starting the Worker');
    const barline = await startBarline({
      defaults: UNLIMITED,
      port: 0,
      dataDir,
      demoSites: false,
      postgresSettings: { shared_buffers: SHARED_BUFFERS },
      env: embeddings.vars,
      vars: { LOG_LEVEL: 'error', PUBLIC_LYRICS: 'false', DATABASE_FETCH_ENDPOINT: database.url },
    });
    parts.unshift({ ...embeddings, close: barline.stop });
    database.passTo(barline.stack.addresses.postgres ?? '');
    const { words } = await openVocabulary(model.text);
    const attacks: Record<string, AttackFigures> = {};
    for (const attack of attacksOf({ words: words.slice(COMMON_WORDS.from, COMMON_WORDS.to), tracks })) {
      onStep(`${attack.name}: ${options.seconds} s`);
      attacks[attack.name] = await run(barline.url, attack, options, database);
    }
    return {
      tracks,
      lyrics_lines_stored: await storedLines(barline),
      connections: options.connections,
      addresses: options.addresses,
      attacks,
      load_average: round(loadavg()[0] ?? 0),
    };
  } finally {
    for (const part of parts) await part.close();
  }
}
