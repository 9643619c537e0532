import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { type ArtistSort, KEY_LETTERS, listArtists as queryArtists } from '../../db/queries/artist-list.ts';
import { decodeCursor, keyId, keyInteger, keyText, listName } from '../../lib/cursor.ts';
import { toPage } from '../../lib/page.ts';

/** Cursor fields: the last track that was counted, the artist's number of tracks, the name's key, the artist's id. */
const artistKey = z.tuple([keyInteger, keyInteger, keyText(KEY_LETTERS), keyId]);

export interface ListArtistsInput {
  name: string | null;
  sort: ArtistSort;
  limit: number;
  cursor: string | null;
}

/** A page of artists. A cursor is valid only for the same name filter and order. Throws INVALID_CURSOR. */
export async function listArtists(ctx: Pick<ServiceContext, 'sql'>, input: ListArtistsInput) {
  const { name, sort, limit, cursor } = input;
  const list = await listName('artists', [sort, name]);
  const key = cursor === null ? null : decodeCursor(list, cursor, artistKey);
  const after = key === null ? null : { lastTrackId: key[0], tracks: key[1], nameKey: key[2], id: key[3] };
  const rows = await queryArtists(ctx.sql, { name, sort, limit: limit + 1, after });
  const page = toPage(rows, limit, list, (row) => [row.last_track_id, row.tracks, row.name_key, row.id]);
  return { ...page, items: page.items.map(({ name_key: _, last_track_id: __, ...artist }) => artist) };
}
