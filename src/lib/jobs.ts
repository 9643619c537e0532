import { z } from 'zod';

const id = z.int().positive().max(2_147_483_647);
const position = z.int().nonnegative().max(999);

/** Queue messages carry ids only: the handler reads everything else from Postgres. */
export const JobSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('artist.list'), run_id: id }),
  z.strictObject({ type: z.literal('song.scrape'), run_id: id, genius_id: id }),
  z.strictObject({ type: z.literal('run.resume'), run_id: id }),
  z.strictObject({ type: z.literal('track.enrich'), track_id: id }),
  z.strictObject({ type: z.literal('track.embed'), track_id: id }),
  z.strictObject({ type: z.literal('track.analyze'), track_id: id }),
  z.strictObject({ type: z.literal('analysis.embed'), track_id: id }),
  z.strictObject({ type: z.literal('artist.profile'), artist_id: id }),
  z.strictObject({ type: z.literal('batch.item'), batch_id: z.uuid(), position }),
]);

export type Job = z.infer<typeof JobSchema>;
export type JobType = Job['type'];

/** The queue of each job: scraping is rate-limited and slow, models are neither. */
export const QUEUE_OF: Record<JobType, 'ingest' | 'analysis'> = {
  'artist.list': 'ingest',
  'song.scrape': 'ingest',
  'run.resume': 'ingest',
  'track.enrich': 'ingest',
  'track.embed': 'analysis',
  'track.analyze': 'analysis',
  'analysis.embed': 'analysis',
  'artist.profile': 'analysis',
  'batch.item': 'analysis',
};

/** The same key for every message about the same work: its type and ids. */
export function jobKey({ type, ...ids }: Job): string {
  return [type, ...Object.values(ids)].join(':');
}
