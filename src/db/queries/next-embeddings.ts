import { type Sql, type Statement, sql } from '../client.ts';
import { halfvecToSql, vectorToSql } from '../vectors.ts';
import type { Passage } from './embeddings.ts';

export interface TextToEmbed {
  id: number;
  language: string | null;
  lyrics: string;
  text_hash: string;
}

const WITHOUT_NEXT = (model: string): Statement =>
  sql`lyrics is not null and next_embedding_model is distinct from ${model}::text`;

/** Tracks with lyrics that have no vector of this model yet, in the order of their ids. */
export const findTextsWithoutNext = (
  db: Sql,
  p: { model: string; afterId: number; limit: number },
): Promise<TextToEmbed[]> =>
  db.query<TextToEmbed>(sql`
    select id, language, lyrics, text_hash from tracks
    where ${WITHOUT_NEXT(p.model)} and id > ${p.afterId}::int order by id limit ${p.limit}::int`);

/** Puts a track's next vector beside the one in use, unless the text changed meanwhile. Null: its language has none. */
export async function storeNextEmbedding(
  db: Sql,
  p: {
    trackId: number;
    textHash: string;
    model: string;
    vector: readonly number[] | null;
    passages: readonly Passage[];
  },
): Promise<void> {
  const current = sql`exists (select 1 from tracks where id = ${p.trackId}::int and text_hash = ${p.textHash}::text)`;
  await db.batch([
    sql`
      update tracks set next_embedding_model = ${p.model}::text,
        next_lyrics_embedding = ${p.vector === null ? null : vectorToSql(p.vector)}::vector
      where id = ${p.trackId}::int and text_hash = ${p.textHash}::text`,
    sql`delete from next_track_passages where track_id = ${p.trackId}::int`,
    sql`
      insert into next_track_passages (track_id, ordinal, start_line, end_line, embedding)
      select ${p.trackId}::int, p.n - 1, p.start_line, p.end_line, p.vector::halfvec
      from unnest(
        ${p.passages.map((one) => one.startLine)}::int[], ${p.passages.map((one) => one.endLine)}::int[],
        ${p.passages.map((one) => halfvecToSql(one.vector))}::text[]
      ) with ordinality as p (start_line, end_line, vector, n)
      where ${current}`,
  ]);
}

/** Analyses that stand for a text and have no vector of this model yet. */
export const findAnalysesWithoutNext = (
  db: Sql,
  p: { model: string; afterId: number; limit: number },
): Promise<{ id: number; analysis_data: unknown }[]> =>
  db.query(sql`
    select distinct a.id, a.analysis_data from track_facets f join analysis_results a on a.id = f.analysis_id
    where a.next_embedding_model is distinct from ${p.model}::text and a.id > ${p.afterId}::int
    order by a.id limit ${p.limit}::int`);

export const storeNextAnalysisEmbedding = (
  db: Sql,
  p: { analysisId: number; model: string; vector: readonly number[] },
): Promise<unknown> =>
  db.query(sql`
    update analysis_results set next_analysis_embedding = ${vectorToSql(p.vector)}::vector,
      next_embedding_model = ${p.model}::text
    where id = ${p.analysisId}::int`);

/** What is left to embed before the vectors of this model are complete. */
export async function countWithoutNext(
  db: Sql,
  model: string,
): Promise<{ tracks: number; analyses: number }> {
  const [row] = await db.query<{ tracks: number; analyses: number }>(sql`
    select (select count(*) from tracks where ${WITHOUT_NEXT(model)})::int as tracks,
      (select count(distinct a.id) from track_facets f join analysis_results a on a.id = f.analysis_id
        where a.next_embedding_model is distinct from ${model}::text)::int as analyses`);
  return row ?? { tracks: 0, analyses: 0 };
}

const SPACES = [
  { table: 'tracks', column: 'lyrics_embedding', index: 'tracks_lyrics_embedding_idx' },
  { table: 'analysis_results', column: 'analysis_embedding', index: 'analysis_results_embedding_idx' },
] as const;

const ddl = (text: string): Statement => ({ text, params: [] });

/** Builds the indexes of the next vectors; searches go on meanwhile. */
export async function indexNextEmbeddings(db: Sql): Promise<void> {
  for (const { table, column, index } of SPACES) {
    await db.query(
      ddl(`create index concurrently if not exists next_${index} on ${table}
        using hnsw (next_${column} vector_cosine_ops) with (m = 16, ef_construction = 64)`),
    );
  }
}

/**
 * Lets the next vectors take the place of those in use, in one transaction that rewrites no row: columns, indexes and
 * the table of passages change their names. Throws what Postgres throws, and then nothing has changed.
 */
export async function switchToNextEmbeddings(db: Sql): Promise<void> {
  await db.batch([
    ...SPACES.flatMap(({ table, column, index }) => [
      ddl(`alter table ${table} drop column ${column}, drop column embedding_model`),
      ddl(`alter table ${table} rename column next_${column} to ${column}`),
      ddl(`alter table ${table} rename column next_embedding_model to embedding_model`),
      ddl(`alter index next_${index} rename to ${index}`),
      ddl(`alter table ${table} add column next_${column} vector(512), add column next_embedding_model text`),
    ]),
    // A text in a language that the model does not know was looked at and has no vector.
    ddl(`update tracks set embedding_model = null, embedding_status = 'unsupported_language'
      where lyrics_embedding is null and embedding_model is not null`),
    ddl(`update tracks set embedding_status = 'done', embedding_error = null
      where lyrics_embedding is not null and embedding_status <> 'done'`),
    ddl(`alter table tracks add constraint tracks_embedding_model_check
      check ((lyrics_embedding is null) = (embedding_model is null)) not valid`),
    ddl('drop table track_passages'),
    ddl('alter table next_track_passages rename to track_passages'),
    ddl('alter index next_track_passages_pkey rename to track_passages_pkey'),
    ddl('create table next_track_passages (like track_passages including all)'),
    ddl(
      `alter table next_track_passages add foreign key (track_id) references tracks (id) on delete cascade`,
    ),
  ]);
}
