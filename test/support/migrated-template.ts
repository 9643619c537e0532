import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOOPBACK } from '../../scripts/local/http-server.ts';
import { openPglite } from '../../scripts/local/postgres/pglite-engine.ts';
import { readTemplate, writeTemplate } from '../../scripts/local/postgres/pglite-template.ts';
import { openWirePort } from '../../scripts/local/postgres/wire-port.ts';
import { migrate } from '../../scripts/migrate.ts';
import { QUALITY_MODEL } from '../../src/ml/quality/quality-model.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

let making: Promise<string> | null = null;

/**
 * The name of a stored, empty database with all migrations, made when it is not there yet. A copy of it is ready in less
 * than half the time; `migrate` still runs on the copy, and finds nothing to do.
 */
export function migratedTemplate(): Promise<string> {
  making ??= findOrMake();
  return making;
}

async function findOrMake(): Promise<string> {
  const name = `migrated-${await digestOfMigrations()}`;
  if ((await readTemplate(name)) === null) await makeTemplate(name);
  return name;
}

async function digestOfMigrations(): Promise<string> {
  const hash = createHash('sha256').update(QUALITY_MODEL.version);
  for (const file of (await readdir(MIGRATIONS)).toSorted()) {
    hash.update(`\n${file}\n`).update(await readFile(join(MIGRATIONS, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

async function makeTemplate(name: string): Promise<void> {
  const engine = await openPglite();
  const wire = await openWirePort();
  try {
    await wire.serve(engine);
    await migrate(`postgresql://postgres@${LOOPBACK}:${wire.port}/postgres`);
    await writeTemplate(name, await engine.database.dumpDataDir('none'));
  } finally {
    await wire.close();
    await engine.close();
  }
}
