import { type Sql, type Statement, sql } from '../client.ts';

/** Adds the tags that the track, an expression of its id, does not have yet. */
export const addTagsStatement = (trackId: Statement, tags: readonly string[]): Statement => sql`
  insert into track_tags (track_id, tag) select distinct ${trackId}, tag from unnest(${tags}::text[]) as tag
  on conflict do nothing`;

/** Adds tags to a track that is not from a source with tags of its own. */
export async function addTags(db: Sql, p: { trackId: number; tags: readonly string[] }): Promise<void> {
  await db.query(addTagsStatement(sql`${p.trackId}::int`, p.tags));
}
