import { z } from 'zod';
import type { Env } from '../../../src/env.ts';

/** The Redis of a world, seen from outside of its Workers. */
export interface RedisState {
  clear(): Promise<void>;
  /** Removes every key that would have expired by then. */
  age(seconds: number): Promise<void>;
}

const AnswerSchema = z.object({ result: z.unknown() });

export function openRedisState(
  env: Pick<Env, 'UPSTASH_REDIS_REST_URL' | 'UPSTASH_REDIS_REST_TOKEN'>,
): RedisState {
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token } = env;
  const send = async (...command: string[]): Promise<unknown> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
    return AnswerSchema.parse(await response.json()).result;
  };
  return {
    async clear() {
      await send('FLUSHALL');
    },
    async age(seconds) {
      for (const key of z.array(z.string()).parse(await send('KEYS', '*'))) {
        const left = z.number().parse(await send('PTTL', key));
        if (left >= 0 && left <= seconds * 1000) await send('DEL', key);
      }
    },
  };
}
