import type { R2Bucket, R2Object } from '@cloudflare/workers-types';
import type { ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';

/** R2 answers within seconds, also for a part of 5 MiB; a call that hangs would hold the whole invocation. */
const TIMEOUT_MS = 30_000;
/** Objects a request; the most that R2 gives. */
const LISTED = 1000;

/** The bucket of backups. Throws CONFIG_INVALID if there is none. */
export function openBucket({ backups }: Pick<ServiceContext, 'backups'>): R2Bucket {
  if (backups !== null) return backups;
  throw new AppError('CONFIG_INVALID', 'The binding BACKUPS (R2) is missing: there are no backups.');
}

/** Whether R2 no longer knows the multipart upload, as after an end that was not noted or after its days are over. */
export const isUploadGone = (error: unknown): boolean =>
  error instanceof Error &&
  (/\((?:10024|10025|10048)\)/.test(error.message) ||
    (error.cause !== undefined && isUploadGone(error.cause)));

/** A call of R2. Throws UPSTREAM_UNAVAILABLE for whatever it throws, and if it does not answer in time. */
export async function askR2<T>(what: string, work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (cause) {
    throw new AppError('UPSTREAM_UNAVAILABLE', `R2 did not ${what}.`, { cause, upstream: 'r2' });
  } finally {
    clearTimeout(timer);
  }
}

/** All objects whose key begins so, with their own metadata, in the order of their keys. */
export async function listObjects(bucket: R2Bucket, prefix: string): Promise<R2Object[]> {
  const objects: R2Object[] = [];
  for (let cursor: string | undefined; ; ) {
    const from = cursor === undefined ? {} : { cursor };
    const page = await askR2('list its objects', () =>
      bucket.list({ prefix, limit: LISTED, include: ['customMetadata'], ...from }),
    );
    objects.push(...page.objects);
    if (!page.truncated) return objects;
    cursor = page.cursor;
  }
}
