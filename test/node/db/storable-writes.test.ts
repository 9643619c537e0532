import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sql, sql } from '../../../src/db/client.ts';
import { type AnalysisWrite, storeAnalyses } from '../../../src/db/queries/analyses.ts';
import { upsertArtist } from '../../../src/db/queries/artist-identity.ts';
import { storeProfile } from '../../../src/db/queries/artist-profiles.ts';
import {
  addBatchItems,
  claimBatchItem,
  finishBatchItem,
  releaseBatchItem,
} from '../../../src/db/queries/batch-items.ts';
import { acceptBatch, openBatch } from '../../../src/db/queries/batches.ts';
import { finishStepRun } from '../../../src/db/queries/cron.ts';
import { setEnrichment, storeAudioFeatures, storeSpotifyMatch } from '../../../src/db/queries/enrichments.ts';
import { storeImports } from '../../../src/db/queries/import.ts';
import { openRun, setRunStatus } from '../../../src/db/queries/runs.ts';
import { storeScrapedSong } from '../../../src/db/queries/store-song.ts';
import type { TrackWrite } from '../../../src/db/queries/track-writes.ts';
import { startTestDatabase, type TestDatabase } from '../../support/test-database.ts';

/** Values that Postgres refuses in text and in jsonb and that a caller may send. */
const BAD = 'a\0b\ud800c';
const AS_TEXT = 'a\ufffdb\ufffdc';
const AS_JSON = 'a\\u0000b\\ud800c';
const VALUE = { [BAD]: [BAD, { deep: BAD }] };
const STORED = { [AS_JSON]: [AS_JSON, { deep: AS_JSON }] };

let server: TestDatabase;
let db: Sql;
let artistId: number;
let trackId: number;

beforeAll(async () => {
  server = await startTestDatabase();
  db = server.db;
  artistId = (await upsertArtist(db, { name: BAD, geniusId: 1 })).id;
  await storeImports(db, [{ kind: 'store', track: { ...TRACK, artistId } }]);
  trackId = Number((await one('select id as value from tracks')) ?? 0);
}, 120_000);
afterAll(() => server.close());

async function one(text: string): Promise<unknown> {
  const rows = await db.query<{ value: unknown }>({ text, params: [] });
  return rows.at(-1)?.value;
}

const TRACK: TrackWrite = {
  artistId: 0,
  geniusId: null,
  source: 'import',
  sourceKey: `key ${BAD}`,
  artist: BAD,
  title: BAD,
  album: BAD,
  featured: [BAD, 'plain'],
  releaseDate: null,
  releaseDatePrecision: null,
  language: 'en',
  explicit: null,
  url: BAD,
  isrc: BAD,
  durationMs: null,
  lyrics: BAD,
  sections: VALUE,
  lyricsState: 'ok',
  lyricsEvidence: BAD,
  lyricsDifference: VALUE,
  textHash: 'h',
  lyricsHash: 'h',
  sketch: null,
  bands: null,
  duplicateOf: null,
  lyricsUpdatedAt: null,
  spotifyId: null,
  spotifyData: VALUE,
};

it('an artist and an imported song', async () => {
  expect(await one('select name as value from artists')).toEqual(AS_TEXT);
  expect(
    await one('select array[artist, title, album, lyrics, featured[1], featured[2]] as value from tracks'),
  ).toEqual([...Array(5).fill(AS_TEXT), 'plain']);
  expect(await one('select jsonb_build_array(sections, spotify_data) as value from tracks')).toEqual([
    STORED,
    STORED,
  ]);
});

it('a scraped song with its credits, relations, tags and album', async () => {
  const { run } = await openRun(db, { artistId, trigger: 'cli', songLimit: null });
  const facts = {
    geniusId: 9,
    artist: { name: BAD, geniusId: 1 },
    featured: [{ name: BAD, geniusId: 2 }],
    credits: [{ role: BAD, name: BAD, geniusId: 3 }],
    relations: [{ type: 'samples', geniusId: 4, title: BAD, artist: BAD }],
    tags: [BAD],
    silentOn: [],
    album: { geniusId: 5, name: BAD, url: BAD, releaseDate: null },
  };
  const track = {
    ...TRACK,
    artistId,
    geniusId: 9,
    source: 'genius' as const,
    sourceKey: null,
    textHash: 'g',
  };
  await storeScrapedSong(db, { runId: run.id, track, facts, adoptId: null });
  expect(await one('select array_agg(distinct name) as value from credits')).toEqual([AS_JSON]);
  expect(await one('select array[related_title, related_artist] as value from track_relations')).toEqual([
    AS_JSON,
    AS_JSON,
  ]);
  await setRunStatus(db, { id: run.id, status: 'failed', reason: BAD });
  expect(await one('select reason as value from ingest_runs')).toBe(AS_TEXT);
});

it('what Spotify says of a song', async () => {
  const facts = { trackId, spotifyId: BAD, data: VALUE, score: 1, isrc: BAD, durationMs: 1 };
  await storeSpotifyMatch(db, facts);
  await storeAudioFeatures(db, { trackId, features: VALUE, source: 'spotify', embedding: null });
  await setEnrichment(db, { trackId, status: 'failed', note: BAD, nextTryInMs: null });
  const stored = `select jsonb_build_array(spotify_data, audio_features) as value from tracks where id = ${trackId}`;
  expect(await one(stored)).toEqual([STORED, STORED]);
  expect(await one('select note as value from track_enrichments')).toBe(AS_TEXT);
});

it('an analysis and a profile', async () => {
  const track = { id: trackId, artist: BAD, title: BAD };
  const analysis: AnalysisWrite = {
    key: {
      textHash: 'h',
      analyzerType: 'qwen',
      modelVersion: BAD,
      promptVersion: 'p',
      engineVersion: 'e',
      temperature: 0.5,
    },
    track,
    sentiment: BAD,
    confidence: 1,
    themes: [BAD],
    complexityScore: 1,
    qualityScore: 1,
    data: VALUE,
    tokens: 1,
    costUsd: 0,
    processingTimeMs: 1,
    degraded: true,
    degradedReason: BAD,
  };
  await storeAnalyses(db, analysis, [{ key: { ...analysis.key, textHash: 'x' }, track, error: BAD }]);
  expect(await one("select analysis_data as value from analysis_results where status = 'done'")).toEqual(
    STORED,
  );
  expect(await one("select error as value from analysis_results where status = 'failed'")).toBe(AS_TEXT);
  const words = { words: [BAD], profile: VALUE, measures: { a: 1 }, songs: 1, trackIds: [trackId] };
  await storeProfile(db, { artistId, sourceHash: 'h', ...words });
  expect(await one('select profile as value from artist_profiles')).toEqual(STORED);
});

it("a batch's texts, results and failures", async () => {
  const id = crypto.randomUUID();
  const rest = { analyzer: null, temperature: null, createdBy: BAD, idempotencyKey: BAD, requestHash: 'h' };
  await openBatch(db, { id, operation: 'validate', itemsCount: 1, ...rest });
  await addBatchItems(db, { batchId: id, position: 0, items: [{ id: BAD, lyrics: BAD }] });
  await acceptBatch(db, id);
  const place = { batchId: id, position: 0 };
  const claim = async () => {
    const { item } = await claimBatchItem(db, {
      ...place,
      lease: crypto.randomUUID(),
      leaseMs: 1,
      maxAttempts: 9,
    });
    if (item === null) throw new Error('the item is taken');
    return item.lease;
  };
  const error = { code: 'INTERNAL' as const, message: BAD };
  await releaseBatchItem(db, { ...place, lease: await claim(), waitMs: 0, error });
  expect(await one("select error ->> 'message' as value from batch_items")).toBe(AS_JSON);
  const end = { status: 'done' as const, analysisId: null, result: VALUE, error };
  expect(await finishBatchItem(db, { ...place, lease: await claim(), ...end })).toBe(true);
  expect(await one('select result as value from batch_items')).toEqual(STORED);
});

it("a step's outcome and failure", async () => {
  await db.query(sql`insert into cron_runs (name, slot) values ('s', '2026-01-01')`);
  const run = { name: 's', slot: new Date('2026-01-01T00:00:00Z'), cursor: null };
  await finishStepRun(db, { ...run, outcome: VALUE, failure: VALUE });
  expect(await one('select jsonb_build_array(outcome, failure) as value from cron_runs')).toEqual([
    STORED,
    STORED,
  ]);
});
