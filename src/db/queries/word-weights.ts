import { constant, join, type Statement, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';
import type { LexicalQuery } from './lexical-matches.ts';
import { type TrackScope, trackConditions } from './track-scope.ts';

/** Words looked for; of a longer text the rarest are used. */
const MAX_GROUPS = 24;
/** What a word weighs that only belongs to the theme or mood that is asked for. */
const RELATED_SHARE = 0.2;
/** A word that is not among the counted ones is counted through the index, up to here. */
const MAX_COUNTED = 300;

type WordsAsked = Pick<LexicalQuery, 'words' | 'labels' | 'related' | 'languages'>;

const stemsIn = (languages: readonly string[]): Statement =>
  join(
    languages.map((name) => sql`tsvector_to_array(to_tsvector(${name}::regconfig, fold_text(word)))`),
    ' || ',
  );

const labelsIn = (labels: Readonly<Record<string, string>>): Statement =>
  sql`tsvector_to_array(to_tsvector('english', coalesce(${toStorableJson(labels)}::jsonb ->> word, '')))`;

/**
 * Common tables `spelt(place, stems)`, the words in their order, and `groups(place, stems, size, share, query, songs, idf)`: the rarest different words, each as a text
 * search query for its stems in the given languages (the first decides what is a stop word), with the number of songs
 * that hold it and BM25's inverse document frequency (Robertson and Zaragoza 2009, https://doi.org/10.1561/1500000019).
 * Words that `catalogue_words` knows are looked up there, the others (all, in a new catalogue) counted through the index.
 */
export function wordTables({ words, labels, related, languages }: WordsAsked, scope: TrackScope): Statement {
  const [first = 'simple'] = languages;
  return sql`
    spelt as materialized (
      select place, stems
      from (
        select place, array(select distinct unnest(${stemsIn([first])})) as content,
          array(select distinct unnest(${stemsIn(languages)} || ${labelsIn(labels)})) as stems
        from unnest(${words}::text[]) with ordinality given(word, place)
      ) typed where content <> '{}'),
    asked as materialized (
      select min(place) as place, stems, cardinality(stems) as size, max(share) as share,
        (select string_agg(quote_literal(stem), ' | ') from unnest(stems) stem)::tsquery as query
      from (
        select place, stems, 1 as share from spelt
        union all
        select null, array(select distinct unnest(${stemsIn(['english'])})), ${RELATED_SHARE}::float8
        from unnest(${related}::text[]) word
      ) all_words where stems <> '{}' group by stems),
    catalogue as materialized (
      select case when reltuples > 0 then reltuples when counted > 0 then counted
        else coalesce(${scope.lastId}::int, (select max(id) from tracks), 0) end as songs
      from pg_class, (select greatest(songs, next_songs) as counted from catalogue_word_counts) c
      where oid = 'tracks'::regclass),
    common as materialized (
      -- By the count that saw more songs: the complete one, or the one under way.
      select word as stem, case when c.songs >= c.next_songs then w.songs::float8 / nullif(c.songs, 0)
        else w.next_songs::float8 / c.next_songs end as share
      from catalogue_words w, catalogue_word_counts c where word = any (array(select unnest(stems) from asked))),
    counted_words as materialized (
      select a.place, a.stems, a.size, a.share, a.query, greatest(
        (select max(share) * (select songs from catalogue) from common where share > 0 and stem = any (a.stems)),
        case when not exists (select 1 from common where share > 0 and stem = any (a.stems)) then
          (select count(*) from (
            select 1 from tracks t where t.search_vector @@ a.query and ${trackConditions(scope)}
            limit ${constant(MAX_COUNTED)}) some_songs)
        end) as songs
      from asked a),
    groups as materialized (
      select place, stems, size, share, query, songs, ln(1 + (greatest(c.total, songs) - songs + 0.5) / (songs + 0.5)) as idf
      from counted_words, (select songs as total from catalogue) c
      order by share desc, songs, place limit ${constant(MAX_GROUPS)})`;
}
