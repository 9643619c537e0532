import { type Sql, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { toStorableJson } from '../storable.ts';
import type { AnalysisKey } from './analyses.ts';

/** What makes an analysis, without the text. */
export type JudgeKey = Omit<AnalysisKey, 'textHash'>;

export interface JudgedSong {
  track_id: number;
  lyrics: string;
  sentiment: string | null;
  /** -1 to 1. */
  score: number | null;
  /** 0-1. */
  quality: number | null;
}

const madeBy = (key: JudgeKey) => sql`
  a.origin = 'catalogue' and a.status = 'done' and not a.degraded and a.analyzer_type = ${key.analyzerType}::text
  and a.model_version = ${key.modelVersion}::text and a.prompt_version = ${key.promptVersion}::text
  and a.engine_version = ${key.engineVersion}::text and a.temperature = ${key.temperature}::real`;

/** Songs that count, at the given shares (0-1) of the ids, with their analysis by this judge; none where another stands. */
export function findJudgedSongs(db: Sql, shares: readonly number[], key: JudgeKey): Promise<JudgedSong[]> {
  return db.query<JudgedSong>(sql`
    select distinct on (t.id) t.id as track_id, t.lyrics, a.sentiment,
      (a.analysis_data ->> 'sentiment_score')::real as score, a.quality_score as quality
    from unnest(${shares}::float8[]) as s (share)
    cross join lateral (
      select track_id from track_measures
      where track_id >= floor(s.share * ((select max(track_id) from track_measures) + 1)) order by track_id limit 1) m
    join tracks t on t.id = m.track_id and t.lyrics is not null
    join analysis_results a on a.text_hash = t.text_hash and ${madeBy(key)}
    order by t.id, a.id desc`);
}

export interface NewReevaluation extends Omit<JudgedSong, 'lyrics'> {
  answer: Pick<JudgedSong, 'sentiment' | 'score' | 'quality'> | null;
  failure: string | null;
}

export async function storeReevaluations(
  db: Sql,
  judge: string,
  rows: readonly NewReevaluation[],
): Promise<void> {
  await db.query(sql`
    insert into reevaluations (track_id, judge, sentiment_before, score_before, quality_before, sentiment, score,
      quality, failure)
    select r.track_id, ${judge}::text, r.sentiment, r.score, r.quality, r.answer ->> 'sentiment',
      (r.answer ->> 'score')::real, (r.answer ->> 'quality')::real, r.failure
    from jsonb_to_recordset(${toStorableJson(rows)}::jsonb)
      as r (track_id int, sentiment text, score real, quality real, answer jsonb, failure text)
    where exists (select 1 from tracks t where t.id = r.track_id)`);
}

export interface Reevaluation {
  track_id: number;
  sentiment_before: string | null;
  score_before: number | null;
  sentiment: string | null;
  score: number | null;
  quality: number | null;
  failure: string | null;
}

/** Of each song the latest by this judge, of the last 30 days, the latest songs first. */
export function findReevaluations(db: Sql, judge: string, limit: number): Promise<Reevaluation[]> {
  return db.query<Reevaluation>(sql`
    select * from (
      select distinct on (track_id) id, track_id, sentiment_before, score_before, sentiment, score, quality, failure
      from reevaluations where judge = ${judge}::text and evaluated_at > now() - interval '30 days'
      order by track_id, id desc) latest
    order by id desc limit ${limit}::int`);
}

/** Answers of the judge about songs drawn at random, as they stand. */
export function sampleJudgements(
  db: Sql,
  key: JudgeKey,
  limit: number,
): Promise<Pick<JudgedSong, 'sentiment' | 'score' | 'quality'>[]> {
  return db.query(sql`
    select a.sentiment, m.sentiment_score as score, m.quality_score as quality
    from track_measures m join track_facets f on f.track_id = m.track_id
    join analysis_results a on a.id = f.analysis_id and ${madeBy(key)}
    order by hashint4(m.track_id), m.track_id limit ${limit}::int`);
}

/** Columns of track_measures that tell what songs are like. */
export const INPUT_MEASURES = [
  'words',
  'mtld',
  'mean_word_length',
  'rhyme_density',
  'syllables_per_line',
] as const;
export type InputMeasure = (typeof INPUT_MEASURES)[number];
export type MeasuredSong = Record<InputMeasure, number | null> & { track_id: number };

/**
 * Songs after `afterId` that this engine has measured, at most three of an artist, so that one who came with all his songs is no
 * shift: those that are drawn by the hash of the id.
 */
export function sampleInputs(
  db: Sql,
  p: { engineVersion: string; afterId: number; limit: number },
): Promise<MeasuredSong[]> {
  return db.query<MeasuredSong>(sql`
    select track_id, words, mtld, mean_word_length, rhyme_density, syllables_per_line from (
      select m.*, row_number() over (partition by m.artist_id order by hashint4(m.track_id), m.track_id) as turn
      from track_measures m join track_facets f on f.track_id = m.track_id
      join analysis_results a on a.id = f.analysis_id and a.engine_version = ${p.engineVersion}::text
      where m.track_id > ${p.afterId}::int) songs
    where turn <= 3 order by hashint4(track_id), track_id limit ${p.limit}::int`);
}

export interface DriftReference {
  subject: string;
  judge: string;
  edges: number[];
  counts: number[];
  through_id: number;
  made_at: Date;
}

/** Id of the newest song that counts; 0 without any. */
export async function newestSong(db: Sql): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    sql`select coalesce(max(track_id), 0) as id from track_measures`,
  );
  return row?.id ?? 0;
}

export const listReferences = (db: Sql): Promise<DriftReference[]> =>
  db.query<DriftReference>(
    sql`select subject, judge, edges, counts, through_id, made_at from drift_references`,
  );

export type NewReference = Omit<DriftReference, 'made_at'>;

/** One measure of a subject: an index of stability or a share; null with too few values. */
export interface DriftMeasure {
  subject: string;
  value: number | null;
  sample_size: number;
  reference_size: number | null;
  judge: string;
}

/** Keeps new references in place of those of another judge, and what was measured. */
export async function storeDrift(
  db: Sql,
  { references, measures }: { references: readonly NewReference[]; measures: readonly DriftMeasure[] },
): Promise<void> {
  await db.batch([
    sql`insert into drift_references (subject, judge, edges, counts, through_id)
      select * from jsonb_to_recordset(${toStorableJson(references)}::jsonb)
        as r (subject text, judge text, edges real[], counts integer[], through_id integer)
      on conflict (subject) do update set judge = excluded.judge, edges = excluded.edges, counts = excluded.counts,
        through_id = excluded.through_id, made_at = excluded.made_at`,
    sql`insert into drift_measures (subject, value, sample_size, reference_size, judge)
      select * from jsonb_to_recordset(${toStorableJson(measures)}::jsonb)
        as r (subject text, value real, sample_size integer, reference_size integer, judge text)
      on conflict (subject) do update set value = excluded.value, sample_size = excluded.sample_size,
        reference_size = excluded.reference_size, judge = excluded.judge, measured_at = excluded.measured_at`,
  ]);
}

export type StoredDrift = DriftMeasure & { measured_at: Date; reference_made_at: Date | null };

export const listDrift = (db: Sql): Promise<StoredDrift[]> =>
  db.query<StoredDrift>(sql`
    select m.subject, m.value, m.sample_size, m.reference_size, m.judge, m.measured_at, r.made_at as reference_made_at
    from drift_measures m left join drift_references r on r.subject = m.subject and r.judge = m.judge
    order by m.subject`);

/** Forgets references, so that the next run of the schedule keeps what it finds then; returns how many there were. */
export async function forgetReferences(db: Sql, subjects: readonly string[]): Promise<number> {
  const [gone] = await db.batch([
    sql`delete from drift_references where subject = any (${subjects}::text[]) returning subject`,
    sql`delete from drift_measures where subject = any (${subjects}::text[])`,
  ]);
  return rowsOf(gone).length;
}
