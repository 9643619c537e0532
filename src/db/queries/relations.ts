import { type Sql, sql } from '../client.ts';

export interface AlbumRow {
  id: number;
  genius_id: number | null;
  name: string;
  url: string | null;
  release_date: string | null;
}

export interface CreditRow {
  role: 'primary' | 'featured' | 'producer' | 'writer' | 'other';
  /** The source's name for the role, if the role is `other`; otherwise empty. */
  label: string;
  name: string;
  genius_id: number | null;
  /** Our own artist with that Genius id. */
  artist_id: number | null;
}

export interface RelatedRow {
  relation: string;
  genius_id: number;
  title: string;
  artist: string;
  url: string | null;
  /** Our own track with that Genius id. */
  track_id: number | null;
}

export interface TrackRelations {
  id: number;
  artist: string;
  title: string;
  album: AlbumRow | null;
  credits: CreditRow[];
  tags: string[];
  relations: RelatedRow[];
}

/** All facts from the source about a track except its text, in one statement; null if the track does not exist. */
export async function findTrackRelations(db: Sql, id: number): Promise<TrackRelations | null> {
  const rows = await db.query<TrackRelations>(sql`
    select t.id, t.artist, t.title,
      (select jsonb_build_object('id', a.id, 'genius_id', a.genius_id, 'name', a.name, 'url', a.url,
          'release_date', a.release_date::text)
        from albums a where a.id = t.album_id) as album,
      coalesce((
        select jsonb_agg(jsonb_build_object('role', c.role, 'label', c.label, 'name', c.name,
          'genius_id', c.genius_id, 'artist_id', a.id) order by c.position)
        from credits c left join artists a on a.genius_id = c.genius_id where c.track_id = t.id), '[]') as credits,
      coalesce((select jsonb_agg(g.tag order by g.tag) from track_tags g where g.track_id = t.id), '[]') as tags,
      coalesce((
        select jsonb_agg(jsonb_build_object('relation', r.relation, 'genius_id', r.related_genius_id,
          'title', coalesce(o.title, r.related_title), 'artist', coalesce(o.artist, r.related_artist),
          'url', coalesce(o.url, r.related_url), 'track_id', o.id) order by r.relation, r.related_genius_id)
        from track_relations r left join tracks o on o.genius_id = r.related_genius_id
        where r.track_id = t.id), '[]') as relations
    from tracks t where t.id = ${id}::int`);
  return rows[0] ?? null;
}
