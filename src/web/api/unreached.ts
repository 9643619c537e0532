type Listener = () => void;

const listeners = new Set<Listener>();

/** Calls `listener` whenever a request of the page got no answer. Gives what ends that. */
export function onUnreached(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellUnreached(): void {
  for (const listener of listeners) listener();
}
