import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CommandError } from '../../explain.ts';

const ROOT = join(import.meta.dirname, '../../..');
const BIOME = join(ROOT, 'node_modules/.bin/biome');

/** A source file as the project's formatter writes it; `path` is where it will stand in the project. */
export function formatSource(path: string, source: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    BIOME,
    ['format', `--stdin-file-path=${join(ROOT, path)}`],
    { input: source, encoding: 'utf8', cwd: ROOT },
  );
  if (status !== 0)
    throw new CommandError(
      `The weights could not be formatted (npm ci installs the formatter): ${error?.message ?? stderr}`,
    );
  return stdout;
}
