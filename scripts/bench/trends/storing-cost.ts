import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { analyzeLyrics } from '../../../src/lyrics/analyze.ts';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { readLexicon } from '../../read-lexicon.ts';
import { percentile } from '../search/timings.ts';

export interface StoringCost {
  songs: number;
  /** Milliseconds to store a song and its analysis without what trends need, and with it. */
  before_ms: number;
  after_ms: number;
  /** What it costs more: 0.05 is a twentieth. */
  share: number;
}

const SONGS = 40;
const BLOCKS = 7;
const WORD_TRIGGERS = ['tracks_words_added', 'tracks_words_changed', 'tracks_words_removed'];
const FACETS = new URL('../../../migrations/0014_track_facets.sql', import.meta.url);

/** The function that kept the facets before there were measures. */
async function formerFacets(): Promise<string> {
  const text = await readFile(FACETS, 'utf8');
  const from = text.indexOf('create function refresh_track_facets');
  const to = text.indexOf('\n$$;', from);
  if (from < 0 || to < 0) throw new Error('the migration of track_facets has another form');
  return text.slice(from, to + '\n$$'.length).replace('create function', 'create or replace function');
}

const STORE_TRACK = `
  insert into tracks (artist_id, source, artist, title, album, release_date, release_date_precision, language, explicit, lyrics,
    lyrics_state, text_hash, lyrics_embedding, embedding_model, embedding_status)
  select artist_id, source, artist, title || ' again', album, release_date, release_date_precision, language, explicit, lyrics,
    lyrics_state, $2, lyrics_embedding, embedding_model, embedding_status
  from tracks where id = $1 returning id`;
const STORE_ANALYSIS = `
  insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, sentiment, themes, complexity_score,
    quality_score, analysis_data)
  values ('catalogue', $1, $2, 'algorithmic', 'bench', 'done', $3, $4, $5, $6, $7)`;

interface Source {
  id: number;
  analysis: ReturnType<typeof analyzeLyrics>;
}

async function readSources(client: Client): Promise<Source[]> {
  const lexicon = openLexicon(await readLexicon());
  const { rows } = await client.query<{ id: number; lyrics: string }>(
    'select id, lyrics from tracks where lyrics is not null and duplicate_of is null order by hashint4(id) limit $1',
    [SONGS],
  );
  return rows.map(({ id, lyrics }) => ({ id, analysis: analyzeLyrics(lyrics, { lexicon }) }));
}

/** Stores every song once more within a transaction that is undone; returns milliseconds a song. */
async function storeAll(
  client: Client,
  sources: readonly Source[],
  prepare: readonly string[],
): Promise<number> {
  await client.query('begin');
  try {
    for (const statement of prepare) await client.query(statement);
    const since = performance.now();
    for (const [i, { id, analysis }] of sources.entries()) {
      const hash = String(i).padStart(64, 'b');
      const { rows } = await client.query<{ id: number }>(STORE_TRACK, [id, hash]);
      const { sentiment, themes, complexity_score, quality_score } = analysis;
      const names = themes.map(({ theme }) => theme);
      const values = [
        rows[0]?.id,
        hash,
        sentiment,
        names,
        complexity_score,
        quality_score,
        JSON.stringify(analysis),
      ];
      await client.query(STORE_ANALYSIS, values);
    }
    return (performance.now() - since) / sources.length;
  } finally {
    await client.query('rollback');
  }
}

/** What storing a song with its analysis costs with and without what trends keep, in turns. */
export async function measureStoring(url: string): Promise<StoringCost> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const sources = await readSources(client);
    const former = [
      ...WORD_TRIGGERS.map((trigger) => `alter table tracks disable trigger ${trigger}`),
      await formerFacets(),
    ];
    const [before, after]: [number[], number[]] = [[], []];
    await storeAll(client, sources, []);
    for (let i = 0; i < BLOCKS; i++) {
      before.push(await storeAll(client, sources, former));
      after.push(await storeAll(client, sources, []));
    }
    const ratios = after.map((time, i) => time / (before[i] ?? time));
    return {
      songs: SONGS * BLOCKS,
      before_ms: Number(percentile(before, 0.5).toFixed(2)),
      after_ms: Number(percentile(after, 0.5).toFixed(2)),
      share: Number((percentile(ratios, 0.5) - 1).toFixed(4)),
    };
  } finally {
    await client.end();
  }
}
