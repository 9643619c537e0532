import KDBush from 'kdbush';
import type { Point } from './camera.ts';
import { MAP_SIDE, type SongMap } from './song-map.ts';

/** Finds songs of a map by their places. */
export interface SongFinder {
  /** The place of the nearest song within a distance on the map; null without one. */
  nearest(at: Point, distance: number): number | null;
  /** The places of the songs within a box. */
  inBox(from: Point, to: Point): number[];
  /** The places of the songs within a drawn outline, which is closed by a straight line. */
  inOutline(outline: readonly Point[]): number[];
}

export function createFinder({ count, places }: SongMap): SongFinder {
  const index = new KDBush(count, 64, Uint16Array);
  for (let i = 0; i < count; i++) index.add(places[2 * i] ?? 0, places[2 * i + 1] ?? 0);
  index.finish();
  const placeOf = (i: number): Point => ({
    x: (places[2 * i] ?? 0) / MAP_SIDE,
    y: (places[2 * i + 1] ?? 0) / MAP_SIDE,
  });
  const inBox = (from: Point, to: Point) =>
    index.range(from.x * MAP_SIDE, from.y * MAP_SIDE, to.x * MAP_SIDE, to.y * MAP_SIDE);
  return {
    inBox,
    nearest(at, distance) {
      let best: number | null = null;
      let least = Number.POSITIVE_INFINITY;
      for (const i of index.within(at.x * MAP_SIDE, at.y * MAP_SIDE, distance * MAP_SIDE)) {
        const { x, y } = placeOf(i);
        const far = (x - at.x) ** 2 + (y - at.y) ** 2;
        if (far < least) [best, least] = [i, far];
      }
      return best;
    },
    inOutline(outline) {
      if (outline.length < 3) return [];
      const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)];
      const from = { x: Math.min(...xs), y: Math.min(...ys) };
      const to = { x: Math.max(...xs), y: Math.max(...ys) };
      return inBox(from, to).filter((i) => isInside(outline, placeOf(i)));
    },
  };
}

/** Whether a ray from the point to the right crosses the outline an odd number of times. */
function isInside(outline: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  let before = outline.at(-1);
  for (const after of outline) {
    if (before !== undefined && before.y > y !== after.y > y) {
      const crossing = before.x + ((y - before.y) / (after.y - before.y)) * (after.x - before.x);
      if (x < crossing) inside = !inside;
    }
    before = after;
  }
  return inside;
}
