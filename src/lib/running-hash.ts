import { createHash } from 'node:crypto';

/** SHA-256 of bytes that come one after the other and are not kept. */
export interface RunningHash {
  add(bytes: Uint8Array): void;
  /** Lower-case hex of all bytes so far; nothing can be added afterwards. */
  end(): string;
}

export function runningHash(): RunningHash {
  const hash = createHash('sha256');
  return {
    add: (bytes) => void hash.update(bytes),
    end: () => hash.digest('hex'),
  };
}
