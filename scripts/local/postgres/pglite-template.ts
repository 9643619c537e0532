import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Creating a database takes PGlite seconds, unpacking one that it created before a few tenths. */
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/barline', import.meta.url));

/** An empty database of this PGlite version, or null when none is stored yet. */
export async function readTemplate(): Promise<Blob | null> {
  try {
    return new Blob([await readFile(await templateFile())]);
  } catch {
    return null;
  }
}

/** Keeps it for the next new database; where nothing can be written, that one takes its time again. */
export async function writeTemplate(template: Blob): Promise<void> {
  const draft = join(CACHE, randomUUID());
  try {
    await mkdir(CACHE, { recursive: true });
    await writeFile(draft, Buffer.from(await template.arrayBuffer()));
    await rename(draft, await templateFile());
  } catch {
    await rm(draft, { force: true });
  }
}

async function templateFile(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = await readFile(join(dirname(entry), '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return join(CACHE, `pglite-${version}.tar`);
}
