import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MIGRATIONS } from '../migrate.ts';

/** The names of all migrations of this version, in order. */
export async function knownMigrations(): Promise<string[]> {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).toSorted();
  return files.map((name) => basename(name, '.sql'));
}

/** The extensions of Postgres that migrations create. */
export async function neededExtensions(): Promise<string[]> {
  const names = (await knownMigrations()).map((name) => join(MIGRATIONS, `${name}.sql`));
  const texts = await Promise.all(names.map((path) => readFile(path, 'utf8')));
  const found = texts.flatMap((text) =>
    Array.from(text.matchAll(/create extension if not exists (\w+)/g), ([, name = '']) => name),
  );
  return [...new Set(found)];
}
