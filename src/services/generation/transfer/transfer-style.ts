import { AppError } from '../../../lib/errors.ts';
import { isHeaderLine } from '../../../lyrics/text/sections.ts';
import type { ComposeOrder, RhymeDepth } from '../../../ml/compose/types.ts';
import { addressesModel } from '../../models/addresses-model.ts';
import { artistAsked } from '../choose-style.ts';
import type { WrittenLine } from '../contract.ts';
import { gatherMaterial, type Material } from '../gather-material.ts';
import { hearVerse } from '../measure-verse.ts';
import type { WriteContext } from '../model/ask-models.ts';
import { streamDraft } from '../model/stream-draft.ts';
import { MAX_LINES, rangeOf, topicOf } from '../plan-verse.ts';
import { rhymeKindOf, type StyleProfile } from '../style-profile.ts';
import { answerOf, eventsOf, type WritingEvent, type WritingStep } from '../writing-steps.ts';
import { writtenOnce } from '../written-once.ts';
import { type Transfer, type TransferredLine, TransferSchema } from './contract.ts';
import { reportTransfer, shownLine } from './report-transfer.ts';
import { modelLine, rewriteLines } from './rewrite-lines.ts';

const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085]/;
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
  /** Null: another text each time. */
  seed: number | null;
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

type Report = Pick<
  Transfer,
  'style' | 'content' | 'rhyme' | 'originality' | 'source_profile' | 'target_profile' | 'notes' | 'provenance'
>;

export type TransferEvent = WritingEvent<
  TransferredLine,
  Report,
  Pick<TransferAnswer, 'transferred_lyrics' | 'seed' | 'cached' | 'timestamp' | 'processing_time_ms'>
>;

/**
 * Rewrites a text toward the measured style of an artist, and measures both. Throws NOT_FOUND with the nearest names for
 * an unknown artist, INFEASIBLE for a target with too few songs, VALIDATION_FAILED for a text without a line or of too
 * many.
 */
export const transferStyle = (ctx: WriteContext, input: TransferInput): Promise<TransferAnswer> =>
  answerOf(transferSteps(ctx, input));

/** The same as events; what `transferStyle` throws is thrown instead of the first one. */
export const streamTransfer = (ctx: WriteContext, input: TransferInput): AsyncGenerator<TransferEvent> =>
  eventsOf(
    transferSteps(ctx, input),
    ({ style, content, rhyme, originality, notes, provenance, ...answer }) => {
      const { source_profile, target_profile, ...rest } = answer;
      const { transferred_lyrics, seed, cached, timestamp, processing_time_ms } = rest;
      return {
        report: { style, content, rhyme, originality, source_profile, target_profile, notes, provenance },
        end: { transferred_lyrics, seed, cached, timestamp, processing_time_ms },
      };
    },
  );

async function* transferSteps(
  ctx: WriteContext,
  input: TransferInput,
): AsyncGenerator<WritingStep<TransferredLine, TransferAnswer>> {
  const started = ctx.clock.now();
  const { lyrics, source, target, rhyme, temperature } = input;
  const before = linesToRewrite(lyrics);
  const { made, seed, cached } = yield* writtenOnce(ctx, {
    kind: 'style_transfer',
    asked: [lyrics, source, target, rhyme, temperature],
    seed: input.seed,
    schema: TransferSchema,
    write: (drawn) => transfer(ctx, { ...input, seed: drawn }, { before, started }),
  });
  const now = ctx.clock.now();
  yield {
    answer: {
      ...made,
      original_lyrics: lyrics,
      source_artist: made.source_profile?.artist ?? null,
      target_artist: made.target_profile.artist,
      temperature,
      seed,
      cached,
      timestamp: new Date(now).toISOString(),
      processing_time_ms: now - started,
    },
  };
}

/** The lines that are rewritten: neither blank ones nor headers. Throws VALIDATION_FAILED for none and for too many. */
function linesToRewrite(lyrics: string): string[] {
  const lines = lyrics
    .split(LINE_END)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isHeaderLine(line));
  if (lines.length === 0)
    throw badLyrics('no_lines', 'The text holds no line to rewrite: only headers or blank lines.');
  if (lines.length > MAX_LINES)
    throw badLyrics(
      'too_many_lines',
      `The text has ${lines.length} lines; at most ${MAX_LINES} are rewritten at once.`,
    );
  return lines;
}

const badLyrics = (code: string, message: string): AppError =>
  new AppError('VALIDATION_FAILED', message, { errors: [{ path: 'lyrics', code, message }] });

async function* transfer(
  ctx: WriteContext,
  input: TransferInput & { seed: number },
  { before, started }: { before: readonly string[]; started: number },
): AsyncGenerator<{ line: TransferredLine }, Transfer> {
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
  const task = { order, material: own, about: '', rewrite: before, withheld };
  const { syllables } = hearVerse(before, ctx.lexicon);
  const shown = (line: WrittenLine): TransferredLine => {
    const at = line.number - 1;
    const counts = { before: syllables[at] ?? 0, after: line.syllables };
    return shownLine(modelLine(before[at] ?? '', line, order.style), at, counts);
  };
  const { sent, ...drafted } = yield* streamDraft(ctx, task, { started, shown });
  const { lines, check } = await rewriteLines(ctx, { before, order, sources: own.sources, drafted });
  const parts = { style, started, isSourceNamed: input.source !== null, source: material.sourceStyle };
  const made = await reportTransfer(ctx, { lines, check, drafted, ...parts });
  for (const line of made.lines) if (sent.get(line.number) !== line.after) yield { line };
  return made;
}

/** Only the target's songs lend words: the songs about the subject may hold the text itself. */
function ownMaterial(material: Material): Material {
  const own = new Set(material.styleSongs.map(({ id }) => id));
  return { ...material, sources: material.sources.filter(({ source }) => own.has(source)) };
}

/** Free of a scheme, because what the lines say decides where they end; the composer rhymes pairs where it can. */
function orderOf(
  input: TransferInput & { seed: number },
  before: readonly string[],
  style: StyleProfile,
): ComposeOrder {
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
