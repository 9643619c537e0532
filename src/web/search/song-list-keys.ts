import type { RefObject } from 'preact';
import { useKeys } from '../parts/use-keys.ts';

/** Moves the focus to the song after or before the one that has it, with `j` and `k`; `more` is called past the last. */
export function useSongListKeys(list: RefObject<HTMLElement | null>, more?: () => void): void {
  const step = (by: 1 | -1) => {
    const songs = Array.from(list.current?.children ?? []);
    const at = songs.findIndex((song) => song.contains(document.activeElement));
    const next = at === -1 ? 0 : at + by;
    if (next >= songs.length) more?.();
    songs[next]?.querySelector<HTMLElement>('.hit-title a')?.focus();
  };
  useKeys('songs', { next: () => step(1), before: () => step(-1) });
}
