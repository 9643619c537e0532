/** A Redis that the REST endpoint can use. */
export interface RedisBackend {
  kind: 'mock' | 'real';
  run(command: Command): Promise<Outcome>;
  /** In order, not atomic: each command has its own outcome. */
  pipeline(commands: Command[]): Promise<Outcome[]>;
  /** Atomic. A command that Redis cannot queue discards them all and throws RedisCommandError. */
  transaction(commands: Command[]): Promise<Outcome[]>;
  close(): Promise<void>;
}

export interface Command {
  /** In capitals. */
  name: string;
  args: (string | Buffer)[];
}

export type Reply = string | number | bigint | null | Buffer | Reply[];

export type Outcome = { result: Reply } | { error: string };

/** Redis refused: the message starts with its error code, such as WRONGTYPE. */
export class RedisCommandError extends Error {
  override readonly name = 'RedisCommandError';
}

/** These would change or hold the connection that every request shares, or stop the server. */
const UNAVAILABLE = new Set(
  (
    'SUBSCRIBE PSUBSCRIBE SSUBSCRIBE UNSUBSCRIBE PUNSUBSCRIBE MONITOR MULTI EXEC DISCARD WATCH UNWATCH AUTH HELLO SELECT ' +
    'QUIT RESET CLIENT CONFIG DEBUG SHUTDOWN REPLICAOF SLAVEOF SYNC PSYNC FAILOVER BLPOP BRPOP BLMOVE BLMPOP BRPOPLPUSH ' +
    'BZPOPMIN BZPOPMAX BZMPOP WAIT'
  ).split(' '),
);

export function checkAvailable({ name }: Command): void {
  if (UNAVAILABLE.has(name)) throw new RedisCommandError(`ERR Command is not available: '${name}'`);
}
