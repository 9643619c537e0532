import { randomUUID } from 'node:crypto';
import {
  type Command,
  checkAvailable,
  type Outcome,
  type RedisBackend,
  RedisCommandError,
  type Reply,
} from './backend.ts';

type Argument = Command['args'][number];
type MockCommand = (...args: Argument[]) => Promise<unknown>;

/** Redis in this process, for a machine without one: most commands, Lua scripts, nothing on disk. */
export async function openMock(): Promise<RedisBackend> {
  const { default: RedisMock } = await import('ioredis-mock');
  // Instances with one address share their data: a host name of its own keeps this one apart.
  const client = new RedisMock({ host: randomUUID() });
  return new MockBackend(client as unknown as Record<string, MockCommand | undefined>);
}

const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';

const INTEGER_COMMANDS = new Set(['INCR', 'DECR', 'INCRBY', 'DECRBY']);
/** What the mock would read as text, and so lose bytes that are none. */
const READ_AS_BYTES: Record<string, string | undefined> = { GET: 'getBuffer', MGET: 'mgetBuffer' };
const NEEDS_NO_KEY = new Set(['PING', 'TIME', 'DBSIZE', 'INFO', 'FLUSHDB', 'FLUSHALL', 'RANDOMKEY']);

/** From which argument on a command takes nothing but options and numbers. */
const OPTIONS_FROM: Record<string, number | undefined> = {
  SET: 2,
  GETEX: 1,
  EXPIRE: 2,
  PEXPIRE: 2,
  EXPIREAT: 2,
  PEXPIREAT: 2,
  ZRANGE: 3,
  ZRANGEBYSCORE: 3,
  ZREVRANGEBYSCORE: 3,
  LMOVE: 2,
  LPOS: 2,
};

class MockBackend implements RedisBackend {
  readonly kind = 'mock';
  readonly #client: Record<string, MockCommand | undefined>;

  constructor(client: Record<string, MockCommand | undefined>) {
    this.#client = client;
  }

  async run(command: Command): Promise<Outcome> {
    try {
      return { result: await this.#execute(command) };
    } catch (error) {
      return { error: toRedisMessage(error) };
    }
  }

  async pipeline(commands: Command[]): Promise<Outcome[]> {
    return await Promise.all(commands.map((command) => this.run(command)));
  }

  /** The mock does its work in the call itself, so calls of one tick are not mixed with others. */
  async transaction(commands: Command[]): Promise<Outcome[]> {
    try {
      for (const command of commands) this.#find(command);
    } catch {
      throw new RedisCommandError('EXECABORT Transaction discarded because of previous errors.');
    }
    return await this.pipeline(commands);
  }

  async close(): Promise<void> {
    await this.#client.disconnect?.();
  }

  #find(command: Command): MockCommand {
    checkAvailable(command);
    const { name, args } = command;
    const method = this.#client[READ_AS_BYTES[name] ?? name.toLowerCase()];
    if (typeof method !== 'function' || !/^[A-Z]+$/.test(name)) {
      throw new RedisCommandError(`ERR unknown command '${name}'`);
    }
    if (args.length === 0 && !NEEDS_NO_KEY.has(name)) {
      throw new RedisCommandError(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
    }
    return method;
  }

  async #execute(command: Command): Promise<Reply> {
    const { name, args } = command;
    const reply = this.#find(command).call(this.#client, ...capitaliseOptions(name, args));
    const value = await reply;
    if (name === 'GET' && value !== null && !Buffer.isBuffer(value)) throw new RedisCommandError(WRONG_TYPE);
    if (INTEGER_COMMANDS.has(name) && Number.isNaN(value)) {
      throw new RedisCommandError('ERR value is not an integer or out of range');
    }
    return toReply(value);
  }
}

/** Redis takes options in any case; the mock ignores small ones without a word. */
function capitaliseOptions(name: string, args: Argument[]): Argument[] {
  if (name === 'ZADD')
    return args.map((arg, i) => (i > 0 && isZaddOption(args.slice(1, i + 1)) ? upperCase(arg) : arg));
  const from = OPTIONS_FROM[name] ?? args.length;
  return args.map((arg, i) => (i < from ? arg : upperCase(arg)));
}

const upperCase = (arg: Argument): string => String(arg).toUpperCase();

/** Options of ZADD stand before the first score. */
function isZaddOption(args: Argument[]): boolean {
  return args.every((arg) => /^(nx|xx|gt|lt|ch|incr)$/i.test(String(arg)));
}

/** Redis answers a hash as a flat list; ioredis, and so the mock, makes an object of it. */
function toReply(value: unknown): Reply {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : null;
  if (typeof value === 'string' || typeof value === 'number' || Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map(toReply);
  return Object.entries(value).flat().map(toReply);
}

function toRedisMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/does not contain a|wrong kind of value/.test(message)) return WRONG_TYPE;
  return /^[A-Z]+ /.test(message) ? message : `ERR ${message}`;
}
