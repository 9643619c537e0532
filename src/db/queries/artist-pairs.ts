import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf } from '../rows.ts';

/** Two artists, and how many of each one's first words are compared; null: none. */
export interface ArtistPair {
  first: number;
  second: number;
  words: { first: number; second: number } | null;
}

export interface SongPair {
  first: { id: number; title: string };
  second: { id: number; title: string };
  similarity: number;
}

export interface ArtistPairRow {
  /** Cosine of the centroids; null if one has none of the same model. */
  lyrics_similarity: number | null;
  analysis_similarity: number | null;
  shared_words: number | null;
  /** The most similar songs, best first. */
  songs: SongPair[];
  first_songs: number;
  second_songs: number;
}

/** For an artist with more songs, only those nearest to the other artist are compared. */
export const MAX_COMPARED_SONGS = 100;
const LISTED_PAIRS = 40;

/** Songs of one artist, those nearest to the other's centre first; rows that share a text count as one. */
const songsOf = (artist: Statement, other: Statement): Statement => sql`
  select t.id, t.title, l2_normalize(t.lyrics_embedding) as vector
  from ${other} o join tracks t on t.embedding_model = o.lyrics_model join track_facets f on f.track_id = t.id
  where t.artist_id = (select artist_id from ${artist}) and f.original_id = f.track_id
  order by t.lyrics_embedding <=> o.lyrics_centroid, t.id limit ${MAX_COMPARED_SONGS}::int`;

function pairStatement({ first, second, words }: ArtistPair): Statement {
  const shared =
    words === null
      ? sql`null::int`
      : sql`(select count(*)::int from (
          select unnest(one.words[1:${words.first}::int]) intersect select unnest(two.words[1:${words.second}::int])
        ) shared)`;
  return sql`
    with one as materialized (select * from artist_profiles where artist_id = ${first}::int),
    two as materialized (select * from artist_profiles where artist_id = ${second}::int),
    mine as materialized (${songsOf(sql`one`, sql`two`)}),
    theirs as materialized (${songsOf(sql`two`, sql`one`)}),
    -- Without the vectors, which the sort would carry along.
    likeness as materialized (
      select m.id as mine, h.id as theirs, -(m.vector <#> h.vector) as similarity from mine m cross join theirs h),
    alike as (
      select row_number() over (order by l.similarity desc, l.mine, l.theirs) as place,
        jsonb_build_object('first', jsonb_build_object('id', m.id, 'title', m.title),
          'second', jsonb_build_object('id', h.id, 'title', h.title), 'similarity', l.similarity) as pair
      from (select * from likeness order by similarity desc, mine, theirs limit ${LISTED_PAIRS}::int) l
      join mine m on m.id = l.mine join theirs h on h.id = l.theirs)
    select
      case when one.lyrics_model = two.lyrics_model then 1 - (one.lyrics_centroid <=> two.lyrics_centroid) end
        as lyrics_similarity,
      case when one.analysis_model = two.analysis_model then 1 - (one.analysis_centroid <=> two.analysis_centroid) end
        as analysis_similarity,
      ${shared} as shared_words,
      coalesce((select jsonb_agg(pair order by place) from alike), '[]') as songs,
      (select count(*)::int from mine) as first_songs, (select count(*)::int from theirs) as second_songs
    from one, two`;
}

/** What each pair has in common, in the order of the pairs. Both profiles must exist. One round trip. */
export async function comparePairs(db: Sql, pairs: readonly ArtistPair[]): Promise<ArtistPairRow[]> {
  const results = await db.batch(pairs.map(pairStatement), { readOnly: true });
  return results.map((rows) => {
    const row = firstOf<ArtistPairRow>(rows);
    if (row === null) throw new Error('a profile that was just read no longer exists');
    return row;
  });
}
