import type { ServiceContext } from '../../../context.ts';
import { findMapSongs } from '../../../db/queries/cluster-answers.ts';
import { findMap, type MapRow } from '../../../db/queries/cluster-builds.ts';
import { AppError } from '../../../lib/errors.ts';
import { clearSongs } from '../../../ml/clusters/map-layout.ts';

export interface StoredMap {
  /** Changes with the build and with the songs that left it. */
  tag: string;
  /** Null: the reader knows this map. */
  bytes: Uint8Array<ArrayBuffer> | null;
}

const tagOf = ({ id, data_hash, removed }: Omit<MapRow, 'map'>): string =>
  `${id}-${data_hash}-${removed.length}`;

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const noMap = (): AppError =>
  new AppError(
    'NOT_FOUND',
    'There is no map yet: `barline trends build` makes one from the vectors of the songs.',
  );

/**
 * The map of the current build in the layout of src/ml/clusters/map-layout.ts, without the songs that left it. Throws NOT_FOUND if there
 * is no build.
 */
export async function readMap(
  ctx: Pick<ServiceContext, 'sql'>,
  isKnown: (tag: string) => boolean,
): Promise<StoredMap> {
  const row = await findMap(ctx.sql, (found) => isKnown(tagOf(found)));
  if (row === null) throw noMap();
  if (row.map === null) return { tag: tagOf(row), bytes: null };
  const bytes = bytesOf(row.map);
  clearSongs(bytes, new Set(row.removed));
  return { tag: tagOf(row), bytes };
}

/** The songs of the map that are about a theme, or by an artist under any spelling. Throws NOT_FOUND if there is no build. */
export async function readMapSongs(
  ctx: Pick<ServiceContext, 'sql'>,
  filters: { artist: string | null; theme: string | null },
): Promise<{ build: number; ids: number[] }> {
  const found = await findMapSongs(ctx.sql, filters);
  if (found === null) throw noMap();
  return found;
}
