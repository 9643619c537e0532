import { z } from 'zod';
import { EMOTIONS } from './emotion/emotion-names.ts';
import { EXPLICIT_CLASSES, EXPLICIT_SEVERITIES } from './explicit/scene.ts';
import { FlowReportSchema } from './flow/contract.ts';
import { RhymeReportSchema } from './rhyme/contract.ts';
import { LanguageSchema, LanguageSharesSchema, line, SectionSchema, share } from './text/contract.ts';
import { THEMES } from './themes/theme-names.ts';

const OFFSET = 'UTF-16 code units: of the text as it was sent, or as stored for a song of the catalogue';

/** A stretch of the analysed text: UTF-16 offsets, end exclusive. */
export const EvidenceSchema = z.object({
  line,
  start: z.int().nonnegative().describe(OFFSET),
  end: z.int().nonnegative().describe(`exclusive; ${OFFSET}`),
});

export const SENTIMENTS = ['positive', 'neutral', 'mixed', 'negative'] as const;

export const SentimentDetailSchema = z.object({
  lines: z.array(z.object({ line, score: z.number().min(-1).max(1) })),
  sections: z.array(
    z.object({ section: z.int().nonnegative(), score: z.number().min(-1).max(1), lines: z.int().positive() }),
  ),
  arc: z.array(z.number().min(-1).max(1)).describe('mean score of each tenth of the song, in order'),
  slope: z.number().nullable().describe('change of the score from the first to the last line, fitted'),
  positive: share.nullable(),
  neutral: share.nullable(),
  negative: share.nullable(),
});

/** Why no feeling is named: the language is not judged, no word shows one, or none of them stands out. */
export const NO_DOMINANT_REASONS = ['language', 'no_evidence', 'none_stands_out'] as const;

export const EmotionalProfileSchema = z.object({
  scores: z
    .record(z.enum(EMOTIONS), share)
    .describe(
      'how strongly each feeling shows, 0-1; from the engine, how likely a listener names it as the dominant one, 0 where no word shows it',
    ),
  dominant: z.enum(EMOTIONS).nullable(),
  reason: z
    .enum(NO_DOMINANT_REASONS)
    .nullish()
    .describe(
      'why no feeling is dominant: the language is not judged, no word shows one, or none stands out',
    ),
  intensity: share.describe('of the dominant feeling, or from the engine, that any feeling stands out'),
  evidence: z.array(EvidenceSchema.extend({ emotion: z.enum(EMOTIONS) })),
});

export const ThemeSchema = z.object({
  theme: z.enum(THEMES),
  score: share,
  evidence: z.array(EvidenceSchema),
});

export const StyleSchema = z.object({
  subgenre: z.string().nullable(),
  voice: z.string().nullable(),
  storytelling: z.string().nullable(),
  wordplay: z.object({ level: share, evidence: z.array(EvidenceSchema) }).nullable(),
  tone: z
    .string()
    .nullable()
    .describe(
      'from the engine: aggressive, introspective, confident, melancholic or playful; null where none is likely enough',
    ),
  tone_confidence: share.nullish().describe('probability of the tone, from the engine; null from a model'),
});

export const EntitySchema = z.object({
  name: z.string(),
  count: z.int().positive(),
  mentions: z.array(EvidenceSchema),
});

export const EntitiesSchema = z.object({
  people: z.array(EntitySchema),
  places: z.array(EntitySchema),
  brands: z.array(EntitySchema),
  reason: z
    .enum(['language'])
    .nullish()
    .describe('why the engine names none: the language is not judged, the lists of names are English'),
});

/** Lexical diversity of a list of words; null where the text is too short for the measure. */
export const DiversitySchema = z.object({
  tokens: z.int().nonnegative(),
  types: z.int().nonnegative(),
  ttr: share.nullable().describe('types over tokens; falls with length'),
  mattr: share.nullable().describe('mean TTR of windows of 50 tokens'),
  mtld: z.number().nonnegative().nullable().describe('mean tokens before TTR falls to 0.72, both directions'),
  hdd: share.nullable().describe('expected TTR of 42 tokens drawn at random'),
  hapax_ratio: share.nullable().describe('share of types used once'),
  yule_k: z.number().nonnegative().nullable(),
});

export const VocabularySchema = DiversitySchema.extend({
  mean_word_length: z.number().nonnegative().nullable().describe('letters'),
  long_word_ratio: share.nullable().describe('share of tokens of seven letters or more'),
  words_per_line: z.number().nonnegative().nullable().describe('words of asides included'),
  distinct_line_ratio: share
    .nullable()
    .describe('share of lines that repeat no earlier line, compared without asides'),
  as_sung: DiversitySchema.describe(
    'counting repeated lines each time; the other fields count each line once',
  ),
});

/** `unknown`: the rules do not cover the language of the text. */
export const EXPLICIT_RATINGS = ['clean', 'mild', 'explicit', 'unknown'] as const;

export const ExplicitSchema = z.object({
  rating: z
    .enum(EXPLICIT_RATINGS)
    .describe(
      'explicit: a strong word or slur, also disguised or censored, or a sexual act, an attack on a person, or the use of or trade in drugs; ' +
        'mild: mild oaths, allusions, arms and drugs that are only named; unknown: a language that is not judged',
    ),
  counts: z.object({
    strong: z.int().nonnegative().describe('strong words and slurs'),
    mild: z.int().nonnegative().describe('mild words'),
    censored: z.int().nonnegative().describe('words with letters left out'),
    sexual: z.int().nonnegative().describe('phrases'),
    violence: z.int().nonnegative().describe('phrases'),
    drugs: z.int().nonnegative().describe('phrases'),
  }),
  per_100_words: z.number().nonnegative().nullable().describe('strong and censored words'),
  hits: z
    .array(EvidenceSchema.extend({ class: z.enum(EXPLICIT_CLASSES), severity: z.enum(EXPLICIT_SEVERITIES) }))
    .optional()
    .describe('the words and phrases behind the rating, the first two hundred; absent in older analyses'),
});

/** Why the quality of a text is not rated: it is not what the reference songs are. */
export const NO_QUALITY_REASONS = [
  'language',
  'unknown_words',
  'no_sentences',
  'refrain',
  'short',
  'prose',
] as const;
export type NoQualityReason = (typeof NO_QUALITY_REASONS)[number];

/** The rank of a song among the reference songs: 0.5 is the middle. */
export const PercentilesSchema = z.object({
  complexity: share.nullable(),
  quality: share.nullable(),
  rhyme_density: share.nullable(),
  rhymed_ends: share
    .nullish()
    .describe('of the share of lines whose end rhymes; absent if stored before it was measured'),
  multisyllabic_rhymes: share.nullable(),
  internal_rhymes: share.nullable(),
  mtld: share.nullable(),
  mean_word_length: share.nullable(),
  syllables_per_line: share.nullable(),
  regularity: share.nullable(),
  distinct_lines: share.nullable(),
});

export const ProvenanceSchema = z.object({
  analyzer: z.string().describe('the analyser that answered, which may differ from the requested one'),
  model: z.string().nullable(),
  prompt_version: z.string().nullable(),
  engine_version: z
    .string()
    .nullish()
    .describe('version of the engine that counted, for a model too; absent if stored before it was kept'),
  degraded: z.boolean(),
  reason: z.string().nullable().describe('why a different analyser than the requested one answered'),
  agreement: share.nullable().describe('of model and engine; null if only one of them answered'),
  read_to_line: z.int().positive().nullable().describe('last line that was read, from 1; null: all lines'),
  tokens: z.object({ prompt: z.int().nonnegative(), completion: z.int().nonnegative() }).nullable(),
  cost_usd: z.number().nonnegative().nullable(),
  latency_ms: z.number().nonnegative(),
});

/** The complete result of an analyser for a text; fields without a result are null. */
export const AnalysisBodySchema = z.object({
  sentiment: z.enum(SENTIMENTS).nullable().describe('null: the analyser does not know the language'),
  sentiment_score: z
    .number()
    .min(-1)
    .max(1)
    .nullable()
    .describe('from wholly negative to wholly positive; from the engine, P(positive) - P(negative)'),
  sentiment_detail: SentimentDetailSchema,
  emotional_profile: EmotionalProfileSchema,
  themes: z.array(ThemeSchema),
  complexity_score: z.number().min(0).max(10).nullable(),
  quality_score: share.nullable(),
  quality_reason: z
    .enum(NO_QUALITY_REASONS)
    .nullish()
    .describe(
      'why the quality is not rated: the text is in another language or in several, mostly of unknown words (gibberish, several languages, digits for letters), has no sentences (names, things, cries), is only a refrain, too short, or prose; null if it is rated',
    ),
  percentiles: PercentilesSchema,
  confidence: share,
  confidence_reasons: z.array(z.string()),
  style: StyleSchema,
  entities: EntitiesSchema,
  summary: z.string().nullable(),
  questions: z
    .array(z.string().max(200))
    .max(5)
    .optional()
    .describe('questions that the song answers, by a model; the search reads them. None from the engine'),
  rhyme: RhymeReportSchema,
  flow: FlowReportSchema,
  vocabulary: VocabularySchema,
  explicit: ExplicitSchema,
  language: LanguageSchema.nullable().describe(
    'the language of most of the text; null if none shows, as in vocables or gibberish. English includes Patois, Pidgin and slang. The engine judges English only, and of a mixed song its English lines',
  ),
  languages: LanguageSharesSchema.optional().describe(
    'languages of the distinct lines by share of the letters; more than one if the song mixes them',
  ),
  sections: z.array(SectionSchema),
});

export const AnalysisSchema = AnalysisBodySchema.extend({ provenance: ProvenanceSchema });

export type Evidence = z.infer<typeof EvidenceSchema>;
export type Sentiment = (typeof SENTIMENTS)[number];
export type SentimentDetail = z.infer<typeof SentimentDetailSchema>;
export type EmotionalProfile = z.infer<typeof EmotionalProfileSchema>;
export type ThemeFinding = z.infer<typeof ThemeSchema>;
export type Entity = z.infer<typeof EntitySchema>;
export type Entities = z.infer<typeof EntitiesSchema>;
export type Diversity = z.infer<typeof DiversitySchema>;
export type Vocabulary = z.infer<typeof VocabularySchema>;
export type Explicit = z.infer<typeof ExplicitSchema>;
export type Percentiles = z.infer<typeof PercentilesSchema>;
export type Provenance = z.infer<typeof ProvenanceSchema>;
export type AlgorithmicAnalysis = z.infer<typeof AnalysisBodySchema>;
export type Analysis = z.infer<typeof AnalysisSchema>;
