import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepareDataset } from '../../../../scripts/lab/dataset/prepare-dataset.ts';
import { readDataset } from '../../../../scripts/lab/dataset/read-dataset.ts';
import { selectCandidates } from '../../../../scripts/lab/dataset/select-candidates.ts';
import { type Sql, sql } from '../../../../src/db/client.ts';
import { sha256Hex } from '../../../../src/lib/hash.ts';
import { fingerprint } from '../../../../src/lyrics/text/fingerprint.ts';
import { lyricsWords } from '../../../../src/lyrics/text/lyrics-words.ts';
import { seedTrack } from '../../../support/seed.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const CRITERIA = { confidence: 0.5, length: 100, analyzers: [], language: null };

let database: TestDatabase;
let db: Sql;
beforeAll(async () => {
  database = await startTestDatabase();
  db = database.db;
}, 60_000);
afterAll(() => database.close());
beforeEach(() => db.batch([sql`delete from analysis_results`, sql`delete from tracks`]));

const words = (from: number, count = 60): string =>
  Array.from({ length: count }, (_, at) => `word${from + at}${at % 6 === 5 ? '\n' : ''}`).join(' ');

interface Song {
  artist: string;
  lyrics: string;
  confidence?: number;
  duplicateOf?: number;
  year?: number;
}

async function store({ artist, lyrics, confidence = 0.9, duplicateOf, year = 1999 }: Song): Promise<number> {
  const id = await seedTrack(db, { artist, title: `Song of ${artist}`, lyrics });
  const { sketch, bands } = fingerprint(lyrics);
  const hash = await sha256Hex(lyricsWords(lyrics).join(' '));
  await db.batch([
    sql`update tracks set lyrics_hash = ${hash}::text, lyrics_sketch = ${sketch}::int[],
      lyrics_bands = ${bands}::int[], duplicate_of = ${duplicateOf ?? null}::int,
      release_date = make_date(${year}::int, 1, 1) where id = ${id}::int`,
    sql`insert into analysis_results (track_id, text_hash, origin, analyzer_type, model_version, prompt_version,
        engine_version, temperature, status, confidence, sentiment, analysis_data)
      select id, text_hash, 'catalogue', 'algorithmic', 'engine', '', 'one', 0, 'done', ${confidence}::real, 'neutral',
        '{"sentiment_score": 0, "style": {"subgenre": " Drill "}}' from tracks where id = ${id}::int
      on conflict do nothing`,
  ]);
  return id;
}

const artistsOf = async (): Promise<string[]> =>
  (await selectCandidates(db, CRITERIA)).candidates.map(({ artist }) => artist).sort();

describe('candidates', () => {
  it('keep the surest of a group of versions', async () => {
    const original = await store({ artist: 'First', lyrics: words(0), confidence: 0.6 });
    await store({ artist: 'Second', lyrics: words(2), confidence: 0.8, duplicateOf: original });
    expect(await artistsOf()).toEqual(['Second']);
    expect((await selectCandidates(db, CRITERIA)).excluded).toEqual({ 'repeats another song': 1 });
  });

  it('keep a version whose original does not meet the criteria', async () => {
    const original = await store({ artist: 'First', lyrics: words(0), confidence: 0.2 });
    await store({ artist: 'Second', lyrics: words(2), confidence: 0.8, duplicateOf: original });
    await store({ artist: 'Third', lyrics: words(4), confidence: 0.7, duplicateOf: original });
    expect(await artistsOf()).toEqual(['Second']);
    expect((await selectCandidates(db, CRITERIA)).excluded).toEqual({
      confidence: 1,
      'repeats another song': 1,
    });
  });

  it('keep one of near-duplicates that the catalogue has not linked', async () => {
    await store({ artist: 'First', lyrics: words(0), confidence: 0.6 });
    await store({ artist: 'Second', lyrics: words(1), confidence: 0.8 });
    await store({ artist: 'Other', lyrics: words(500), confidence: 0.8 });
    expect(await artistsOf()).toEqual(['Other', 'Second']);
  });

  it('keep one of three versions of which the first and the last are unlike', async () => {
    await store({ artist: 'First', lyrics: words(0), confidence: 0.6 });
    await store({ artist: 'Third', lyrics: words(28), confidence: 0.7 });
    await store({ artist: 'Second', lyrics: words(14), confidence: 0.8 });
    expect(await artistsOf()).toEqual(['Second']);
  });

  it('hold no answer of a model where the engine answered', async () => {
    await store({ artist: 'First', lyrics: words(0) });
    expect((await selectCandidates(db, CRITERIA)).candidates[0]?.reply).toBeNull();
  });

  it('name the genre of the analysis in one spelling', async () => {
    await store({ artist: 'First', lyrics: words(0) });
    expect((await selectCandidates(db, CRITERIA)).candidates[0]?.genre).toBe('drill');
  });
});

describe('a data set of a catalogue', () => {
  let out: string;
  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), 'barline-dataset-'));
    return () => rm(out, { recursive: true });
  });
  const prepare = () => prepareDataset(db, { ...CRITERIA, size: 100, testShare: 0.5, seed: 1, out });

  it('is refused for an empty catalogue', async () => {
    await expect(prepare()).rejects.toThrow('The catalogue is empty');
  });

  it('of one artist has no test songs', async () => {
    await store({ artist: 'Only', lyrics: words(0) });
    await store({ artist: 'Only', lyrics: words(200) });
    expect((await prepare()).split).toEqual({
      train: { songs: 2, artists: 1 },
      test: { songs: 0, artists: 0 },
    });
  });

  it('does not depend on the order in which songs were stored', async () => {
    const songs = Array.from({ length: 6 }, (_, at) => ({
      artist: `Artist ${at}`,
      lyrics: words(at * 20),
      year: 1980 + at * 5,
      confidence: 0.7,
    }));
    for (const song of songs) await store(song);
    const first = await prepare();
    await db.batch([sql`delete from analysis_results`, sql`delete from tracks`]);
    for (const song of songs.toReversed()) await store(song);
    expect((await prepare()).dataset_hash).toBe(first.dataset_hash);
  });

  it('that was edited by hand is not read', async () => {
    await store({ artist: 'Only', lyrics: words(0) });
    const { folder } = await prepare();
    const file = join(folder, 'dataset.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"Only"', '"Other"'));
    await expect(readDataset(folder)).rejects.toThrow('was changed');
  });
});
