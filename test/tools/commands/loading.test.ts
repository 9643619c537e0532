import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const COMMANDS = readdirSync(join(ROOT, 'scripts/commands')).map((name) => `scripts/commands/${name}`);
/** Only `config check` and `eval text` read schemas before they know what is asked. */
const HEAVY =
  /^(openai|miniflare|wrangler|vite|@electric-sql|@neondatabase|@upstash|cheerio|pg|hono|@hono|ioredis)/;
const IMPORT = /^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gms;

/** Packages and files that are loaded with the file, before any of its functions is called. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)) {
    if (target.startsWith('.')) loadedWith(relative(ROOT, join(ROOT, dirname(file), target)), seen);
    else seen.add(target);
  }
  return seen;
}

describe('--help does not load the dependencies of the command', () => {
  it.each(['scripts/barline.ts', 'scripts/demo.ts', ...COMMANDS])('%s', (file) => {
    const loaded = [...loadedWith(file)];
    expect(loaded.filter((name) => HEAVY.test(name))).toEqual([]);
    expect(loaded.length).toBeLessThan(50);
  });
});
