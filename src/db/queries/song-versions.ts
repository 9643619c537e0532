import { type Statement, sql } from '../client.ts';

/** Whether the query is the beginning of a version's name and ends inside its note: "copper wire (rem". */
const IS_BEGUN = sql`name_keys[7] <> name_keys[6] and exists (
  select 1 from keys k, unnest(k.list) typed
  where starts_with(name_keys[6], typed) and length(typed) > length(name_keys[7])
    or starts_with(name_keys[1], typed) and length(typed) > length(name_keys[4]))`;

/**
 * Whether `tracks t` is a version by its title ("(Remix)"), and whether the query holds a word of that note, or ends
 * inside it.
 */
function versionColumns(words: readonly string[]): Statement {
  return sql`name_keys[7] <> name_keys[6] as is_version, name_keys[8] || ' ' || name_keys[7] as work,
    ${IS_BEGUN} as is_begun, name_keys[7] <> name_keys[6]
      and tsvector_to_array(to_tsvector('simple', fold_text(replace(title, bare_name(title), '')))) && ${words}::text[]
      as is_asked`;
}

/** Ranks of the versions of one song: how exactly the query names them, then whether the title is without a note. */
const VERSION_ORDER = sql`coalesce(s.tier, 0) desc, t.is_begun desc, t.is_version, s.id <> f.original_id,
  by_words + by_meaning + by_name desc, s.id`;

/**
 * Common tables that end in `scores`: of `scored`, one row a song (the version to show) with the best `score` of its
 * versions. `nameTables` must precede them.
 *
 * @param words of the query
 */
export const versionTables = (words: readonly string[]): Statement => sql`
    -- One hit a song: the version that is asked for, otherwise the original, with the best score of them.
    folded as (
      select distinct on (f.original_id) s.*, f.original_id, t.*,
        max(by_words + by_meaning + by_name) over (partition by f.original_id) as best
      -- The offset keeps these look-ups of each: joined as a whole, all tracks would be read.
      from scored s
      cross join lateral (select original_id from track_facets where track_id = s.id offset 0) f
      cross join lateral (select ${versionColumns(words)} from tracks where id = s.id offset 0) t
      order by f.original_id, ${VERSION_ORDER}),
    -- A version that is a song of its own stands before its original only if it is asked for.
    scores as (
      select *, case when is_version then best
        else greatest(best, max(best) filter (where is_version and not (is_asked or is_begun)) over (partition by work)) end as score
      from folded)`;
