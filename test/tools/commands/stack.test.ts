import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalStack, startLocalStack } from '../../../scripts/local/stack.ts';
import { claimStack } from '../../../scripts/local/stack-file.ts';
import { migrate } from '../../../scripts/migrate.ts';
import { createSql, sql } from '../../../src/db/client.ts';
import { runCli } from '../../support/run-cli.ts';

const SONG = {
  artist: 'Nell Harbour',
  title: 'Slow Ferry',
  lyrics: 'The slow ferry carries me over the water\nI count the lamps along the shore',
};
const MANY = 20_000;
/** Rows for a dozen pages of an export with lyrics. */
const ROWS = 3000;

let folder: string;
let data: string;
let stack: LocalStack;
const file = (name: string) => join(folder, name);
const lines = (...rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-commands-'));
  data = file('data');
  stack = await startLocalStack({ dataDir: data, redis: 'mock', embeddings: false, env: {} });
  await migrate(stack.migrationUrl);
  await writeFile(file('songs.ndjson'), lines(SONG));
  await writeFile(file('refused.ndjson'), lines({ artist: 'Nell Harbour' }, { title: 'No artist' }));
  await writeFile(file('mixed.ndjson'), lines(SONG, { artist: 'Nell Harbour' }));
  const many = Array.from({ length: MANY }, (_, i) => ({
    ...SONG,
    title: `Ferry ${i}`,
    lyrics: `${SONG.lyrics}\nNumber ${i} is on the ticket in my hand`,
  }));
  await writeFile(file('many.ndjson'), lines(...many));
}, 120_000);
afterAll(async () => {
  await stack.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

describe('an import', () => {
  it('fails when every line is rejected', async () => {
    const { code, stdout } = await runCli(['import', file('refused.ndjson'), '--data', data]);
    expect(stdout).toContain('2 rejected');
    expect(code).toBe(1);
  }, 60_000);

  it('fails when the file is empty', async () => {
    await writeFile(file('blank.ndjson'), '\n');
    const { code, stderr } = await runCli(['import', file('blank.ndjson'), '--data', data]);
    expect(stderr).toContain('blank.ndjson is empty');
    expect(code).toBe(1);
  }, 60_000);

  it('succeeds when some lines are rejected, and lists them', async () => {
    const { code, stdout } = await runCli(['import', file('mixed.ndjson'), '--data', data]);
    expect(stdout).toMatch(/1 added.*1 rejected/);
    expect(stdout).toContain('line 2: title is missing');
    expect(code).toBe(0);
  }, 60_000);

  it('that is interrupted prints how many songs are stored, and can be run again to continue', async () => {
    const { code, stderr } = await runCli(['import', file('many.ndjson'), '--data', data], {
      onStart: (child) =>
        child.stderr?.on('data', (chunk) => {
          if (/[1-9]\d* added/.test(String(chunk))) child.kill('SIGINT');
        }),
    });
    const stored = Number(/Interrupted: (\d+) songs of the file are stored/.exec(stderr)?.[1]);
    expect(code).toBe(130);
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(MANY);
    expect(stderr).toContain('Run the same command again to go on.');
  }, 120_000);
});

describe('a command', () => {
  it('names its stack on standard error and prints only the result to standard output', async () => {
    const args = ['search', 'ferry', '--data', data, '--limit', '1', '--json'];
    const { code, stdout, stderr } = await runCli(args);
    expect(stderr).toContain(`asking the stack on ${data} (process ${process.pid})`);
    expect(JSON.parse(stdout)).toMatchObject({ query: 'ferry', items: [{}] });
    expect(code).toBe(0);
  }, 60_000);

  it('ends without an error when the reader of its output ends', async () => {
    const { code, stderr } = await runCli(['export', 'tracks', '--data', data], {
      onStart: (child) => child.stdout?.destroy(),
    });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(0);
  }, 60_000);

  it('reports a stack whose process is alive but whose port does not answer', async () => {
    const dead = file('dead');
    const claim = await claimStack(dead);
    await claim.publish({ vars: {}, migrationUrl: null, addresses: { worker: 'http://127.0.0.1:1' } });
    const { code, stderr } = await runCli(['search', 'ferry', '--data', dead]);
    await claim.release();
    expect(stderr).toContain(`(process ${process.pid}) does not answer at http://127.0.0.1:1`);
    expect(code).toBe(1);
  }, 60_000);
});

describe('an export', () => {
  it('that is interrupted prints the row to continue after, and the file ends with that row', async () => {
    const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = stack.vars;
    await createSql({ url, fetchEndpoint, timeoutMs: 60_000 }).query(
      sql`insert into tracks (artist_id, source, artist, title, lyrics, lyrics_state, text_hash)
        select a.id, 'import', a.name, 'Title ' || n, 'The tide', 'ok', 'hash' || n
        from (select id, name from artists limit 1) a, generate_series(1, ${ROWS}::int) n`,
    );
    const out = file('out.ndjson');
    const asked = ['export', 'tracks', '--data', data, '--lyrics', '--out', out];
    const whole = await runCli(asked);
    expect(whole.code).toBe(0);
    const expected = await readFile(out, 'utf8');
    await rm(out);
    const stopped = await runCli(asked, {
      onStart: async (child) => {
        await once(child.stderr ?? child, 'data');
        for (let found = ''; found === '' && child.exitCode === null; )
          found = await readFile(out, 'utf8').catch(() => '');
        child.kill('SIGINT');
      },
    });
    const kept = await readFile(out, 'utf8');
    const last = JSON.parse(kept.trimEnd().split('\n').at(-1) ?? '') as { id: number };
    expect(stopped.stderr).toContain(`Go on with --after ${last.id}, which appends to the file.`);
    expect((await runCli([...asked, '--after', String(last.id)])).code).toBe(0);
    expect(await readFile(out, 'utf8')).toBe(expected);
  }, 120_000);
});
