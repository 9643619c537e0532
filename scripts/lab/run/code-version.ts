import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { VERSION } from '../../../src/lib/version.ts';

const ROOT = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

const git = async (...words: string[]): Promise<string> =>
  (await run('git', ['-C', ROOT, ...words], { maxBuffer: 256 * 1024 * 1024 })).stdout.trim();

/**
 * The commit of the sources, with a hash of the changes that are not committed (`9f571a1d…+3fa2b1c0`); the version of the
 * package where the sources stand in no repository of their own.
 */
export async function readCodeVersion(): Promise<string> {
  try {
    if ((await git('rev-parse', '--show-prefix')) !== '') return VERSION;
    const [commit, changes] = await Promise.all([git('rev-parse', 'HEAD'), git('diff', 'HEAD')]);
    if (changes === '') return commit;
    return `${commit}+${createHash('sha256').update(changes).digest('hex').slice(0, 8)}`;
  } catch {
    return VERSION;
  }
}
