import { useMemo } from 'preact/hooks';
import { getJson } from '../../api/get-json.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { Members } from './groups.ts';
import type { MapState } from './map-state.ts';
import type { SongMap } from './song-map.ts';

interface MapSongs {
  ids: number[];
}

const known = new Map<string, readonly number[]>();

async function askMembers(path: string, signal: AbortSignal): Promise<readonly number[]> {
  const before = known.get(path);
  if (before !== undefined) return before;
  const { ids } = await getJson<MapSongs>(path, { signal });
  known.set(path, ids);
  return ids;
}

const NONE: Members = new Map();

/** Which songs of the map have the picked themes or are by the picked artists. */
export function useMembers(map: SongMap, { by, picked }: Pick<MapState, 'by' | 'picked'>) {
  const isAsked = (by === 'theme' || by === 'artist') && picked.length > 0;
  const paths = picked.map((key) => `/trends/map/songs?${new URLSearchParams({ [by]: key })}`);
  const answer = useAnswer(isAsked ? `${map.build} ${paths.join(' ')}` : null, async (signal) => ({
    keys: picked,
    lists: await Promise.all(paths.map((path) => askMembers(path, signal))),
  }));
  const placeOf = useMemo(() => new Map(Array.from(map.ids, (id, place) => [id, place] as const)), [map]);
  const { data } = answer;
  const members = useMemo(() => {
    if (!isAsked || data === null) return NONE;
    const placesOf = (ids: readonly number[] = []) =>
      ids.flatMap((id) => {
        const place = placeOf.get(id);
        return place === undefined ? [] : [place];
      });
    return new Map(data.keys.map((key, at) => [key, placesOf(data.lists[at])]));
  }, [placeOf, data, isAsked]);
  return { members, placeOf, error: answer.error, isLoading: answer.isLoading, retry: answer.retry };
}
