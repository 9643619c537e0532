import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from '../build.ts';
import type { ReleaseSettings } from './settings.ts';

const UploadSchema = z.looseObject({ type: z.literal('version-upload'), version_id: z.string() });

/** What of the settings wrangler is told. */
type WranglerSettings = Pick<ReleaseSettings, 'environment' | 'account' | 'secretsFile'>;

export interface UploadOptions {
  assets: string;
  tag: string;
  message: string;
}

const environmentOf = ({ account }: WranglerSettings): Record<string, string> => ({
  CLOUDFLARE_API_BASE_URL: account.baseUrl,
  CLOUDFLARE_API_TOKEN: account.token,
  CLOUDFLARE_ACCOUNT_ID: account.accountId,
});

const versionArgs = (settings: WranglerSettings, { assets, tag, message }: UploadOptions): string[] => [
  ...['--env', settings.environment, '--assets', assets, '--tag', tag, '--message', message],
  ...(settings.secretsFile === null ? [] : ['--secrets-file', settings.secretsFile.path]),
];

/** Uploads a version that gets no traffic, and answers its id. Rejects with wrangler's output. */
export async function uploadVersion(settings: WranglerSettings, options: UploadOptions): Promise<string> {
  const output = join(tmpdir(), `barline-upload-${process.pid}-${options.tag}.ndjson`);
  try {
    await runTool('wrangler', ['versions', 'upload', ...versionArgs(settings, options)], {
      ...environmentOf(settings),
      WRANGLER_OUTPUT_FILE_PATH: output,
    });
    const lines = (await readFile(output, 'utf8')).split('\n').filter((line) => line !== '');
    for (const line of lines) {
      const { data } = UploadSchema.safeParse(JSON.parse(line));
      if (data !== undefined) return data.version_id;
    }
    throw new Error('wrangler did not tell the id of the version.');
  } finally {
    await rm(output, { force: true });
  }
}

/** Uploads the first version of a Worker and gives it all of the traffic. */
export async function deployFirst(settings: WranglerSettings, options: UploadOptions): Promise<void> {
  await runTool('wrangler', ['deploy', ...versionArgs(settings, options)], environmentOf(settings));
}

/** Crons, queue consumers and the address on workers.dev, which belong to the Worker and not to a version. */
export async function deployTriggers(settings: WranglerSettings): Promise<void> {
  await runTool('wrangler', ['triggers', 'deploy', '--env', settings.environment], environmentOf(settings));
}
