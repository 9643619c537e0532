import type { z } from '@hono/zod-openapi';
import type { AnalysisEventSchema, CompareAnswer as CompareSchema } from '../../http/schemas/analysis.ts';
import type { ArtistComparisonSchema } from '../../http/schemas/artist-comparison.ts';
import type { ArtistPageSchema, ArtistSchema } from '../../http/schemas/artists.ts';
import type { BackupListSchema, BackupStepSchema } from '../../http/schemas/backups.ts';
import type {
  BatchResultPageSchema,
  BatchResultSchema,
  BatchSchema,
  SubmittedBatchSchema,
} from '../../http/schemas/batches.ts';
import type { DeadLetterGroupsSchema, DeadLetterPageSchema } from '../../http/schemas/dead-letters.ts';
import type { RunPageSchema, RunWithCountsSchema } from '../../http/schemas/ingest.ts';
import type { KeyPageSchema, KeySchema, NewKeySchema, RotatedKeySchema } from '../../http/schemas/keys.ts';
import type { CacheStatsSchema, ModelsInfoSchema, ModelsStatusSchema } from '../../http/schemas/models.ts';
import type { ProblemSchema } from '../../http/schemas/problem.ts';
import type { QualityAnswer as QualityAnswerSchema } from '../../http/schemas/quality.ts';
import type { RecommendAnswer } from '../../http/schemas/recommendations.ts';
import type { TrackRelationsSchema } from '../../http/schemas/relations.ts';
import type { SearchHitSchema, SearchSchema } from '../../http/schemas/search.ts';
import type { ConfigInfoSchema, HealthSchema } from '../../http/schemas/system.ts';
import type {
  SectionSchema,
  SimilarSchema,
  SnippetSchema,
  TrackDetailSchema,
  TrackPageSchema,
  TrackSchema,
} from '../../http/schemas/tracks.ts';
import type { TrendWordsSchema } from '../../http/schemas/trend-words.ts';
import type { GenerateBody, NextLinesBody, TransferBody } from '../../http/schemas/writing.ts';
import type {
  GenerationEventSchema,
  NextLinesAnswerSchema,
  TransferEventSchema,
} from '../../http/schemas/writing-answers.ts';

export type Problem = z.infer<typeof ProblemSchema>;
export type SearchAnswer = z.infer<typeof SearchSchema>;
export type SearchHit = z.infer<typeof SearchHitSchema>;
export type Snippet = z.infer<typeof SnippetSchema>;
export type Health = z.infer<typeof HealthSchema>;
export type Track = z.infer<typeof TrackSchema>;
export type TrackDetail = z.infer<typeof TrackDetailSchema>;
export type Section = z.infer<typeof SectionSchema>;
export type SimilarAnswer = z.infer<typeof SimilarSchema>;
export type Analysis = NonNullable<TrackDetail['analysis']>;
export type AnalysisEvent = z.infer<typeof AnalysisEventSchema>;
export type CompareAnswer = z.infer<typeof CompareSchema>;
export type QualityAnswer = z.infer<typeof QualityAnswerSchema>;
export type GenerationEvent = z.infer<typeof GenerationEventSchema>;
export type GenerateRequest = z.input<typeof GenerateBody>;
export type NextLinesAnswer = z.infer<typeof NextLinesAnswerSchema>;
export type NextLinesRequest = z.input<typeof NextLinesBody>;
export type TransferEvent = z.infer<typeof TransferEventSchema>;
export type TransferRequest = z.input<typeof TransferBody>;
export type TrackRelations = z.infer<typeof TrackRelationsSchema>;
export type TrackList = z.infer<typeof TrackPageSchema>;
export type ArtistList = z.infer<typeof ArtistPageSchema>;
export type Artist = z.infer<typeof ArtistSchema>;
export type Recommendations = z.infer<typeof RecommendAnswer>;
export type TrendWords = z.infer<typeof TrendWordsSchema>;
export type ArtistComparison = z.infer<typeof ArtistComparisonSchema>;
export type Batch = z.infer<typeof BatchSchema>;
export type SubmittedBatch = z.infer<typeof SubmittedBatchSchema>;
export type BatchResult = z.infer<typeof BatchResultSchema>;
export type BatchResults = z.infer<typeof BatchResultPageSchema>;
export type ModelsInfo = z.infer<typeof ModelsInfoSchema>;
export type ModelsStatus = z.infer<typeof ModelsStatusSchema>;
export type IngestRun = z.infer<typeof RunWithCountsSchema>;
export type IngestRunPage = z.infer<typeof RunPageSchema>;
/** What is known of an API key, without its secret. */
export type KeyFacts = z.infer<typeof KeySchema>;
export type KeyPage = z.infer<typeof KeyPageSchema>;
export type NewKey = z.infer<typeof NewKeySchema>;
export type RotatedKey = z.infer<typeof RotatedKeySchema>;
export type CacheStats = z.infer<typeof CacheStatsSchema>;
export type ConfigInfo = z.infer<typeof ConfigInfoSchema>;
export type DeadLetterPage = z.infer<typeof DeadLetterPageSchema>;
export type DeadLetterGroups = z.infer<typeof DeadLetterGroupsSchema>;
export type BackupList = z.infer<typeof BackupListSchema>;
export type BackupStep = z.infer<typeof BackupStepSchema>;
