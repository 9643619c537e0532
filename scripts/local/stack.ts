import { DEFAULT_DATA_DIR, forgetKeptData } from './data-folder.ts';
import type { LocalChat } from './openai/chat-simulator.ts';
import { claimStack } from './stack-file.ts';
import {
  chatPart,
  directUrl,
  type Environment,
  embeddingsPart,
  type PartContext,
  postgresPart,
  type RedisPart,
  redisPart,
  type StackOptions,
  type StackPart,
  type WorkerVars,
} from './stack-parts.ts';
import { onStopSignal } from './stop-signals.ts';

export interface LocalStack {
  vars: WorkerVars;
  /** Postgres over TCP, for migrations. */
  migrationUrl: string;
  /** By part. One that the user's own service replaces is not here. */
  addresses: Record<string, string>;
  redis: RedisPart['redis'];
  chat: LocalChat | null;
  /** Adds a part that was started elsewhere: its variables are published, and it stops with the stack. */
  add(part: StackPart): Promise<void>;
  stop(): Promise<void>;
}

/** Starts on loopback what the user has not configured, and returns the Worker's variables for all parts. */
export async function startLocalStack(options: StackOptions = {}): Promise<LocalStack> {
  const dataDir = options.memory ? null : (options.dataDir ?? DEFAULT_DATA_DIR);
  const claim = dataDir === null ? null : await claimStack(dataDir);
  const context: PartContext = { options, env: options.env ?? process.env, dataDir };
  const parts: StackPart[] = [];
  const stop = once(async () => {
    await Promise.allSettled(parts.map((part) => part.close()));
    await claim?.release();
    withdraw();
  });
  const withdraw = onStopSignal(stop);
  const started = await start(context, parts).catch(async (error) => {
    await stop();
    throw error;
  });
  const stack: LocalStack = {
    ...started,
    vars: Object.assign({}, ...parts.map((part) => part.vars)),
    addresses: Object.assign({}, ...parts.map((part) => part.addresses)),
    async add(part) {
      parts.push(part);
      Object.assign(stack.vars, part.vars);
      Object.assign(stack.addresses, part.addresses);
      await claim?.publish(publishable(stack, context.env));
    },
    stop,
  };
  await claim?.publish(publishable(stack, context.env));
  return stack;
}

/** All at once. What did start is in `parts` even when another part fails, so that it can be stopped. */
async function start(context: PartContext, parts: StackPart[]) {
  if (context.options.fresh && context.dataDir !== null) await forgetKeptData(context.dataDir);
  const keep = async <T extends StackPart>(starting: Promise<T>): Promise<T> => {
    const part = await starting;
    parts.push(part);
    return part;
  };
  const starting = [
    keep(postgresPart(context)),
    keep(redisPart(context)),
    keep(embeddingsPart(context)),
    keep(chatPart(context)),
  ] as const;
  await Promise.allSettled(starting);
  const [{ migrationUrl }, { redis }, , { chat }] = await Promise.all(starting);
  return { migrationUrl, redis, chat };
}

/** Values of the user's environment are not written to disk. */
function publishable({ vars, addresses, migrationUrl }: LocalStack, env: Environment) {
  const own = Object.entries(vars).filter(([name, value]) => env[name] !== value);
  const users = env.DATABASE_URL ?? '';
  const isUsers = migrationUrl === users || migrationUrl === directUrl(users);
  return { vars: Object.fromEntries(own), addresses, migrationUrl: isUsers ? null : migrationUrl };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}
