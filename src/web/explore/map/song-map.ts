/** A cluster as the map names it. */
export interface MapCluster {
  key: number;
  label: string;
  /** #rrggbb, the same in every build that finds the cluster again. */
  colour: string;
  songs: number;
  /** Its middle, 0-1. */
  x: number;
  y: number;
}

/** All songs of the map, one place of each array a song. */
export interface SongMap {
  readonly build: number;
  readonly count: number;
  readonly ids: Uint32Array;
  /** x and y in turn, 0 to 65,535. */
  readonly places: Uint16Array;
  readonly clusters: Uint8Array;
  /** 0: unknown. */
  readonly years: Uint16Array;
  readonly legend: readonly MapCluster[];
}

export const MAP_SIDE = 65_535;
const MAGIC = 'BLM1';
const HEAD = 20;
const FIRST_YEAR = 1900;

interface LegendEntry {
  cluster: number;
  label: string;
  colour: string;
  songs: number;
  x: number;
  y: number;
}

function readLegend(bytes: Uint8Array): MapCluster[] {
  const entries: LegendEntry[] = JSON.parse(new TextDecoder().decode(bytes));
  return entries.map(({ cluster, x, y, ...rest }) => ({
    ...rest,
    key: cluster,
    x: x / MAP_SIDE,
    y: y / MAP_SIDE,
  }));
}

/**
 * Reads the bytes of `GET /trends/map`, without the songs that were removed since the build. Throws RangeError where they are
 * not such a map.
 */
export function readSongMap(buffer: ArrayBuffer): SongMap {
  const view = new DataView(buffer);
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, 4));
  if (magic !== MAGIC) throw new RangeError(`The map begins with ${magic}`);
  const [build, n, grid, legendLength] = [4, 8, 12, 16].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
  ];
  const idsAt = HEAD + 4 * (grid * grid + 1);
  const xAt = idsAt + 4 * n;
  const yAt = xAt + 2 * n;
  const clustersAt = yAt + 2 * n;
  const yearsAt = clustersAt + n;
  const legendAt = yearsAt + n;
  if (buffer.byteLength < legendAt + legendLength) throw new RangeError('The map is cut off');
  const bytes = new Uint8Array(buffer);
  const kept: number[] = [];
  for (let i = 0; i < n; i++) if (view.getUint32(idsAt + 4 * i, true) !== 0) kept.push(i);
  const count = kept.length;
  const places = new Uint16Array(2 * count);
  for (const [to, from] of kept.entries()) {
    places[2 * to] = view.getUint16(xAt + 2 * from, true);
    places[2 * to + 1] = view.getUint16(yAt + 2 * from, true);
  }
  return {
    build,
    count,
    ids: Uint32Array.from(kept, (from) => view.getUint32(idsAt + 4 * from, true)),
    places,
    clusters: Uint8Array.from(kept, (from) => bytes[clustersAt + from] ?? 0),
    years: Uint16Array.from(kept, (from) => {
      const year = bytes[yearsAt + from] ?? 0;
      return year === 0 ? 0 : year + FIRST_YEAR;
    }),
    legend: readLegend(bytes.subarray(legendAt, legendAt + legendLength)),
  };
}
