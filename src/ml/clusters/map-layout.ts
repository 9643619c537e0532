/** A song on the map: coordinates from 0 to 65,535. */
export interface MapPoint {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** The key of its cluster, 0 to 255. */
  readonly cluster: number;
  /** Null: unknown. */
  readonly year: number | null;
}

export interface SongMap {
  readonly build: number;
  readonly points: readonly MapPoint[];
  /** What the clusters are called; any JSON value. */
  readonly legend: unknown;
}

/**
 * The layout of version 1, all numbers little-endian:
 *
 * | byte | holds |
 * |---|---|
 * | 0 | `BLM1` |
 * | 4 | u32 number of the build |
 * | 8 | u32 n, points |
 * | 12 | u32 g, cells of a side of the grid |
 * | 16 | u32 length of the legend in bytes |
 * | 20 | u32 `[g * g + 1]` the index: the first point of each cell, row by row; the last entry is n |
 * | then | u32 `[n]` ids of songs; 0: removed since the build |
 * | | u16 `[n]` x, then u16 `[n]` y, from 0 to 65,535; a cell is 65,536 / g wide |
 * | | u8 `[n]` clusters, then u8 `[n]` years less 1900; 0: unknown |
 * | | the legend, JSON in UTF-8 |
 */
const MAGIC = [0x42, 0x4c, 0x4d, 0x31];
const HEAD = 20;
const GRID = 64;
const CELL = 65_536 / GRID;
const FIRST_YEAR = 1900;

const cellOf = ({ x, y }: MapPoint): number => Math.floor(y / CELL) * GRID + Math.floor(x / CELL);

const yearByte = (year: number | null): number =>
  year === null || year <= FIRST_YEAR || year > FIRST_YEAR + 255 ? 0 : year - FIRST_YEAR;

/** Where the parts of a map of `n` points begin. */
function placesOf(n: number, grid: number) {
  const ids = HEAD + 4 * (grid * grid + 1);
  const x = ids + 4 * n;
  const y = x + 2 * n;
  const clusters = y + 2 * n;
  const years = clusters + n;
  return { ids, x, y, clusters, years, legend: years + n };
}

/** The map as bytes. Points are ordered by cell, then by id. */
export function encodeMap({ build, points, legend }: SongMap): Uint8Array<ArrayBuffer> {
  const told = new TextEncoder().encode(JSON.stringify(legend));
  const sorted = points.toSorted((a, b) => cellOf(a) - cellOf(b) || a.id - b.id);
  const at = placesOf(sorted.length, GRID);
  const bytes = new Uint8Array(at.legend + told.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  for (const [i, value] of [build, sorted.length, GRID, told.length].entries())
    view.setUint32(4 + 4 * i, value, true);
  const counts = new Uint32Array(GRID * GRID + 1);
  for (const point of sorted) counts[cellOf(point) + 1] = (counts[cellOf(point) + 1] ?? 0) + 1;
  let first = 0;
  for (const [cell, count] of counts.entries()) {
    first += count;
    view.setUint32(HEAD + 4 * cell, first, true);
  }
  for (const [i, { id, x, y, cluster, year }] of sorted.entries()) {
    view.setUint32(at.ids + 4 * i, id, true);
    view.setUint16(at.x + 2 * i, x, true);
    view.setUint16(at.y + 2 * i, y, true);
    bytes[at.clusters + i] = cluster;
    bytes[at.years + i] = yearByte(year);
  }
  bytes.set(told, at.legend);
  return bytes;
}

function headOf(bytes: Uint8Array): { view: DataView; n: number; grid: number; told: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || MAGIC.some((byte, i) => bytes[i] !== byte))
    throw new Error('not a map of version 1');
  const [n, grid, told] = [view.getUint32(8, true), view.getUint32(12, true), view.getUint32(16, true)];
  if (placesOf(n, grid).legend + told !== bytes.length)
    throw new Error('the map has another length than it says');
  return { view, n, grid, told };
}

/** Sets the ids of these songs to 0, in place. */
export function clearSongs(bytes: Uint8Array, removed: ReadonlySet<number>): void {
  if (removed.size === 0) return;
  const { view, n, grid } = headOf(bytes);
  const { ids } = placesOf(n, grid);
  for (let i = 0; i < n; i++)
    if (removed.has(view.getUint32(ids + 4 * i, true))) view.setUint32(ids + 4 * i, 0, true);
}

/** Reads a map. Throws if the bytes are not one. */
export function decodeMap(bytes: Uint8Array): SongMap {
  const { view, n, grid, told } = headOf(bytes);
  const at = placesOf(n, grid);
  const points = Array.from({ length: n }, (_, i) => {
    const year = bytes[at.years + i] ?? 0;
    return {
      id: view.getUint32(at.ids + 4 * i, true),
      x: view.getUint16(at.x + 2 * i, true),
      y: view.getUint16(at.y + 2 * i, true),
      cluster: bytes[at.clusters + i] ?? 0,
      year: year === 0 ? null : FIRST_YEAR + year,
    };
  });
  const legend: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(at.legend, at.legend + told)));
  return { build: view.getUint32(4, true), points, legend };
}
