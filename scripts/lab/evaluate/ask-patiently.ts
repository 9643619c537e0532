import { setTimeout as sleep } from 'node:timers/promises';
import { ComeBackLater } from '../../explain.ts';
import type { AskAnalysis } from './ask-analyzers.ts';

/** A limit of requests a minute is over by then; a longer wait is for a spent budget of money, which ends the question. */
const LONGEST_WAIT_MS = 90_000;
const MAX_WAITS = 20;

/**
 * Asks again after the time that a full rate limit names, because a question that was not asked is no failure of the
 * analyser. Rejects with the limit if it names more than 90 s, or is full twenty times in a row.
 */
export function askPatiently(ask: AskAnalysis, wait: (ms: number) => Promise<unknown> = sleep): AskAnalysis {
  return async (body) => {
    for (let waits = 0; ; waits++) {
      try {
        return await ask(body);
      } catch (error) {
        if (!(error instanceof ComeBackLater) || error.waitMs > LONGEST_WAIT_MS || waits === MAX_WAITS)
          throw error;
        await wait(error.waitMs);
      }
    }
  };
}
