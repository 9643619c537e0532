import { type LocalPostgres, startPostgres } from '../../../../scripts/local/postgres/server.ts';
import { migrate } from '../../../../scripts/migrate.ts';
import { readEngineAssets } from '../../../../scripts/read-lexicon.ts';
import { createContainer } from '../../../../src/container.ts';
import type { ServiceContext } from '../../../../src/context.ts';
import { createSql, type Sql, sql } from '../../../../src/db/client.ts';
import { vectorFromSql } from '../../../../src/db/vectors.ts';
import type { Env } from '../../../../src/env.ts';
import { sha256Hex } from '../../../../src/lib/hash.ts';
import type { Embedder } from '../../../../src/llm/types.ts';
import { embedPassages } from '../../../../src/services/embedding/embed-passages.ts';
import { migratedTemplate } from '../../../support/migrated-template.ts';

export interface EmbeddingWorld {
  db: Sql;
  /** A Worker with these embedders, over this database. */
  context(embedders: { embedder: Embedder | null; nextEmbedder?: Embedder | null }, db?: Sql): ServiceContext;
  addTrack(song: { title: string; lyrics: string; language?: string }): Promise<number>;
  editTrack(id: number, lyrics: string): Promise<void>;
  /** Stores an analysis as the current one of the track's text; another call replaces it. */
  analyze(id: number, summary: string): Promise<void>;
  close(): Promise<void>;
}

export async function startEmbeddingWorld(): Promise<EmbeddingWorld> {
  const postgres: LocalPostgres = await startPostgres({ template: await migratedTemplate() });
  await migrate(postgres.migrationUrl);
  const db = createSql({ url: postgres.databaseUrl, fetchEndpoint: postgres.fetchEndpoint });
  const open = createContainer(await readEngineAssets());
  const env = {
    ENVIRONMENT: 'local',
    DATABASE_URL: postgres.databaseUrl,
    DATABASE_FETCH_ENDPOINT: postgres.fetchEndpoint,
    LOG_LEVEL: 'error',
  } as Env;
  await db.query(sql`insert into artists (name) values ('Sample Artist')`);
  return {
    db,
    context: ({ embedder, nextEmbedder = null }, over = db) => {
      const ctx = open({ env, requestId: 'test', actor: { type: 'operator' }, waitUntil: () => undefined });
      return Object.create(ctx, {
        sql: { value: over },
        embedder: { value: embedder },
        nextEmbedder: { value: nextEmbedder },
      }) as ServiceContext;
    },
    addTrack: async ({ title, lyrics, language = 'en' }) => {
      const [row] = await db.query<{ id: number }>(sql`
        insert into tracks (artist_id, source, artist, title, language, lyrics, lyrics_state, text_hash, embedding_status)
        select id, 'import', name, ${title}::text, ${language}::text, ${lyrics}::text, 'ok',
          ${await sha256Hex(lyrics)}::text, 'pending' from artists limit 1 returning id`);
      return Number(row?.id);
    },
    editTrack: async (id, lyrics) => {
      await db.query(sql`update tracks set lyrics = ${lyrics}::text, text_hash = ${await sha256Hex(lyrics)}::text
        where id = ${id}::int`);
    },
    analyze: async (id, summary) => {
      const style = { subgenre: null, voice: null, storytelling: null, tone: null };
      const data = { themes: [], sentiment: 'mixed', emotional_profile: { dominant: null }, style, summary };
      await db.query(sql`
        insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, analysis_data)
        select 'catalogue', id, text_hash, 'algorithmic', 'engine', 'done', ${JSON.stringify(data)}::jsonb from tracks
        where id = ${id}::int
        on conflict on constraint analysis_results_key do update
          set analysis_data = excluded.analysis_data, updated_at = now()`);
    },
    close: () => postgres.close(),
  };
}

interface TrackState {
  id: number;
  lyrics: string;
  language: string | null;
  embedding_status: string;
  embedding_model: string | null;
  vector: unknown;
  passages: number;
}

/**
 * What is wrong with the stored vectors, in words; empty where each text has the vector of this very text by the model in
 * use, or waits for it.
 */
export async function findFaults(world: EmbeddingWorld, embedder: Embedder): Promise<string[]> {
  const tracks = await world.db.query<TrackState>(sql`
    select id, lyrics, language, embedding_status, embedding_model, lyrics_embedding::text as vector,
      (select count(*)::int from track_passages where track_id = tracks.id) as passages
    from tracks where lyrics is not null order by id`);
  const ctx = world.context({ embedder });
  const faults: string[] = [];
  for (const track of tracks) {
    const fault = await faultOf(ctx, embedder, track);
    if (fault !== null) faults.push(`track ${track.id}: ${fault}`);
  }
  return faults;
}

async function faultOf(ctx: ServiceContext, embedder: Embedder, track: TrackState): Promise<string | null> {
  const { embedding_status: status, passages } = track;
  const vector = vectorFromSql(track.vector);
  if (vector === null && passages > 0) return `${passages} passages without a vector`;
  if (status === 'pending') return null;
  if (status === 'unsupported_language')
    return embedder.supports(track.language) ? 'a language that is known' : null;
  if (status !== 'done') return `is ${status}`;
  if (vector === null) return 'is done without a vector';
  if (track.embedding_model !== embedder.model) return `has a vector of ${track.embedding_model}`;
  const own = await embedPassages(ctx, embedder, track.lyrics);
  if (passages !== own?.passages.length) return `has ${passages} passages`;
  const distance = Math.max(...vector.map((x, i) => Math.abs(x - (own.vector[i] ?? 0))));
  return distance < 1e-4 ? null : 'has the vector of another text';
}
