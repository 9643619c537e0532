import { z } from 'zod';
import { type AnalysisReply, AnalysisReplySchema } from '../../../src/llm/prompts/analysis-reply.ts';
import {
  EmotionalProfileSchema,
  EntitiesSchema,
  type Evidence,
  StyleSchema,
  ThemeSchema,
} from '../../../src/lyrics/contract.ts';

/** What a stored analysis holds of a model's judgement. */
const Judgement = z.object({
  sentiment: AnalysisReplySchema.shape.sentiment.shape.label,
  sentiment_score: z.number(),
  emotional_profile: EmotionalProfileSchema.pick({ scores: true }),
  themes: z.array(ThemeSchema),
  style: StyleSchema.omit({ tone_confidence: true }),
  quality_score: z.number(),
  confidence: z.number(),
  summary: z.string(),
  questions: z.array(z.string()).default([]),
  entities: EntitiesSchema.omit({ reason: true }),
});

/** A number as a model would write it. */
const short = (value: number): number => Number(value.toFixed(2));

/**
 * The reply that a model gives to the Worker's prompt, put together again from the stored analysis: quotes are cut from the
 * text by their offsets, and the confidence is that of the checked answer. Null where the analysis lacks a part, as the engine's do.
 */
export function rebuildReply(text: string, analysis: unknown): AnalysisReply | null {
  const read = Judgement.safeParse(analysis);
  if (!read.success) return null;
  const { sentiment: label, sentiment_score, emotional_profile, style, entities, ...judged } = read.data;
  // A model is shown lines from 1.
  const quote = ({ line, start, end }: Evidence) => ({ line: line + 1, quote: text.slice(start, end) });
  const named = (list: (typeof entities)['people']) =>
    list.map(({ name, mentions }) => ({ name, mentions: mentions.map(quote) }));
  const reply = AnalysisReplySchema.safeParse({
    sentiment: { label, score: short(sentiment_score) },
    emotions: Object.fromEntries(
      Object.entries(emotional_profile.scores).map(([name, score]) => [name, short(score)]),
    ),
    themes: judged.themes.map(({ theme, score, evidence }) => ({
      theme,
      strength: short(score),
      evidence: evidence.map(quote),
    })),
    style: {
      ...style,
      wordplay: style.wordplay && {
        level: short(style.wordplay.level),
        evidence: style.wordplay.evidence.map(quote),
      },
    },
    quality: short(1 + 9 * judged.quality_score),
    confidence: short(judged.confidence),
    summary: judged.summary,
    questions: judged.questions,
    entities: {
      people: named(entities.people),
      places: named(entities.places),
      brands: named(entities.brands),
    },
  });
  return reply.success ? reply.data : null;
}
