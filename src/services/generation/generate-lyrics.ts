import type { ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import type { ComposeOrder } from '../../ml/compose/types.ts';
import { addressesModel } from '../models/addresses-model.ts';
import { artistAsked } from './choose-style.ts';
import { type Generation, GenerationSchema, type WrittenLine } from './contract.ts';
import { gatherMaterial } from './gather-material.ts';
import type { WriteContext } from './model/ask-models.ts';
import { notesOn, notesOnPlan } from './notes.ts';
import { plansOf, type VerseInput } from './plan-verse.ts';
import { summarizeStyle } from './style-profile.ts';
import { writeVerse } from './write-verse.ts';
import { answerOf, eventsOf, type WritingEvent, type WritingStep } from './writing-steps.ts';
import { writtenOnce } from './written-once.ts';

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

export type GenerationEvent = WritingEvent<
  WrittenLine,
  Pick<Generation, 'report' | 'style_profile' | 'notes' | 'provenance'>,
  Pick<Answered, 'generated_lyrics' | 'seed' | 'cached' | 'timestamp' | 'processing_time_ms'>
>;

/** A verse to order, each line as it stands and then the whole. Throws NOT_FOUND and INFEASIBLE before the first line. */
async function* generate(
  ctx: GenerateContext,
  input: GenerateInput,
): AsyncGenerator<WritingStep<WrittenLine, Answered>> {
  const started = ctx.clock.now();
  const { prompt, style, temperature, maxLength, lines, scheme, syllables, rhyme, keep } = input;
  const { made, seed, cached } = yield* writtenOnce(ctx, {
    kind: 'generation',
    asked: [prompt, style, temperature, maxLength, lines, scheme, syllables, rhyme, keep],
    seed: input.seed,
    schema: GenerationSchema,
    write: (drawn) => write(ctx, { ...input, seed: drawn }, started),
  });
  const now = ctx.clock.now();
  const asAsked = { prompt, style: made.style_profile?.artist ?? null, temperature, seed };
  const timestamp = new Date(now).toISOString();
  yield { answer: { ...asAsked, ...made, cached, timestamp, processing_time_ms: now - started } };
}

async function* write(
  ctx: GenerateContext,
  input: GenerateInput & { seed: number },
  started: number,
): AsyncGenerator<{ line: WrittenLine }, Generation> {
  const { prompt, style } = input;
  const material = await gatherMaterial(ctx, {
    about: prompt,
    style: style === null ? null : artistAsked(style),
  });
  const withheld = addressesModel(prompt) ? 'addresses_model' : null;
  const { style: profile } = material;
  let refusal: unknown = null;
  let planned: ComposeOrder | null = null;
  for (const order of plansOf(input, profile)) {
    planned ??= order;
    try {
      const task = { order, material, about: prompt, rewrite: null, withheld };
      const { lines, report, provenance, notes } = yield* writeVerse(ctx, task, started);
      return {
        generated_lyrics: lines.map(({ text }) => text).join('\n'),
        lines,
        report,
        style_profile: profile === null ? null : summarizeStyle(profile),
        notes: [
          ...notesOn(prompt, material, ctx.lexicon),
          ...notesOnPlan(input, { planned, written: order, style: profile }),
          ...notes,
        ],
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

/** Writes a verse to order. Throws NOT_FOUND for an unknown style, INFEASIBLE, VALIDATION_FAILED. */
export const generateLyrics = (ctx: GenerateContext, input: GenerateInput): Promise<Answered> =>
  answerOf(generate(ctx, input));

/** The same as events; what `generateLyrics` throws is thrown instead of the first one. */
export const streamGeneration = (
  ctx: GenerateContext,
  input: GenerateInput,
): AsyncGenerator<GenerationEvent> =>
  eventsOf(generate(ctx, input), ({ report, style_profile, notes, provenance, ...answer }) => {
    const { generated_lyrics, seed, cached, timestamp, processing_time_ms } = answer;
    return {
      report: { report, style_profile, notes, provenance },
      end: { generated_lyrics, seed, cached, timestamp, processing_time_ms },
    };
  });
