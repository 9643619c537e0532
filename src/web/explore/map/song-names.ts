import { getJson } from '../../api/get-json.ts';
import type { Track } from '../../api/types.ts';

/** Songs that one request names. */
const AT_ONCE = 100;
const known = new Map<number, Track>();

/** The songs of these ids that the API knows, in the order of the ids. Those named before are not asked for again. */
export async function nameSongs(ids: readonly number[], signal: AbortSignal): Promise<Track[]> {
  const unknown = ids.filter((id) => !known.has(id)).slice(0, AT_ONCE);
  if (unknown.length > 0) {
    const { items } = await getJson<{ items: Track[] }>(`/tracks?limit=${AT_ONCE}&ids=${unknown.join()}`, {
      signal,
    });
    for (const track of items) known.set(track.id, track);
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}
