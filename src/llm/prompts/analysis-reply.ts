import { z } from 'zod';
import { SENTIMENTS } from '../../lyrics/contract.ts';
import { EMOTIONS, type Emotion } from '../../lyrics/emotion/emotion-names.ts';
import { THEMES } from '../../lyrics/themes/theme-names.ts';

const share = z.number().min(0).max(1);
const phrase = z.string().max(120).nullable();

const QuoteSchema = z.strictObject({
  line: z.int().min(1).max(100_000).describe('number in front of the line'),
  quote: z.string().max(400).describe('words copied from that line, unchanged'),
});

const NamedSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  mentions: z.array(QuoteSchema).max(10).describe('the quote is only the words that name it'),
});

const emotionScores = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, share])) as Record<
  Emotion,
  typeof share
>;

/**
 * What the model is asked for: only what needs judgement. Missing or additional fields make the whole answer faulty;
 * missing evidence only removes the claim it should support, so its lists may be empty here.
 */
export const AnalysisReplySchema = z.strictObject({
  sentiment: z.strictObject({
    label: z.enum(SENTIMENTS),
    score: z.number().min(-1).max(1).describe('from wholly negative to wholly positive'),
  }),
  emotions: z.strictObject(emotionScores).describe('from absent to dominating'),
  themes: z
    .array(
      z.strictObject({
        theme: z.enum(THEMES),
        strength: share.describe('from a passing mention to what the whole song is about'),
        evidence: z.array(QuoteSchema).max(8).describe('at least one'),
      }),
    )
    .max(8),
  style: z.strictObject({
    subgenre: phrase,
    voice: phrase.describe('who speaks, to whom'),
    storytelling: phrase.describe('how the song tells, from no story to a full plot'),
    wordplay: z
      .strictObject({
        level: share.describe('from none to dense throughout'),
        evidence: z.array(QuoteSchema).max(8),
      })
      .nullable(),
    tone: phrase,
  }),
  quality: z.number().min(1).max(10).describe('craft of the writing, from poor to outstanding'),
  confidence: share.describe('how sure you are of the judgements above'),
  summary: z.string().trim().min(1).max(500).describe('two sentences in English'),
  questions: z
    .array(z.string().trim().min(1).max(200))
    .max(10)
    .describe('five short questions in English that this song answers'),
  entities: z.strictObject({
    people: z.array(NamedSchema).max(30),
    places: z.array(NamedSchema).max(30),
    brands: z.array(NamedSchema).max(30),
  }),
});

export type AnalysisReply = z.infer<typeof AnalysisReplySchema>;
export type Quote = z.infer<typeof QuoteSchema>;
