import type { SharedState } from '../../src/lib/resilience/shared-state.ts';

/** The same state with simulated latency: every operation waits one turn of the event loop. */
export function slowState(state: SharedState): SharedState {
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const later =
    <A extends unknown[], R>(operation: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await turn();
      return operation(...args);
    };
  return {
    get: later(state.get),
    set: later(state.set),
    acquire: later(state.acquire),
    increment: later(state.increment),
    addWithin: later(state.addWithin),
    remove: later(state.remove),
    reserve: later(state.reserve),
    renew: later(state.renew),
    release: later(state.release),
  };
}
