import { useEffect, useState } from 'preact/hooks';

/** Songs that the reader likes and dislikes, by id, the last chosen last. They stay in this browser. */
export interface Taste {
  liked: readonly number[];
  disliked: readonly number[];
}

export type Opinion = keyof Taste;

const STORED_AS = 'barline-taste';
/** As many as the API compares. */
const MOST = 50;
const NONE: Taste = { liked: [], disliked: [] };

const idsOf = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((id) => Number.isSafeInteger(id) && id > 0).slice(-MOST) : [];

function readStored(): Taste {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return NONE;
    const { liked, disliked } = stored as Partial<Record<Opinion, unknown>>;
    return { liked: idsOf(liked), disliked: idsOf(disliked) };
  } catch {
    return NONE;
  }
}

let current: Taste | null = null;
const listeners = new Set<(taste: Taste) => void>();

const currentTaste = (): Taste => (current ??= readStored());

function setTaste(taste: Taste): void {
  current = taste;
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(taste));
  } catch {
    // Where storage is full or refused, the taste lasts as long as the page.
  }
  for (const listener of listeners) listener(taste);
}

/** The taste after a song was chosen for an opinion; the same choice again takes it back, the other one moves it. */
export function withOpinion(taste: Taste, id: number, opinion: Opinion): Taste {
  const had = taste[opinion].includes(id);
  const without = {
    liked: taste.liked.filter((one) => one !== id),
    disliked: taste.disliked.filter((one) => one !== id),
  };
  return had ? without : { ...without, [opinion]: [...without[opinion], id].slice(-MOST) };
}

export const giveOpinion = (id: number, opinion: Opinion): void =>
  setTaste(withOpinion(currentTaste(), id, opinion));

export const clearTaste = (): void => setTaste(NONE);

/** The taste now; the component is drawn again when it changes, also in another tab. */
export function useTaste(): Taste {
  const [taste, show] = useState(currentTaste);
  useEffect(() => {
    const follow = ({ key }: StorageEvent) => {
      if (key !== STORED_AS) return;
      current = readStored();
      for (const listener of listeners) listener(current);
    };
    listeners.add(show);
    window.addEventListener('storage', follow);
    return () => {
      listeners.delete(show);
      window.removeEventListener('storage', follow);
    };
  }, []);
  return taste;
}
