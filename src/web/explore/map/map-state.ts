import { type Camera, type Point, readCamera, writeCamera } from './camera.ts';

export const COLOURINGS = ['cluster', 'year', 'theme', 'artist'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** What the map shows, as its address says it. */
export interface MapState {
  by: Colouring;
  /** Keys of the groups that stand out; none: all of them. */
  picked: readonly string[];
  camera: Camera | null;
  /** The song whose card is kept. */
  song: number | null;
  /** The group whose songs are listed. */
  list: string | null;
  /** The outline that was drawn, whose songs are listed. */
  around: readonly Point[] | null;
}

export const MAP_PATH = '/app/explore/map';
/** More tones could not be told apart. */
export const MOST_PICKED = 5;
const MOST_CORNERS = 40;
const LONGEST_KEY = 300;

function readOutline(text: string | null): Point[] | null {
  if (text === null) return null;
  const points = text
    .split('_')
    .slice(0, MOST_CORNERS)
    .map((pair) => pair.split(',').map(Number))
    .flatMap(([x, y]) => (x !== undefined && y !== undefined && Number.isFinite(x + y) ? [{ x, y }] : []));
  return points.length < 3 ? null : points;
}

export function readMapState(search: string): MapState {
  const params = new URLSearchParams(search);
  const keys = params.getAll('pick').filter((key) => key !== '' && key.length <= LONGEST_KEY);
  const song = Number(params.get('song'));
  return {
    by: COLOURINGS.find((by) => by === params.get('by')) ?? 'cluster',
    picked: [...new Set(keys)].slice(0, MOST_PICKED),
    camera: readCamera(params.get('at')),
    song: Number.isSafeInteger(song) && song > 0 ? song : null,
    list: params.get('list'),
    around: readOutline(params.get('around')),
  };
}

export function mapHref({ by, picked, camera, song, list, around }: MapState): string {
  const params = new URLSearchParams();
  if (by !== 'cluster') params.set('by', by);
  for (const key of picked) params.append('pick', key);
  if (list !== null) params.set('list', list);
  if (around !== null)
    params.set('around', around.map(({ x, y }) => `${+x.toFixed(4)},${+y.toFixed(4)}`).join('_'));
  if (song !== null) params.set('song', String(song));
  if (camera !== null) params.set('at', writeCamera(camera));
  const query = params.toString().replaceAll('%2C', ',');
  return query === '' ? MAP_PATH : `${MAP_PATH}?${query}`;
}

/** The outline with no more corners than an address holds well. */
export function simplified(outline: readonly Point[]): Point[] {
  const step = Math.max(1, Math.ceil(outline.length / MOST_CORNERS));
  return outline.filter((_, i) => i % step === 0);
}
