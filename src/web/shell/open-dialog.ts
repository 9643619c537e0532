/** `key`: to give a key; `keys`: what the keys of the keyboard do. */
export type DialogName = 'key' | 'keys';

type Listener = (name: DialogName | null) => void;
const listeners = new Set<Listener>();

/** Opens a dialog of the frame in place of another; null closes it. */
export function openDialog(name: DialogName | null): void {
  for (const listener of listeners) listener(name);
}

export function onDialog(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
