import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../api/api-error.ts';
import type { Camera, Point, Size } from './camera.ts';
import { toMap } from './camera.ts';
import type { SongFinder } from './find-songs.ts';
import { MAP_SIDE, type SongMap } from './song-map.ts';
import { nameSongs } from './song-names.ts';

export interface MapLabel extends Point {
  key: string;
  text: string;
  isSong: boolean;
}

/** Where so few songs are in view, they are named too. */
const NAMED = 40;
/** A song's name stands below its point; in pixels. */
const BELOW = 14;

export const placeOnMap = ({ places }: SongMap, song: number): Point => ({
  x: (places[2 * song] ?? 0) / MAP_SIDE,
  y: (places[2 * song + 1] ?? 0) / MAP_SIDE,
});

const clusterLabels = ({ legend }: SongMap): MapLabel[] =>
  legend
    .toSorted((a, b) => b.songs - a.songs)
    .map(({ key, label, x, y }) => ({ key: `cluster ${key}`, text: label, isSong: false, x, y }));

/** The names of clusters, the largest first, and of the songs where few are in view. */
export function useLabels(
  map: SongMap,
  finder: SongFinder,
  view: { camera: Camera; size: Size } | null,
): readonly MapLabel[] {
  const [songs, setSongs] = useState<readonly MapLabel[]>([]);
  useEffect(() => {
    if (view === null) return;
    const { camera, size } = view;
    const corner = toMap(camera, size, { x: size.width, y: size.height });
    const inView = finder.inBox(toMap(camera, size, { x: 0, y: 0 }), corner);
    if (inView.length === 0 || inView.length > NAMED) return setSongs([]);
    const controller = new AbortController();
    const ids = inView.map((song) => map.ids[song] ?? 0);
    const lift = BELOW / Math.max(1, size.height / (corner.y - toMap(camera, size, { x: 0, y: 0 }).y));
    const name = async () => {
      try {
        const tracks = await nameSongs(ids, controller.signal);
        const places = new Map(inView.map((song) => [map.ids[song] ?? 0, placeOnMap(map, song)]));
        setSongs(
          tracks.flatMap(({ id, title }) => {
            const at = places.get(id);
            return at === undefined
              ? []
              : [{ key: `song ${id}`, text: title, isSong: true, x: at.x, y: at.y + lift }];
          }),
        );
      } catch (error) {
        // The points are there without names, and the list tells why there are none.
        if (!controller.signal.aborted && !(error instanceof ApiError)) throw error;
      }
    };
    void name();
    return () => controller.abort();
  }, [map, finder, view]);
  return [...songs.slice(0, NAMED), ...clusterLabels(map)];
}
