import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../api/api-error.ts';
import type { Track } from '../../api/types.ts';
import { nameSongs } from './song-names.ts';

export type NamedSong =
  | { status: 'none' | 'loading' | 'gone' }
  | { status: 'failed'; error: ApiError }
  | { status: 'ready'; track: Track };

/** A pointer passes over many songs; one that it rests on is asked for. */
const REST_MS = 90;

/** What a song is called, asked for when it stays the one for a moment. */
export function useSong(id: number | null): NamedSong {
  const [named, setNamed] = useState<NamedSong & { id: number | null }>({ id: null, status: 'none' });
  useEffect(() => {
    if (id === null) return;
    const controller = new AbortController();
    const ask = async () => {
      try {
        const [track] = await nameSongs([id], controller.signal);
        setNamed(track === undefined ? { id, status: 'gone' } : { id, status: 'ready', track });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setNamed({ id, status: 'failed', error });
      }
    };
    const timer = setTimeout(ask, REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [id]);
  if (id === null) return { status: 'none' };
  return named.id === id ? named : { status: 'loading' };
}
