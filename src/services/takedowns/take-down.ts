import type { ServiceContext } from '../../context.ts';
import { type Takedown, takeDownArtist, takeDownTrack } from '../../db/queries/takedowns.ts';
import { AppError } from '../../lib/errors.ts';
import { requireScope } from '../../lib/rbac.ts';
import { actorName } from '../access/caller-of.ts';
import { cacheIdOf } from '../analysis/analysis-ids.ts';
import { copyOrLeave } from './copy-takedowns.ts';
import { type TakedownDto, toTakedownDto } from './takedown-dto.ts';

type Context = Pick<ServiceContext, 'sql' | 'actor' | 'cache' | 'songHashes' | 'backups' | 'log'>;

export interface TakeDownInput {
  kind: 'track' | 'artist';
  id: number;
  reason: string;
}

/**
 * Removes a song with its versions, or all songs of an artist: texts, vectors, passages, analyses, words that only they
 * held, and their entries in the caches. What resembles them is refused from then on, whoever stores it. Throws
 * NOT_FOUND.
 */
export async function takeDown(ctx: Context, { kind, id, reason }: TakeDownInput): Promise<TakedownDto> {
  requireScope(ctx.actor, 'takedowns:write');
  const remove = kind === 'track' ? takeDownTrack : takeDownArtist;
  const done = await remove(ctx.sql, { id, reason, createdBy: actorName(ctx.actor) });
  if (done === null) throw new AppError('NOT_FOUND', `There is no ${kind} ${id}.`);
  await forget(ctx, done);
  await copyOrLeave(ctx);
  return toTakedownDto(done.row);
}

/** A cache that does not answer keeps an entry until its time is over; only whoever sends the whole text is shown it. */
async function forget(ctx: Context, { texts, analyses }: Takedown): Promise<void> {
  await ctx.songHashes.remove(texts.flatMap(({ lyrics_hash }) => lyrics_hash ?? []));
  for (const one of analyses) {
    const id = await cacheIdOf({
      textHash: one.text_hash,
      analyzerType: one.analyzer_type,
      modelVersion: one.model_version,
      promptVersion: one.prompt_version,
      engineVersion: one.engine_version,
      temperature: one.temperature,
    });
    await ctx.cache.remove('analysis', id);
  }
}
