import type { R2Bucket } from '@cloudflare/workers-types';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

export interface LocalBucket {
  bucket: R2Bucket;
  close(): Promise<void>;
}

/** An R2 bucket of workerd's own, which holds parts to the rules of the real one. */
export async function startLocalBucket(): Promise<LocalBucket> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: 'export default { fetch: () => new Response() };',
      r2Buckets: ['BACKUPS'],
      cf: false,
    }),
  );
  // Miniflare declares the type of its own copy of the runtime's types.
  const bucket: unknown = await miniflare.getR2Bucket('BACKUPS');
  return { bucket: bucket as R2Bucket, close: () => miniflare.dispose() };
}
