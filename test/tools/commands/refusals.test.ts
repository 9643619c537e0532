import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../support/run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-refusals-'));
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'empty.ndjson'), '');
  await writeFile(join(folder, 'row.ndjson'), '{"title":"Tin Roof"}');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The command, and what its message has to name. */
const REFUSED: readonly [string, string][] = [
  ['search words --mode foo', '--mode'],
  ['search words --mode foo', 'hybrid, semantic, lexical'],
  ['search words --limit 0', 'a whole number from 1 to 50'],
  ['search words --limit abc', '--limit'],
  ['search words --limit 1e1', '--limit'],
  ['search words --limt 3', 'Did you mean --limit?'],
  ['search', "'query'"],
  ['serch words', 'Did you mean search?'],
  ['search words --url nope', '--url'],
  ['search words --url http://127.0.0.1:1', 'http://127.0.0.1:1 does not answer'],
  ['search words --data none', 'No stack runs on none, and it holds no catalogue'],
  ['search words --data /proc/x', '/proc/x'],
  ['search words --data=', '--data'],
  ['search words --url=', '--url'],
  ['help serch', 'Did you mean search?'],
  ['serch --help', 'Did you mean search?'],
  ['config help chek', 'Did you mean check?'],
  ['rhymes', "'word'"],
  ['rhymes day --kind far', 'perfect, near, multi'],
  ['rhymes day --limit 101', 'a whole number from 1 to 100'],
  ['rhymes day --syllables 0', 'a whole number from 1 to 10'],
  ['rhymes day --topic tea', '--topic'],
  ['rhymes day --data=', '--data'],
  ['rhymes day --data none', 'No stack runs on none, and it holds no catalogue'],
  ['rhymes day --url http://127.0.0.1:1', 'http://127.0.0.1:1 does not answer'],
  [`rhymes ${'day '.repeat(20).trim()}`, 'more than 60 characters'],
  ['pairs --data none', 'none'],
  ['pairs --max-distance 3', 'a number from 0 to 2'],
  ['pairs --neighbours 0', '--neighbours'],
  ['dead-letters --data none', 'none'],
  ['dead-letters --replay x', '--replay'],
  ['enrich --limit abc', '--limit'],
  ['export tracks --data none', 'none'],
  ['export tracks --limit 0', '--limit'],
  ['export tracks --language english', '--language'],
  ['export tracks --from-year 2001 --to-year 1999', '--from-year is later than --to-year'],
  ['export tracks --out missing/file', 'folder'],
  ['export tracks --out .', 'is a folder, not a file'],
  ['scrape Somebody --limit 0', '--limit'],
  ['scrape Somebody --priority 10', 'a whole number from 1 to 9'],
  ['bench ingest --only 429', '--faults'],
  ['watch', 'Name an artist'],
  ['migrate --data /proc/x', '/proc/x cannot be written'],
  ['migrate --url mysql://a/b', '--url'],
  ['migrate --url postgresql://127.0.0.1:1/x', 'The database at 127.0.0.1:1 cannot be opened (ECONNREFUSED)'],
  ['import missing.ndjson', 'missing.ndjson does not exist'],
  ['import .', 'is a folder, not a file'],
  ['import empty.txt', 'empty.txt is empty'],
  ['import row.ndjson --data /proc/x', '/proc/x cannot be written'],
  ['import row.ndjson --data /proc/x --report no/folder', '--report'],
  ['batch missing.ndjson', 'missing.ndjson does not exist'],
  ['batch empty.ndjson', 'empty.ndjson holds no item'],
  ['batch empty.ndjson --temperature 7', '--temperature'],
  ['batch empty.ndjson --results out', '--results needs --wait'],
  ['analyze missing.txt', 'missing.txt does not exist'],
  ['analyze empty.txt', 'empty.txt holds no text'],
  ['analyze .', 'is a folder, not a file'],
  ['llm parse missing.txt', 'missing.txt does not exist'],
  ['llm parse empty.txt', 'empty.txt holds no reply'],
  ['genius parse missing.txt', 'missing.txt does not exist'],
  ['genius parse empty.txt --status 9', '--status'],
  ['lab synthesize --tracks 0', '--tracks'],
  ['lab learn empty.ndjson', 'empty.ndjson holds no songs'],
  ['eval text --vader empty.txt', 'empty.txt'],
  ['eval features empty.ndjson', 'empty.ndjson holds no songs'],
  ['eval rhyme --mcflow empty.ndjson', 'empty.ndjson holds no songs'],
  ['eval rhyme --chicago empty.txt', 'empty.txt holds no poems'],
  ['bench batch --items 0', '--items'],
  ['bench search --sizes 1,a', '--sizes'],
  ['config check --env moon', 'staging, production'],
];

describe('a command that cannot run', () => {
  it.concurrent.each(REFUSED)(
    'barline %s: prints %s and exits with 1',
    async (line, named) => {
      const { code, stdout, stderr } = await runCli(line.split(' '), { cwd: folder });
      expect(stderr).toContain(named);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stderr).not.toContain('ENOENT:');
      expect(code).toBe(1);
      expect(stdout).toBe('');
    },
    60_000,
  );

  it('creates nothing in the given folder', async () => {
    expect(await readdir(folder)).toEqual(['empty.ndjson', 'empty.txt', 'row.ndjson']);
  });

  it.concurrent.each([
    ['demo.ts', '--prt 1', 'Did you mean --port?'],
    ['demo.ts', '--port abc', '--port'],
    ['demo.ts', '--once extra', 'extra'],
    ['demo.ts', '--once --data /proc/x', '/proc/x cannot be written'],
    ['dev.ts', '--web-prt 1', 'Did you mean --web-port?'],
  ])(
    '%s %s prints %s without a stack trace',
    async (script, line, named) => {
      const { code, stderr } = await runCli(line.split(' '), { script, cwd: folder });
      expect(stderr).toContain(named);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(code).toBe(1);
    },
    60_000,
  );
});
