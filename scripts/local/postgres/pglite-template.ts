import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Creating a database takes PGlite seconds, unpacking one that it created before a few tenths. */
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/barline', import.meta.url));

/** A database stored under a name for this PGlite version, or null when none is. */
export async function readTemplate(name: string): Promise<Blob | null> {
  try {
    return new Blob([await readFile(await templateFile(name))]);
  } catch {
    return null;
  }
}

/** Keeps it for the next new database; where nothing can be written, that one takes its time again. */
export async function writeTemplate(name: string, template: Blob): Promise<void> {
  const draft = join(CACHE, randomUUID());
  try {
    await mkdir(CACHE, { recursive: true });
    await writeFile(draft, Buffer.from(await template.arrayBuffer()));
    await rename(draft, await templateFile(name));
  } catch {
    await rm(draft, { force: true });
  }
}

async function templateFile(name: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = await readFile(join(dirname(entry), '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return join(CACHE, `pglite-${version}-${name}.tar`);
}
