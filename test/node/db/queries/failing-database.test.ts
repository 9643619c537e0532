import { expect, it } from 'vitest';
import type { Sql } from '../../../../src/db/client.ts';
import { storeFailedAnalyses } from '../../../../src/db/queries/analyses.ts';
import { storeProfile } from '../../../../src/db/queries/artist-profiles.ts';
import * as artists from '../../../../src/db/queries/artists.ts';
import * as batchItems from '../../../../src/db/queries/batch-items.ts';
import { acceptBatch } from '../../../../src/db/queries/batches.ts';
import { setAnalysisStatus, storeAnalysisEmbedding } from '../../../../src/db/queries/catalogue-analyses.ts';
import { finishStepRun } from '../../../../src/db/queries/cron.ts';
import { storeDeadLetter } from '../../../../src/db/queries/dead-letters.ts';
import { setNextModel } from '../../../../src/db/queries/embedding-model.ts';
import { keepEmbedding, markUnembeddable } from '../../../../src/db/queries/embeddings.ts';
import * as enrichments from '../../../../src/db/queries/enrichments.ts';
import { pingDatabase } from '../../../../src/db/queries/health.ts';
import { forgetJobFailure } from '../../../../src/db/queries/job-failures.ts';
import { indexNextEmbeddings, storeNextEmbedding } from '../../../../src/db/queries/next-embeddings.ts';
import { noteRunItem } from '../../../../src/db/queries/run-items.ts';
import { markRunListed, noteRejected, setRunStatus } from '../../../../src/db/queries/runs.ts';
import { failRunItem } from '../../../../src/db/queries/scrape-failures.ts';
import { failTrackWork } from '../../../../src/db/queries/track-failures.ts';
import { linkTrackVersions } from '../../../../src/db/queries/track-writes.ts';

const gone = new Error('the database is gone');
const db: Sql = { query: () => Promise.reject(gone), batch: () => Promise.reject(gone) };

const cause = {
  code: 'INTERNAL',
  message: 'm',
  upstream: null,
  attempts: 1,
  first_at: '',
  last_at: '',
} as const;
const place = { batchId: 'b', position: 0, lease: 'l' };
const text = { trackId: 1, textHash: 'h', language: 'en' };
const key = {
  textHash: 'h',
  analyzerType: 'a',
  modelVersion: 'm',
  promptVersion: 'p',
  engineVersion: 'e',
  temperature: 0,
};
const vector = [1];

/** Writes whose only answer is that they are done. */
const WRITES: Record<string, () => Promise<unknown>> = {
  storeFailedAnalyses: () => storeFailedAnalyses(db, [{ key, track: null, error: 'e' }]),
  storeProfile: () =>
    storeProfile(db, {
      artistId: 1,
      sourceHash: 'h',
      songs: 1,
      trackIds: [],
      measures: {},
      profile: {},
      words: [],
    }),
  watchArtist: () => artists.watchArtist(db, { id: 1, priority: null }),
  setScrapeCursor: () => artists.setScrapeCursor(db, { id: 1, page: 1 }),
  scheduleNextScrape: () => artists.scheduleNextScrape(db, { id: 1, afterHours: 1 }),
  postponeScrape: () => artists.postponeScrape(db, { id: 1, afterHours: 1 }),
  addBatchItems: () => batchItems.addBatchItems(db, { batchId: 'b', position: 0, items: [] }),
  renewItemLeases: () => batchItems.renewItemLeases(db, { leases: [place], leaseMs: 1 }),
  releaseBatchItem: () =>
    batchItems.releaseBatchItem(db, { ...place, waitMs: null, error: { code: 'INTERNAL', message: 'm' } }),
  acceptBatch: () => acceptBatch(db, 'b'),
  setAnalysisStatus: () => setAnalysisStatus(db, { trackId: 1, status: 'done' }),
  storeAnalysisEmbedding: () =>
    storeAnalysisEmbedding(db, { analysisId: 1, version: 'v', model: 'm', vector }),
  finishStepRun: () =>
    finishStepRun(db, { name: 'n', slot: new Date(0), outcome: null, failure: null, cursor: null }),
  storeDeadLetter: () =>
    storeDeadLetter(db, {
      queue: 'q',
      messageId: 'm',
      messageType: null,
      body: {},
      error: 'e',
      cause,
      attempts: 1,
    }),
  setNextModel: () => setNextModel(db, 'm'),
  keepEmbedding: () => keepEmbedding(db, text),
  markUnembeddable: () => markUnembeddable(db, { ...text, status: 'failed', cause }),
  storeSpotifyMatch: () =>
    enrichments.storeSpotifyMatch(db, {
      trackId: 1,
      spotifyId: 's',
      data: {},
      score: 1,
      isrc: null,
      durationMs: null,
    }),
  dropUnconfirmedSpotifyId: () => enrichments.dropUnconfirmedSpotifyId(db, 1),
  storeAudioFeatures: () =>
    enrichments.storeAudioFeatures(db, { trackId: 1, features: {}, source: 's', embedding: null }),
  setEnrichment: () =>
    enrichments.setEnrichment(db, { trackId: 1, status: 'missed', note: null, nextTryInMs: null }),
  pingDatabase: () => pingDatabase(db),
  forgetJobFailure: () => forgetJobFailure(db, 'j'),
  storeNextEmbedding: () => storeNextEmbedding(db, { ...text, model: 'm', vector, passages: [] }),
  indexNextEmbeddings: () => indexNextEmbeddings(db),
  noteRunItem: () => noteRunItem(db, { runId: 1, geniusId: 1, error: 'e' }),
  setRunStatus: () => setRunStatus(db, { id: 1, status: 'done' }),
  noteRejected: () => noteRejected(db, { runId: 1, page: 1, count: 1 }),
  markRunListed: () => markRunListed(db, 1),
  failRunItem: () => failRunItem(db, { runId: 1, geniusId: 1, outcome: 'failed', error: 'e' }),
  failTrackWork: () => failTrackWork(db, { trackId: 1, work: 'analysis', cause, pause: null }),
  linkTrackVersions: () => linkTrackVersions(db, 1, 2),
};

it.each(Object.entries(WRITES))(
  '%s fails when the database does, instead of seeming done',
  async (_, write) => {
    await expect(write()).rejects.toBe(gone);
  },
);
