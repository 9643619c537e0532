import type { z } from 'zod';
import type { AnalyzeAnswer, CompareAnswer } from '../../src/http/schemas/analysis.ts';
import type {
  BatchResultPageSchema,
  BatchSchema,
  SubmittedBatchSchema,
} from '../../src/http/schemas/batches.ts';
import type { RunPageSchema, WatchArtistAnswer } from '../../src/http/schemas/ingest.ts';
import type { IngestTracksAnswer } from '../../src/http/schemas/ingest-tracks.ts';
import type {
  CacheStatsSchema,
  ModelsInfoSchema,
  ModelsStatusSchema,
} from '../../src/http/schemas/models.ts';
import type { ProblemSchema } from '../../src/http/schemas/problem.ts';
import type { RecommendAnswer } from '../../src/http/schemas/recommendations.ts';
import type { SearchSchema } from '../../src/http/schemas/search.ts';
import type { HealthSchema } from '../../src/http/schemas/system.ts';
import type { SimilarSchema, TrackDetailSchema, TrackPageSchema } from '../../src/http/schemas/tracks.ts';
import type { FailureCause } from '../../src/lib/failure-cause.ts';

/** The answers of the API as a client reads them. */
export type Problem = z.output<typeof ProblemSchema>;
export type Health = z.output<typeof HealthSchema>;
export type WatchedArtist = z.output<typeof WatchArtistAnswer>;
export type TrackIngestResult = z.output<typeof IngestTracksAnswer>;
export type RunPage = z.output<typeof RunPageSchema>;
export type Run = RunPage['items'][number];
export type TrackPage = z.output<typeof TrackPageSchema>;
export type Track = TrackPage['items'][number];
export type TrackDetail = z.output<typeof TrackDetailSchema>;
export type SimilarTracks = z.output<typeof SimilarSchema>;
export type Recommendations = z.output<typeof RecommendAnswer>;
export type SearchResults = z.output<typeof SearchSchema>;
export type SearchHit = SearchResults['items'][number];
export type AnalyzedLyrics = z.output<typeof AnalyzeAnswer>;
export type SubmittedBatch = z.output<typeof SubmittedBatchSchema>;
export type Batch = z.output<typeof BatchSchema>;
export type BatchResultPage = z.output<typeof BatchResultPageSchema>;
export type BatchResult = BatchResultPage['items'][number];

export type Comparison = z.output<typeof CompareAnswer>;
export type ModelsStatus = z.output<typeof ModelsStatusSchema>;
export type ModelsInfo = z.output<typeof ModelsInfoSchema>;
export type CacheStats = z.output<typeof CacheStatsSchema>;

export interface DeadLetterPage {
  items: {
    id: number;
    queue: string;
    message_type: string | null;
    body: unknown;
    error: string | null;
    cause: FailureCause | null;
  }[];
  next_cursor: string | null;
}
