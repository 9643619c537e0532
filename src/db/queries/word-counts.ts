import { type Sql, type Statement, sql } from '../client.ts';

/** Longer words are not counted by themselves. */
const MAX_LENGTH = 40;

/** Only one count at a time. */
const LOCK = sql`select 1 from word_counts for update`;

/** Songs of the slice as they are counted, and as they are now; those that are the same in both need no correction. */
const differences = (slice: Statement) => sql`
  slice as materialized (${slice}),
  before as materialized (select w.* from slice join track_words w using (track_id)),
  now_there as materialized (
    select n.*, coalesce(cardinality(string_to_array(btrim(words), '  ')), 0) as word_count
    from (select t.id as track_id, song_period(t.release_date, t.release_date_precision) as period,
        plain_terms(sung_lines(t.lyrics, t.sections)) as words
      from slice join tracks t on t.id = slice.track_id
      where t.lyrics is not null and t.duplicate_of is null offset 0) n),
  gone as materialized (
    select b.* from before b left join now_there n using (track_id)
    where n.track_id is null or n.words <> b.words or n.period <> b.period),
  new as materialized (
    select n.* from now_there n left join before b using (track_id)
    where b.track_id is null or n.words <> b.words or n.period <> b.period),
  delta as materialized (
    select word, period, sum(uses)::int as uses,
      coalesce(array_agg(track_id) filter (where uses > 0), '{}') as added,
      coalesce(array_agg(track_id) filter (where uses < 0), '{}') as removed
    from (
      select track_id, period, word, count(*) as uses
      from new, string_to_table(btrim(words), '  ') word group by 1, 2, 3
      union all
      select track_id, period, word, -count(*)
      from gone, string_to_table(btrim(words), '  ') word group by 1, 2, 3
    ) uses where word <> '' and length(word) <= ${MAX_LENGTH}::int
    group by word, period)`;

const correct = (slice: Statement) => sql`
  with ${differences(slice)},
  words_added as (
    insert into word_periods as w (word, period, uses, songs, song_ids)
    select word, period, uses, cardinality(added), added from delta where removed = '{}' order by word, period
    on conflict (word, period) do update set uses = w.uses + excluded.uses, songs = w.songs + excluded.songs,
      song_ids = w.song_ids || excluded.song_ids),
  words_gone as (
    delete from word_periods w using delta d
    where w.word = d.word and w.period = d.period and d.added = '{}' and w.songs = cardinality(d.removed)),
  words_corrected as (
    update word_periods w set uses = w.uses + d.uses, songs = w.songs - cardinality(d.removed) + cardinality(d.added),
      song_ids = array(select id from unnest(w.song_ids) id where id <> all (d.removed)) || d.added
    from delta d where d.removed <> '{}' and w.word = d.word and w.period = d.period
      and not (d.added = '{}' and w.songs = cardinality(d.removed))),
  totals as (
    insert into period_words as p (period, songs, words)
    select period, sum(songs), sum(words) from (
      select period, 1 as songs, word_count as words from new
      union all select period, -1, -word_count from gone) changes
    group by period having sum(songs) <> 0 or sum(words) <> 0 order by period
    on conflict (period) do update set songs = p.songs + excluded.songs, words = p.words + excluded.words),
  forgotten as (
    delete from track_words w using gone where w.track_id = gone.track_id
      and not exists (select 1 from new where new.track_id = gone.track_id)),
  kept as (
    insert into track_words (track_id, period, word_count, words)
    select track_id, period, word_count, words from new
    on conflict (track_id) do update set period = excluded.period, word_count = excluded.word_count, words = excluded.words),
  done as (
    -- A song that changed meanwhile is counted again.
    delete from track_words_due due using slice where due.track_id = slice.track_id and due.changes = slice.changes)
  select count(*)::int as songs from slice`;

const FORGET_EMPTY = sql`delete from period_words where songs = 0`;
const END = sql`update word_counts set counted_at = now()`;

/** Corrects the counts for these rows of `track_words_due` within another transaction. */
export const recountStatements = (slice: Statement): Statement[] => [LOCK, correct(slice), FORGET_EMPTY, END];

/**
 * Counts the words of at most `songs` songs that were stored, changed or removed; returns how many it looked at. It fails if another
 * count takes longer than `lockMs`; absent: it waits.
 */
export async function countWordsOfDueSongs(
  db: Sql,
  songs: number,
  { lockMs }: { lockMs?: number } = {},
): Promise<number> {
  // Songs of a period share their rows of words: counted one after the other, they rewrite each row once or twice.
  const slice = sql`
    select due.track_id, due.changes from track_words_due due left join track_facets f using (track_id)
    order by f.release_date, due.track_id limit ${songs}::int`;
  const patience =
    lockMs === undefined ? [] : [sql`select set_config('lock_timeout', ${String(lockMs)}::text, true)`];
  const results = await db.batch([...patience, ...recountStatements(slice)]);
  return Number(results[patience.length + 1]?.[0]?.songs ?? 0);
}
