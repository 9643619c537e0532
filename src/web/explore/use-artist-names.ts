import { useEffect, useState } from 'preact/hooks';
import { getJson } from '../api/get-json.ts';
import { useAnswer } from '../api/use-answer.ts';

export interface NamedArtist {
  id: number;
  name: string;
  tracks: number;
}

const PAUSE_MS = 150;
const LEAST_LETTERS = 2;
const OFFERED = 8;

/** What was last typed, once the reader pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

/** Artists whose names are like what is typed; none where they cannot be asked for, since a name can be written in full. */
export function useArtistNames(typed: string): readonly NamedArtist[] {
  const name = usePaused(typed.trim());
  const path = `/artists?${new URLSearchParams({ name, sort: 'tracks', limit: String(OFFERED) })}`;
  const isAsked = name.length >= LEAST_LETTERS;
  const { data } = useAnswer(isAsked ? path : null, (signal) =>
    getJson<{ items: NamedArtist[] }>(path, { signal }),
  );
  return isAsked ? (data?.items ?? []) : [];
}
