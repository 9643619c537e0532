import { type ChainableCommander, Redis } from 'ioredis';
import {
  type Command,
  checkAvailable,
  type Outcome,
  type RedisBackend,
  RedisCommandError,
  type Reply,
} from './backend.ts';

/** Connects to a Redis by URL (`redis://…`) or by the path of its socket. */
export async function connectRedis(address: string): Promise<RedisBackend> {
  const client = new Redis(address, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 50, 1_000),
  });
  // Each command reports a lost connection by itself; without a listener the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    client.disconnect();
    throw error;
  }
  return new RealBackend(client);
}

class RealBackend implements RedisBackend {
  readonly kind = 'real';
  readonly #client: Redis;

  constructor(client: Redis) {
    this.#client = client;
  }

  async run(command: Command): Promise<Outcome> {
    checkAvailable(command);
    try {
      return { result: (await this.#client.callBuffer(command.name, ...command.args)) as Reply };
    } catch (error) {
      return refusal(error);
    }
  }

  async pipeline(commands: Command[]): Promise<Outcome[]> {
    return await Promise.all(commands.map((command) => this.run(command).catch(refusal)));
  }

  async transaction(commands: Command[]): Promise<Outcome[]> {
    for (const command of commands) checkAvailable(command);
    const multi = this.#client.multi();
    for (const { name, args } of commands) queue(multi, name, args);
    try {
      const replies = await multi.exec();
      return (replies ?? []).map(([error, reply]) => (error ? refusal(error) : { result: reply as Reply }));
    } catch (error) {
      throw new RedisCommandError(refusal(error).error);
    }
  }

  async close(): Promise<void> {
    this.#client.disconnect();
  }
}

/** The typings leave this out, though every command has its Buffer twin in a transaction too. */
function queue(multi: ChainableCommander, name: string, args: Command['args']): void {
  (multi as unknown as { callBuffer(name: string, ...args: Command['args']): void }).callBuffer(
    name,
    ...args,
  );
}

/** Replies of Redis become outcomes; a lost connection stays an exception. */
function refusal(error: unknown): { error: string } {
  if (error instanceof RedisCommandError) return { error: error.message };
  if (error instanceof Error && error.name === 'ReplyError') return { error: error.message };
  throw error;
}
