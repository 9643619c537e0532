import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { miniflareOptions } from '../../../scripts/local/worker-host.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-bucket-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('what the local bucket holds is there when the Worker of a data folder is started again', async () => {
  const inLife = async <T>(work: (bucket: Awaited<ReturnType<Miniflare['getR2Bucket']>>) => Promise<T>) => {
    const options = await miniflareOptions({ host: '127.0.0.1', port: 0, vars: {}, persistTo: folder });
    const miniflare = new Miniflare(options);
    try {
      return await work(await miniflare.getR2Bucket('BACKUPS'));
    } finally {
      await miniflare.dispose();
    }
  };
  // What `put` returns ends with the Worker.
  await inLife(async (bucket) => {
    await bucket.put('backups/one', 'rows');
  });
  expect(await inLife(async (bucket) => (await bucket.get('backups/one'))?.text())).toBe('rows');
}, 60_000);
