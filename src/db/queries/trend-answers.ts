import { type Sql, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { toStorableJson } from '../storable.ts';
import type { NamedSongRow } from './trend-songs.ts';

export type StoredAnalysisType = 'current' | 'forecast';

export interface TrendAnswerKey {
  analysisType: StoredAnalysisType;
  timePeriod: string;
  /** Of the format and the methods. */
  version: string;
}

/** What tells whether the songs are others than those that an answer was computed from. */
export interface SongsState {
  songs: number;
  /** ISO timestamp of the latest change of a song that counts; null without songs. */
  changed_at: string | null;
}

export interface StoredTrendAnswer {
  answer: unknown;
  built_at: Date;
  /** Whether a song came, went or changed since. */
  is_outdated: boolean;
}

const STATE = sql`
  select count(*)::int as songs, max(changed_at) as changed_at from track_measures`;

/** The state of the songs, for the answer that is computed next. */
export async function readSongsState(db: Sql): Promise<SongsState> {
  const [state] = await db.query<SongsState>(sql`
    select songs, changed_at::text as changed_at from (${STATE}) state`);
  if (state === undefined) throw new Error('the state is one row');
  return state;
}

/** A hash of everything that the series are computed from. */
export async function hashSongs(db: Sql): Promise<string> {
  const [row] = await db.query<{ hash: string }>(sql`
    select md5(coalesce(string_agg(packed, '' order by track_id), '')) as hash from track_measures`);
  return row?.hash ?? '';
}

/** The last build of the series; null before the first. */
export async function findTrendBuild(
  db: Sql,
  version: string,
): Promise<{ built_at: Date; data_hash: string; songs: number; is_outdated: boolean } | null> {
  const [row] = await db.query<{
    built_at: Date;
    data_hash: string;
    songs: number;
    is_outdated: boolean;
  }>(sql`
    select a.built_at, a.data_hash, a.songs,
      a.songs <> s.songs or a.changed_at is distinct from s.changed_at as is_outdated
    from trend_answers a, (${STATE}) s where version = ${version}::text order by built_at desc limit 1`);
  return row ?? null;
}

/** The stored answer, or null, the number of songs that count now, and the songs that it names, in one round trip. */
export async function findTrendAnswer(
  db: Sql,
  { analysisType, timePeriod, version }: TrendAnswerKey,
): Promise<{ songs: number; stored: StoredTrendAnswer | null; named: NamedSongRow[] }> {
  const one = sql`analysis_type = ${analysisType}::text and time_period = ${timePeriod}::text and version = ${version}::text`;
  const [found, named] = await db.batch(
    [
      sql`
        select s.songs, a.answer, a.built_at,
          a.songs <> s.songs or a.changed_at is distinct from s.changed_at as is_outdated
        from (${STATE}) s left join trend_answers a on ${one}`,
      sql`
        select t.id, t.artist, t.title, t.release_date::text as release_date
        from trend_answers a join track_measures m on m.track_id = any (a.track_ids) join tracks t on t.id = m.track_id
        where ${one}`,
    ],
    { readOnly: true },
  );
  const row = firstOf<{ songs: number; built_at: Date | null } & StoredTrendAnswer>(found);
  if (row === null) throw new Error('the state is one row');
  const { songs, ...stored } = row;
  return { songs, stored: row.built_at === null ? null : stored, named: rowsOf<NamedSongRow>(named) };
}

export interface NewTrendAnswer extends TrendAnswerKey {
  answer: object;
  trackIds: readonly number[];
  state: SongsState;
  dataHash: string;
  builtAt: Date;
}

/** Stores an answer in place of the former one. */
export async function storeTrendAnswer(db: Sql, { state, ...p }: NewTrendAnswer): Promise<void> {
  await db.query(sql`
    insert into trend_answers (analysis_type, time_period, version, answer, track_ids, songs, changed_at, data_hash, built_at)
    values (${p.analysisType}::text, ${p.timePeriod}::text, ${p.version}::text, ${toStorableJson(p.answer)}::jsonb,
      ${p.trackIds}::int[], ${state.songs}::int, ${state.changed_at}::timestamptz, ${p.dataHash}::text,
      ${p.builtAt.toISOString()}::timestamptz)
    on conflict (analysis_type, time_period) do update set version = excluded.version, answer = excluded.answer,
      track_ids = excluded.track_ids, songs = excluded.songs, changed_at = excluded.changed_at,
      data_hash = excluded.data_hash, built_at = excluded.built_at`);
}

export interface TrendAnswerState {
  analysis_type: string;
  time_period: string;
  built_at: Date;
  /** Whether it stands for the songs as they are now. */
  is_current: boolean;
}

/** The stored answers of a version. */
export async function listTrendAnswers(
  db: Sql,
  { version, state }: { version: string; state: SongsState },
): Promise<TrendAnswerState[]> {
  return db.query<TrendAnswerState>(sql`
    select analysis_type, time_period, built_at, songs = ${state.songs}::int
      and changed_at is not distinct from ${state.changed_at}::timestamptz as is_current
    from trend_answers where version = ${version}::text`);
}
