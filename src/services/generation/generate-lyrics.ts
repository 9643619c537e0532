import type { ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { mayReadLyrics } from '../access/lyrics-policy.ts';
import { addressesModel } from '../models/addresses-model.ts';
import { artistAsked } from './choose-style.ts';
import { type Generation, GenerationSchema, type WrittenLine } from './contract.ts';
import { countWriting } from './count-writing.ts';
import { gatherMaterial } from './gather-material.ts';
import type { WriteContext, WriteTask } from './model/ask-models.ts';
import { VERSE_PROMPT_VERSION } from './model/draft-verse.ts';
import { notesOn } from './notes.ts';
import { plansOf, type VerseInput } from './plan-verse.ts';
import { summarizeStyle } from './style-profile.ts';
import { type WrittenVerse, writeVerse } from './write-verse.ts';

/** As long as an analysis. */
const TTL_SECONDS = 24 * 3600;
/** Text that stands in for a model's, so that it heals. */
const STAND_IN_TTL_SECONDS = 300;
const MAX_SEED = 2 ** 31;

export interface GenerateInput extends Omit<VerseInput, 'seed'> {
  /** An artist's id or name; null for none. */
  style: string | number | null;
  /** Null: another text each time. */
  seed: number | null;
}

export type GenerateContext = WriteContext & Pick<ServiceContext, 'actor'>;

interface Answered extends Generation {
  prompt: string;
  style: string | null;
  temperature: number;
  seed: number;
  cached: boolean;
  timestamp: string;
  processing_time_ms: number;
}

export type GenerationEvent =
  | { type: 'line'; data: WrittenLine }
  | { type: 'report'; data: Pick<Generation, 'report' | 'style_profile' | 'notes' | 'provenance'> }
  | { type: 'error'; data: { code: string; detail: string } }
  | {
      type: 'done';
      data: Pick<Answered, 'generated_lyrics' | 'seed' | 'cached' | 'timestamp' | 'processing_time_ms'>;
    };

type Step = { line: WrittenLine } | { answer: Answered };

/** Everything that the text depends on, besides the catalogue. */
async function cacheId(ctx: GenerateContext, input: GenerateInput): Promise<string> {
  const { prompt, style, temperature, maxLength, lines, scheme, syllables, rhyme, keep, seed } = input;
  const asked = [prompt, style, temperature, maxLength, lines, scheme, syllables, rhyme, keep, seed];
  const models = ctx.chatModels.map(({ chat }) => chat.model);
  const made = [models, VERSE_PROMPT_VERSION, ctx.engineVersion, models.length > 0 && mayReadLyrics(ctx)];
  return await sha256Hex(JSON.stringify(['generate', asked, made]));
}

/** A verse to order, each line as it stands and then the whole. Throws NOT_FOUND and INFEASIBLE before the first line. */
async function* generate(ctx: GenerateContext, input: GenerateInput): AsyncGenerator<Step> {
  const started = ctx.clock.now();
  const seed = input.seed ?? Math.floor(ctx.random() * MAX_SEED);
  const id = input.seed === null ? null : await cacheId(ctx, input);
  const known = id === null ? null : await ctx.cache.get('writing', id, GenerationSchema);
  const answer = (made: Generation, cached: boolean): Answered => {
    const now = ctx.clock.now();
    const { prompt, temperature } = input;
    return {
      ...{ prompt, style: made.style_profile?.artist ?? null, temperature, seed, ...made, cached },
      timestamp: new Date(now).toISOString(),
      processing_time_ms: now - started,
    };
  };
  if (known !== null) {
    for (const line of known.lines) yield { line };
    yield { answer: answer(known, true) };
    return;
  }
  const made = yield* write(ctx, { ...input, seed });
  countWriting(ctx, 'generation', made.provenance);
  // Without a seed nobody can ask for the same text again.
  if (id !== null) await remember(ctx, id, made);
  yield { answer: answer(made, false) };
}

async function* write(
  ctx: GenerateContext,
  input: GenerateInput & { seed: number },
): AsyncGenerator<{ line: WrittenLine }, Generation> {
  const { prompt, style } = input;
  const material = await gatherMaterial(ctx, {
    about: prompt,
    style: style === null ? null : artistAsked(style),
  });
  const withheld = addressesModel(prompt) ? 'addresses_model' : null;
  let refusal: unknown = null;
  for (const order of plansOf(input, material.style)) {
    try {
      const task = { order, material, about: prompt, rewrite: null, withheld };
      const { lines, report, provenance, notes } = yield* verseOf(ctx, task);
      return {
        generated_lyrics: lines.map(({ text }) => text).join('\n'),
        lines,
        report,
        style_profile: material.style === null ? null : summarizeStyle(material.style),
        notes: [...notesOn(prompt, material, ctx.lexicon), ...notes],
        provenance,
      };
    } catch (error) {
      if (!isInfeasible(error)) throw error;
      refusal ??= error;
    }
  }
  throw refusal;
}

const isInfeasible = (error: unknown): boolean => error instanceof AppError && error.code === 'INFEASIBLE';

async function* verseOf(
  ctx: GenerateContext,
  task: WriteTask,
): AsyncGenerator<{ line: WrittenLine }, WrittenVerse> {
  for await (const event of writeVerse(ctx, task)) {
    if (event.type === 'verse') return event.verse;
    yield { line: event.line };
  }
  throw new AppError('INTERNAL', 'The verse was not finished.');
}

async function remember(ctx: GenerateContext, id: string, made: Generation): Promise<void> {
  const standsIn = made.provenance.degraded || made.provenance.reason?.startsWith('fallback_model') === true;
  await ctx.cache.set('writing', id, made, standsIn ? STAND_IN_TTL_SECONDS : TTL_SECONDS);
}

/** Writes a verse to order. Throws NOT_FOUND for an unknown style, INFEASIBLE, VALIDATION_FAILED. */
export async function generateLyrics(ctx: GenerateContext, input: GenerateInput): Promise<Answered> {
  for await (const step of generate(ctx, input)) if ('answer' in step) return step.answer;
  throw new AppError('INTERNAL', 'The verse was not finished.');
}

/**
 * The same as events: each line when it stands (a later line of the same number replaces the former), then the report,
 * then the end. What `generateLyrics` throws is thrown instead of the first event; after it, it is the last event.
 */
export async function* streamGeneration(
  ctx: GenerateContext,
  input: GenerateInput,
): AsyncGenerator<GenerationEvent> {
  let hasBegun = false;
  try {
    for await (const step of generate(ctx, input)) {
      hasBegun = true;
      if ('line' in step) yield { type: 'line', data: step.line };
      else yield* endOf(step.answer);
    }
  } catch (error) {
    if (!hasBegun || !(error instanceof AppError)) throw error;
    yield { type: 'error', data: { code: error.code, detail: error.detail } };
  }
}

function* endOf({
  report,
  style_profile,
  notes,
  provenance,
  ...answer
}: Answered): Generator<GenerationEvent> {
  yield { type: 'report', data: { report, style_profile, notes, provenance } };
  const { generated_lyrics, seed, cached, timestamp, processing_time_ms } = answer;
  yield { type: 'done', data: { generated_lyrics, seed, cached, timestamp, processing_time_ms } };
}
