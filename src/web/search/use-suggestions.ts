import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { getJson } from '../api/get-json.ts';
import type { ArtistList, TrackList } from '../api/types.ts';
import { yearOf } from '../text/format.ts';
import { searchText } from '../text/search.ts';

export interface Suggestion {
  href: string;
  name: string;
  about: string;
}

export interface Suggestions {
  /** The text that they are for. */
  text: string;
  items: readonly Suggestion[];
  isFailed: boolean;
}

/** The API compares no shorter names. */
const SHORTEST = 3;
const LONGEST = 100;
const SONGS = 6;
const ARTISTS = 3;
/** Long enough that a word typed quickly is one request. */
const SETTLE_MS = 120;
const TIMEOUT_MS = 5_000;

async function suggest(text: string, signal: AbortSignal): Promise<Suggestion[]> {
  const name = encodeURIComponent(text);
  const options = { signal, timeoutMs: TIMEOUT_MS };
  const [artists, songs] = await Promise.all([
    getJson<ArtistList>(`/artists?name=${name}&sort=tracks&limit=${ARTISTS}`, options),
    getJson<TrackList>(`/tracks?name=${name}&limit=${SONGS}`, options),
  ]);
  return [
    ...artists.items.map(({ id, name, tracks }) => ({
      href: `/app/artists/${id}`,
      name,
      about: searchText.suggestions.artist(tracks),
    })),
    ...songs.items.map(({ id, title, artist, release_date }) => ({
      href: `/app/tracks/${id}`,
      name: title,
      about: [artist, yearOf(release_date)].filter(Boolean).join(' · '),
    })),
  ];
}

/** Titles and artists that hold what is typed; null before anything is, and for texts that are no name. */
export function useSuggestions(typed: string | null): Suggestions | null {
  const [found, setFound] = useState<Suggestions | null>(null);
  const text = typed?.trim() ?? '';
  const isName = text.length >= SHORTEST && text.length <= LONGEST && !/["“”\n]/.test(text);
  useEffect(() => {
    if (!isName) return setFound(null);
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const items = await suggest(text, controller.signal);
        setFound({ text, items, isFailed: false });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setFound({ text, items: [], isFailed: true });
      }
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [isName ? text : '']);
  return isName ? found : null;
}
