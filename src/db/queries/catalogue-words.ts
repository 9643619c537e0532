import { type Sql, sql } from '../client.ts';

/** Longer words are not kept. */
const MAX_LENGTH = 40;
/** A count is repeated after a day, or as soon as this share of songs came or went. */
const CHANGED_SHARE = 0.1;

/** Only one count at a time; begins one if it is due. */
const LOCK = sql`select 1 from catalogue_word_counts for update`;
const BEGIN = sql`
  update catalogue_word_counts c set after_id = 0, started_at = now()
  from (select count(*) as songs from tracks) now_there
  where after_id is null and (started_at is null or started_at < now() - interval '1 day'
    or abs(now_there.songs - c.songs) > ${CHANGED_SHARE}::float8 * c.songs)`;

const countNext = (songs: number) => sql`
  with slice as materialized (
    select c.after_id, count(t.id)::int as songs, max(t.id) as last_id
    from catalogue_word_counts c, lateral (select id from tracks where id > c.after_id order by id limit ${songs}::int) t
    where c.after_id is not null group by c.after_id),
  found as (
    select word, sum(indexed)::int as songs, sum(spelt)::int as spelt
    from (
      select s.word, s.ndoc as indexed, 0 as spelt from slice, ts_stat(format(
        'select search_vector from tracks where id > %s and id <= %s', after_id, last_id)) s
      union all
      select s.word, 0, s.ndoc from slice, ts_stat(format(
        $texts$select to_tsvector('simple', fold_text(concat_ws(' ', artist, title, album, array_to_string(featured, ' '),
          search_notes, lyrics))) from tracks where id > %s and id <= %s$texts$, after_id, last_id)) s
    ) counts where length(word) <= ${MAX_LENGTH}::int group by word),
  added as (
    insert into catalogue_words as w (word, next_songs, next_spelt) select word, songs, spelt from found order by word
    on conflict (word) do update set next_songs = w.next_songs + excluded.next_songs,
      next_spelt = w.next_spelt + excluded.next_spelt)
  update catalogue_word_counts c set after_id = slice.last_id, next_songs = c.next_songs + slice.songs
  from slice returning slice.songs`;

const IS_COMPLETE = sql`(
  select after_id is not null and not exists (select 1 from tracks where id > after_id) from catalogue_word_counts)`;
const FORGET = sql`delete from catalogue_words where next_songs = 0 and next_spelt = 0 and ${IS_COMPLETE}`;
const PUBLISH = sql`
  update catalogue_words set songs = next_songs, spelt = next_spelt, next_songs = 0, next_spelt = 0 where ${IS_COMPLETE}`;
const END = sql`
  update catalogue_word_counts set songs = next_songs, next_songs = 0, after_id = null where ${IS_COMPLETE}`;

/** Counts the words of the next `songs` songs, if a count is due; returns how many it counted. */
export async function countNextWords(db: Sql, songs: number): Promise<number> {
  const results = await db.batch([LOCK, BEGIN, countNext(songs), FORGET, PUBLISH, END]);
  return Number(results[2]?.[0]?.songs ?? 0);
}
