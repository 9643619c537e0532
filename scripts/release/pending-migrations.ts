import { openBuildConnection } from '../build-sql.ts';
import type { PendingMigration } from './decide/situation.ts';
import { type LintedFile, lintMigrations, tellFinding } from './lint-migrations.ts';
import { ACCEPTED } from './migrations/accepted.ts';

/** The names that the database has had; none where nothing was ever applied. */
async function readApplied(databaseUrl: string): Promise<Set<string>> {
  const client = await openBuildConnection(databaseUrl);
  try {
    const { rows: tables } = await client.query<{ name: string | null }>(
      "select to_regclass('schema_migrations')::text as name",
    );
    if (tables[0]?.name == null) return new Set();
    const { rows } = await client.query<{ name: string }>('select name from schema_migrations');
    return new Set(rows.map(({ name }) => name));
  } finally {
    await client.end();
  }
}

const nameOf = (file: string): string => file.replace(/\.sql$/, '');

/** Findings that stand against running a file while a version serves requests. */
const unsafeOf = ({ file, findings }: LintedFile): string[] =>
  ACCEPTED[file]?.whileServing === true ? [] : findings.map((finding) => tellFinding(file, finding));

/** The migrations that the database has not had, in their order. */
export async function readPending(databaseUrl: string): Promise<PendingMigration[]> {
  const [applied, files] = await Promise.all([readApplied(databaseUrl), lintMigrations()]);
  return files
    .filter(({ file }) => !applied.has(nameOf(file)))
    .map((file) => ({ name: nameOf(file.file), unsafe: unsafeOf(file) }));
}
