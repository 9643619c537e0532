import type { ServiceContext } from '../../context.ts';
import { findUncopiedTakedowns, markCopied, readTakedownRows } from '../../db/queries/takedown-copies.ts';
import { describeError } from '../../lib/errors.ts';
import { askR2, openBucket } from '../backup/bucket.ts';
import { FORMAT_VERSION, type TakedownCopy } from '../backup/format/manifest.ts';
import { takedownKey } from '../backup/format/object-keys.ts';

type Context = Pick<ServiceContext, 'sql' | 'backups'>;

/** A slot copies so many; there are a few in a year. */
const MAX_COPIES = 50;

/**
 * Puts copies of takedowns into R2 that it does not have as they are now, so that a restore of an older backup can apply
 * them again; returns how many. Throws UPSTREAM_UNAVAILABLE; what was not copied is copied by the next slot.
 */
export async function copyTakedowns(ctx: Context): Promise<number> {
  const waiting = await findUncopiedTakedowns(ctx.sql, MAX_COPIES);
  if (waiting.length === 0) return 0;
  const bucket = openBucket(ctx);
  for (const { id, created_at, lifted_at } of waiting) {
    const lifted = lifted_at?.toISOString() ?? null;
    const copy: TakedownCopy = {
      format: FORMAT_VERSION,
      id,
      created_at: created_at.toISOString(),
      lifted_at: lifted,
      rows: await readTakedownRows(ctx.sql, id),
    };
    await askR2('take the copy of a takedown', () =>
      bucket.put(takedownKey(id, created_at), JSON.stringify(copy), {
        httpMetadata: { contentType: 'application/json' },
      }),
    );
    await markCopied(ctx.sql, { id, lifted: lifted !== null });
  }
  return waiting.length;
}

/** As `copyTakedowns`, after a takedown that stands whatever becomes of its copy. */
export async function copyOrLeave(ctx: Context & Pick<ServiceContext, 'log'>): Promise<void> {
  if (ctx.backups === null) return;
  try {
    await copyTakedowns(ctx);
  } catch (error) {
    ctx.log.warn('a takedown is not copied yet', { error: describeError(error) });
  }
}
