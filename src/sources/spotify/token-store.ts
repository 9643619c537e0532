import type { SharedState } from '../../lib/resilience/shared-state.ts';
import type { TokenStore } from './token.ts';

const TOKEN = 'spotify:token';
const LOCK = 'spotify:token-lock';

/** The token in the memory that all isolates share; if that is unavailable, in the isolate's own. */
export function createTokenStore(state: SharedState): TokenStore {
  return {
    read: () => state.get(TOKEN),
    write: (token, ttlMs) => state.set(TOKEN, token, ttlMs),
    async drop(token) {
      if ((await state.get(TOKEN)) === token) await state.remove(TOKEN);
    },
    lock: (ttlMs) => state.acquire(LOCK, '1', ttlMs),
    unlock: () => state.remove(LOCK),
  };
}
