import { constant, type Statement, sql } from '../client.ts';
import type { LexicalQuery } from './lexical-matches.ts';
import { passesFilters, type TrackScope, trackConditions } from './track-scope.ts';

/** Share of a query's trigrams that a name must contain to be compared with it, at least. */
const MIN_WORD_SIMILARITY = 0.5;
/** Trigrams that two errors change; of a longer query a name must contain all others. */
const MISSED_TRIGRAMS = 6;
const MAX_NAMES = 200;
/** An artist's songs are all alike if only the artist is. */
const MAX_NEAR_NAMES = 50;
/** Names that are less like the query are not meant. */
export const MIN_LIKENESS = 0.5;

/** From this tier on a query is a name as it is written, and names that are only like it are not meant. */
const NAMED_TIER = 2;

/** Settings that the tables below rely on. A text has about as many trigrams as characters. */
export function nameSettings({ names: [text = ''] }: Pick<LexicalQuery, 'names'>): Statement {
  const needed = Math.max(MIN_WORD_SIMILARITY, 1 - MISSED_TRIGRAMS / Math.max(1, text.length));
  return sql`set_config('pg_trgm.word_similarity_threshold', ${needed.toFixed(2)}, true)`;
}

const NAME = sql`fold_text(t.artist || ' ' || t.title)`;

type NamesAsked = Pick<LexicalQuery, 'names' | 'nearNames'>;

const NO_NAMES = sql`
  keys as materialized (select null::text as text, '{}'::text[] as list),
  named as materialized (select null::int as id, null::int as tier, null::float8 as likeness where false)`;

/** Shorter beginnings are those of too many names. */
const MIN_BEGINNING = 3;

/** Whether a name of a song begins with the text: somebody is still typing it, and its last word is not misspelt. */
export const beginsName = (text: string): Statement => sql`exists (
  select 1 from tracks t, unnest(t.name_keys[1:8]) name
  where fold_text(${text}::text) <% ${NAME} and length(name_key(${text}::text)) >= ${MIN_BEGINNING}::int
    and starts_with(name, name_key(${text}::text)))`;

/** How a song is named by the query: the tiers of `name_keys` (migration search_documents), the better the higher. */
const TIER = sql`case
    when place <= 3 then 4
    when place <= 6 then 3
    when place between 9 and 8 + cardinality(t.featured) then 3
    when place = 8 then 2
    when place = 7 then 2
    else 1 end`;

/**
 * Common tables `keys(text, list)`, the texts as names are compared, and `named(id, tier, likeness)`: songs whose artist or title, or both, one of the texts is or
 * nearly is. `tier`: 4 artist and title, 3 title, artist and title without its version, or artist and featured artist,
 * 2 artist, or title without its version, 1 featured artist, 0 none exactly. `likeness` (0-1): trigrams in common with
 * the nearest of the names, or the part that was typed of the shortest name that begins so.
 */
export function nameTables({ names: texts, nearNames }: NamesAsked, scope: TrackScope): Statement {
  const [text] = texts;
  if (text === undefined) return NO_NAMES;
  const inScope = sql`${trackConditions(scope)} and ${passesFilters(scope)}`;
  return sql`
    keys as materialized (
      select fold_text(${text}::text) as text, array(select name_key(one) from unnest(${texts}::text[]) one) as list),
    exactly as materialized (
      select t.id, max(${TIER}) as tier
      from keys, tracks t cross join lateral (
        select array_position(t.name_keys, key) as place from keys k, unnest(k.list) key
      ) found
      where t.name_keys && (select list from keys) and place is not null and ${inScope}
      group by t.id order by 2 desc, 1 limit ${constant(MAX_NAMES)}),
    nearly as materialized (
      select t.id, t.name_keys, t.artist, t.title, word_similarity(keys.text, ${NAME}) as alike
      from keys, tracks t
      where ${nearNames} and not exists (select 1 from exactly where tier >= ${NAMED_TIER}::int)
        and keys.text <% ${NAME} and ${inScope}
      order by alike desc, t.id limit ${constant(MAX_NEAR_NAMES)}),
    compared as materialized (
      select nearly.id, greatest(similarity(keys.text, fold_text(artist)), similarity(keys.text, fold_text(title)),
        similarity(keys.text, fold_text(artist || ' ' || title)),
        (select 0.5 + 0.5 * length(typed) / min(length(name)) from unnest(name_keys[1:8]) name, unnest(keys.list) typed
          where length(typed) >= ${constant(MIN_BEGINNING)} and starts_with(name, typed) group by typed order by 1 desc limit 1)) as likeness
      from nearly, keys),
    named as materialized (
      select coalesce(e.id, c.id) as id, coalesce(e.tier, 0) as tier,
        case when e.tier is not null then 1 else c.likeness end::float8 as likeness
      from exactly e full join compared c on c.id = e.id
      where e.id is not null or c.likeness > ${MIN_LIKENESS}::float8)`;
}
