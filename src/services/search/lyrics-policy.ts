import type { ServiceContext } from '../../context.ts';

/** Full lyrics are licensed content: they leave only where the operator made them public, or for an administrator. */
export function mayReadLyrics(ctx: Pick<ServiceContext, 'config' | 'actor'>): boolean {
  return ctx.config.publicLyrics || ctx.actor.type !== 'anonymous';
}
