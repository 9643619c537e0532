import type { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { mayReadLyrics } from '../access/lyrics-policy.ts';
import type { WritingProvenance } from './contract.ts';
import { countWriting } from './count-writing.ts';
import type { WriteContext } from './model/ask-models.ts';
import { VERSE_PROMPT_VERSION } from './model/draft-verse.ts';

/** As long as an analysis. */
const TTL_SECONDS = 24 * 3600;
/** Text that stands in for a model's, so that it heals. */
const STAND_IN_TTL_SECONDS = 300;
const MAX_SEED = 2 ** 31;

/** The caller's seed, or one that is drawn. */
export const seedFor = ({ random }: Pick<ServiceContext, 'random'>, asked: number | null): number =>
  asked ?? Math.floor(random() * MAX_SEED);

interface Made<Line> {
  lines: Line[];
  provenance: WritingProvenance;
}

/** A text to be written. */
export interface Recipe<Line, Text extends Made<Line>> {
  kind: 'generation' | 'style_transfer';
  /** Everything that the caller asked for, in a fixed order. */
  asked: readonly unknown[];
  /** The caller's; null: one is drawn, and the text is not kept, because nobody else can ask for it. */
  seed: number | null;
  schema: z.ZodType<Text>;
  write: (seed: number) => AsyncGenerator<{ line: Line }, Text>;
}

export interface Written<Text> {
  made: Text;
  /** With it the caller can ask for the same text again. */
  seed: number;
  cached: boolean;
}

/** The text from the cache, or written, counted and kept; either way its lines come first. */
export async function* writtenOnce<Line, Text extends Made<Line>>(
  ctx: WriteContext,
  { kind, asked, schema, write, ...recipe }: Recipe<Line, Text>,
): AsyncGenerator<{ line: Line }, Written<Text>> {
  const seed = seedFor(ctx, recipe.seed);
  const id = recipe.seed === null ? null : await cacheId(ctx, [kind, ...asked, seed]);
  const known = id === null ? null : await ctx.cache.get('writing', id, schema);
  if (known !== null) {
    for (const line of known.lines) yield { line };
    return { made: known, seed, cached: true };
  }
  const made = yield* write(seed);
  countWriting(ctx, kind, made.provenance);
  if (id !== null) {
    const { degraded, reason } = made.provenance;
    const standsIn = degraded || reason?.startsWith('fallback_model') === true;
    await ctx.cache.set('writing', id, made, standsIn ? STAND_IN_TTL_SECONDS : TTL_SECONDS);
  }
  return { made, seed, cached: false };
}

/** Of everything that a text depends on, besides the catalogue. */
async function cacheId(ctx: WriteContext, asked: readonly unknown[]): Promise<string> {
  const models = ctx.chatModels.map(({ chat }) => chat.model);
  const made = [models, VERSE_PROMPT_VERSION, ctx.engineVersion, models.length > 0 && mayReadLyrics(ctx)];
  return await sha256Hex(JSON.stringify([asked, made]));
}
