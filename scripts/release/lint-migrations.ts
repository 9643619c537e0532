import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../build.ts';
import { ACCEPTED, type Acceptance } from './migrations/accepted.ts';
import { type Finding, RULES } from './migrations/finding.ts';

export interface LintedFile {
  file: string;
  findings: readonly Finding[];
}

/** All migrations in their order, with what makes them unsafe while a version serves requests. */
export async function lintMigrations(folder = join(ROOT, 'migrations')): Promise<LintedFile[]> {
  const { lintMigration } = await import('./migrations/lint-migration.ts').catch(() => {
    throw new Error('Migrations are read by libpg-query, which is not installed: run npm install.');
  });
  const files = (await readdir(folder)).filter((name) => name !== 'README.md').toSorted();
  return await Promise.all(
    files.map(async (file) => ({
      file,
      findings: file.endsWith('.sql')
        ? await lintMigration(await readFile(join(folder, file), 'utf8'))
        : [{ rule: 'unknown', line: 1, what: 'the file is not SQL' }],
    })),
  );
}

export const tellFinding = (file: string, { rule, line, what }: Finding): string =>
  `migrations/${file}:${line} ${what} (${rule}: ${RULES[rule]})`;

/** Findings that nobody has accepted, and accepted ones that are not there (any more). */
export function lintFaults(
  files: readonly LintedFile[],
  accepted: Readonly<Record<string, Acceptance>>,
): string[] {
  const unaccepted = files.flatMap(({ file, findings }) =>
    findings.filter(({ rule }) => !accepted[file]?.rules.includes(rule)).map((one) => tellFinding(file, one)),
  );
  const found = new Set(files.flatMap(({ file, findings }) => findings.map(({ rule }) => `${file} ${rule}`)));
  const unused = Object.entries(accepted).flatMap(([file, { rules }]) =>
    rules
      .filter((rule) => !found.has(`${file} ${rule}`))
      .map((rule) => `scripts/release/migrations/accepted.ts: ${file} has no finding "${rule}"`),
  );
  return [...unaccepted, ...unused];
}

if (import.meta.main) {
  const faults = lintFaults(await lintMigrations(), ACCEPTED);
  if (faults.length > 0) {
    console.error(`${faults.join('\n')}\ndocs/releases.md shows how to do it in two releases.`);
    process.exitCode = 1;
  }
}
