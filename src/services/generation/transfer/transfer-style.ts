import { AppError } from '../../../lib/errors.ts';
import { sha256Hex } from '../../../lib/hash.ts';
import { isHeaderLine } from '../../../lyrics/text/sections.ts';
import type { ComposeOrder, RhymeDepth } from '../../../ml/compose/types.ts';
import { mayReadLyrics } from '../../access/lyrics-policy.ts';
import { addressesModel } from '../../models/addresses-model.ts';
import { artistAsked } from '../choose-style.ts';
import { countWriting } from '../count-writing.ts';
import { gatherMaterial, type Material } from '../gather-material.ts';
import { askModels, type WriteContext } from '../model/ask-models.ts';
import { VERSE_PROMPT_VERSION } from '../model/draft-verse.ts';
import { rangeOf, topicOf } from '../plan-verse.ts';
import { rhymeKindOf, type StyleProfile } from '../style-profile.ts';
import { type Transfer, TransferSchema } from './contract.ts';
import { reportTransfer } from './report-transfer.ts';
import { rewriteLines } from './rewrite-lines.ts';

const TTL_SECONDS = 24 * 3600;
const STAND_IN_TTL_SECONDS = 300;
const PATHS = { style: 'target_artist', source: 'source_artist' };
const FREE = '-';
/** Syllables that a line may have beyond the range of the style, so that what it says fits into it. */
const LEAVE = 2;

export interface TransferInput {
  lyrics: string;
  /** Null: the text stands for itself. */
  source: string | number | null;
  target: string | number;
  rhyme: RhymeDepth | null;
  temperature: number;
  seed: number;
}

export interface TransferAnswer extends Transfer {
  original_lyrics: string;
  source_artist: string | null;
  target_artist: string;
  temperature: number;
  seed: number;
  cached: boolean;
  timestamp: string;
  processing_time_ms: number;
}

/** The lines that are rewritten: neither blank ones nor headers. */
const linesToRewrite = (lyrics: string): string[] =>
  lyrics
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isHeaderLine(line));

async function cacheId(ctx: WriteContext, input: TransferInput): Promise<string> {
  const models = ctx.chatModels.map(({ chat }) => chat.model);
  const made = [models, VERSE_PROMPT_VERSION, ctx.engineVersion, models.length > 0 && mayReadLyrics(ctx)];
  return await sha256Hex(JSON.stringify(['transfer', input, made]));
}

/**
 * Rewrites a text toward the measured style of an artist, and measures both. Throws NOT_FOUND with the nearest names for
 * an unknown artist, INFEASIBLE for a target with too few songs, VALIDATION_FAILED for a text without a line.
 */
export async function transferStyle(ctx: WriteContext, input: TransferInput): Promise<TransferAnswer> {
  const started = ctx.clock.now();
  const id = await cacheId(ctx, input);
  const known = await ctx.cache.get('writing', id, TransferSchema);
  const made = known ?? (await transfer(ctx, input, started));
  if (known === null) {
    countWriting(ctx, 'style_transfer', made.provenance);
    const { degraded, reason } = made.provenance;
    const standsIn = degraded || reason?.startsWith('fallback_model') === true;
    await ctx.cache.set('writing', id, made, standsIn ? STAND_IN_TTL_SECONDS : TTL_SECONDS);
  }
  const now = ctx.clock.now();
  return {
    ...made,
    original_lyrics: input.lyrics,
    source_artist: made.source_profile?.artist ?? null,
    target_artist: made.target_profile.artist,
    temperature: input.temperature,
    seed: input.seed,
    cached: known !== null,
    timestamp: new Date(now).toISOString(),
    processing_time_ms: now - started,
  };
}

async function transfer(ctx: WriteContext, input: TransferInput, started: number): Promise<Transfer> {
  const before = linesToRewrite(input.lyrics);
  if (before.length === 0) {
    const message = 'The text holds no line to rewrite: only headers or blank lines.';
    throw new AppError('VALIDATION_FAILED', message, {
      errors: [{ path: 'lyrics', code: 'no_lines', message }],
    });
  }
  const material = await gatherMaterial(ctx, {
    about: before.join('\n'),
    style: artistAsked(input.target),
    source: input.source === null ? null : artistAsked(input.source),
    paths: PATHS,
  });
  const { style } = material;
  if (style === null) throw new Error('a style was asked for');
  const own = ownMaterial(material);
  const order = orderOf(input, before, style);
  const withheld = before.some(addressesModel) ? 'addresses_model' : null;
  const gone = ctx.signal ?? new AbortController().signal;
  const task = { order, material: own, about: '', rewrite: before, withheld };
  const drafted = await askModels(ctx, task, { signal: gone, started, onLine: () => undefined });
  const { lines, check } = await rewriteLines(ctx, { before, order, sources: own.sources, drafted });
  return await reportTransfer(ctx, {
    lines,
    check,
    drafted,
    style,
    started,
    isSourceNamed: input.source !== null,
    source: material.sourceStyle,
  });
}

/** Only the target's songs lend words: the songs about the subject may hold the text itself. */
function ownMaterial(material: Material): Material {
  const own = new Set(material.styleSongs.map(({ id }) => id));
  return { ...material, sources: material.sources.filter(({ source }) => own.has(source)) };
}

/** Free of a scheme, because what the lines say decides where they end; the composer rhymes pairs where it can. */
function orderOf(input: TransferInput, before: readonly string[], style: StyleProfile): ComposeOrder {
  const { min, max } = rangeOf(style);
  return {
    lines: before.length,
    scheme: FREE.repeat(before.length),
    syllables: [{ min: Math.max(1, min - LEAVE), max: max + LEAVE }],
    maxCharacters: null,
    rhyme: input.rhyme ?? rhymeKindOf(style),
    topic: topicOf(before.join(' ')),
    style: style.typical,
    keep: [],
    seed: input.seed,
    temperature: input.temperature,
  };
}
