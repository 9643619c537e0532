import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemoSites } from '../../../scripts/local/demo-sites.ts';
import { type HttpServer, readBody, sendJson, startHttpServer } from '../../../scripts/local/http-server.ts';
import { type LocalStack, startLocalStack } from '../../../scripts/local/stack.ts';
import { migrate } from '../../../scripts/migrate.ts';
import { createSql, sql } from '../../../src/db/client.ts';
import { type CliResult, runCli } from '../../support/run-cli.ts';

/** Three pages of the duplicate check. */
const SONGS = 2500;
const COUNTS = { queued: 2, running: 0, done: 0, failed: 0, cancelled: 0, degraded: 0 };
const BATCH = { batch_id: 'b-1', status: 'queued', items_count: 2, counts: COUNTS, finished_at: null };
const RUN = { id: 7, artist: 'Nell Harbour', status: 'running', counts: { queued: 3, outcomes: { ok: 2 } } };
const VECTOR = Array.from({ length: 512 }, () => 1);

let folder: string;
let data: string;
let stack: LocalStack;
/** A Worker whose work never ends, and an embedding model. */
let server: HttpServer;

const startEndlessWorker = (): Promise<HttpServer> =>
  startHttpServer({ name: 'the Worker' }, async (request, response) => {
    const path = request.url ?? '';
    const body = await readBody(request, 1_000_000);
    if (path === '/v1/embeddings') {
      const inputs: string[] = [JSON.parse(body).input].flat();
      sendJson(response, 200, { data: inputs.map((_, index) => ({ index, embedding: VECTOR })), usage: {} });
    } else if (path.startsWith('/batch')) sendJson(response, 200, BATCH);
    else if (path.startsWith('/ingest/runs')) sendJson(response, 200, { items: [RUN] });
    else sendJson(response, 200, { run: { id: RUN.id } });
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-interrupted-'));
  data = join(folder, 'data');
  server = await startEndlessWorker();
  stack = await startLocalStack({ dataDir: data, redis: 'mock', embeddings: false, env: {} });
  await stack.add(await startDemoSites());
  await stack.add({ vars: {}, addresses: { worker: server.url }, close: server.close });
  await migrate(stack.migrationUrl);
  const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = stack.vars;
  await createSql({ url, fetchEndpoint, timeoutMs: 200_000 }).query(
    sql`with artist as (insert into artists (name) values ('Nell Harbour') returning id)
      insert into tracks (artist_id, source, artist, title, lyrics, lyrics_state, text_hash, lyrics_hash)
      select id, 'import', 'Nell Harbour', 'Ferry ' || n, 'The tide at ' || n, 'ok', 'text' || n, 'lyrics' || n
      from artist, generate_series(1, ${SONGS}::int) n`,
  );
  const lyrics = 'The slow ferry carries me over the water\nI count the lamps along the shore';
  const songs = [1, 2].map((n) => ({
    artist: 'Ada Lund',
    title: `Ferry ${n}`,
    lyrics: `${lyrics} of bay ${n}`,
  }));
  await writeFile(join(folder, 'songs.ndjson'), songs.map((song) => `${JSON.stringify(song)}\n`).join(''));
}, 240_000);
afterAll(async () => {
  await stack.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** Runs a command and sends it SIGINT when standard error matches. */
function interrupt(args: readonly string[], when: RegExp): Promise<CliResult> {
  let said = '';
  return runCli(args, {
    vars: { SCRAPE_REQUESTS_PER_SECOND: '50', EMBEDDINGS_API_KEY: 'key' },
    onStart: (child) =>
      child.stderr?.on('data', (chunk) => {
        said += chunk;
        if (when.test(said)) child.kill('SIGINT');
      }),
  });
}

const target = () => ['--url', server.url];
const stackOf = () => ['--data', data];
const songs = () => join(folder, 'songs.ndjson');

it.each<[string, () => string[], RegExp, RegExp]>([
  [
    'batch --wait',
    () => ['batch', songs(), '--wait', ...target()],
    /items 0\/2/,
    /the Worker has the items of batch b-1\. It goes on in the background/,
  ],
  [
    'scrape',
    () => ['scrape', 'Nell Harbour', ...target()],
    /songs 2\/5/,
    /run 7: 2 songs are done, 3 wait\. It goes on in the Worker/,
  ],
  [
    'import --wait',
    () => ['import', songs(), '--wait', ...stackOf()],
    /songs embedded and analysed 0/,
    /all 2 songs are stored\. They are embedded and analysed while a Worker runs/,
  ],
  [
    'enrich',
    () => ['enrich', '--limit', '1000', ...stackOf()],
    /songs looked for [1-9]\d*\/1000/,
    /the results of [1-9]\d* songs? (?:is|are) stored\. Run the command with --missing to go on/,
  ],
  [
    'reindex hashes',
    () => ['reindex', 'hashes', ...stackOf()],
    /hashes [1-9]\d*000\//,
    /[1-9]\d*000 song hashes are in Redis\. Repeats are found through Postgres/,
  ],
  [
    'reindex embeddings',
    () => ['reindex', 'embeddings', '--model', 'another', '--base-url', `${server.url}/v1`, ...stackOf()],
    /vectors [1-9]\d*\//,
    /[1-9]\d* vectors of another are stored; searches use the old model\. Run the same command again/,
  ],
])(
  '%s at a Ctrl-C prints what is kept and exits with 130',
  async (_, args, when, kept) => {
    const { code, stderr, stdout } = await interrupt(args(), when);
    expect(stderr).toMatch(kept);
    expect(stdout).toBe('');
    expect(code).toBe(130);
  },
  120_000,
);
