import { useEffect, useState } from 'preact/hooks';

/** The key of this tab. It ends with the tab: a key that others could find tomorrow is stored nowhere. */
const STORED_AS = 'barline-key';

type Listener = (key: string | null) => void;
const listeners = new Set<Listener>();

function readStored(): string | null {
  try {
    return sessionStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

let current = readStored();

export const currentKey = (): string | null => current;

/** Uses another key for all further requests, or none. Where storage is refused it lasts until the page is reloaded. */
export function setKey(key: string | null): void {
  current = key;
  try {
    if (key === null) sessionStorage.removeItem(STORED_AS);
    else sessionStorage.setItem(STORED_AS, key);
  } catch {
    // Kept in memory alone.
  }
  for (const listener of listeners) listener(key);
}

/** The key in use; the component is drawn again when it changes. */
export function useKey(): string | null {
  const [key, show] = useState(currentKey);
  useEffect(() => {
    show(currentKey());
    listeners.add(show);
    return () => {
      listeners.delete(show);
    };
  }, []);
  return key;
}

/** The headers that a request needs to be let in. */
export const keyHeaders = (): Record<string, string> =>
  current === null ? {} : { authorization: `Bearer ${current}` };
