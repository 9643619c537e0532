import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import type { MessageBatch } from '@cloudflare/workers-types';
import engine from '../../dist/engine-version.json' with { type: 'json' };
import lexicon from '../../dist/lexicon.bin';
import { createContainer } from '../../src/container.ts';
import type { Env } from '../../src/env.ts';
import { createApp } from '../../src/http/app.ts';
import { consume } from '../../src/jobs/consume.ts';
import { runSchedule } from '../../src/jobs/schedule.ts';
import { runSteps } from '../../src/services/schedule/run-steps.ts';
import { undocumented } from './documented-answers.ts';
import { hurriedClock } from './hurried-clock.ts';

export interface TestWorker {
  /** Runs steps of the test's own as one invocation of cron would. */
  runSteps(slot: Parameters<typeof runSteps>[1]): Promise<void>;
  /** Throws if an answer does not match the document. */
  request(path: string, init?: RequestInit): Promise<Response>;
  queue(batch: MessageBatch<unknown>, exec: ExecutionContext): Promise<void>;
  schedule(event: { cron: string; scheduledTime: number }): Promise<void>;
}

type ExecutionContext = ReturnType<typeof createExecutionContext>;

/**
 * The Worker as src/worker.ts puts it together, for an environment of the test's own, and with a memory of its own
 * for what isolates share when Redis is gone. What it leaves to the background is waited for; its long waits are short.
 */
export function createTestWorker(env: Env, engineVersion: string = engine.version): TestWorker {
  const openContext = createContainer(
    { lexicon, engineVersion },
    { metricsGatheringMs: 0, clock: hurriedClock },
  );
  const app = createApp({ openContext });
  const open = (job: string, exec: ExecutionContext) =>
    openContext({
      env,
      requestId: 'job_of_a_test',
      actor: { type: 'system', job },
      waitUntil: (work) => exec.waitUntil(work),
    });
  return {
    runSteps: (slot) => runSteps(open('test', createExecutionContext()), slot),
    request: async (path, init) => {
      const exec = createExecutionContext();
      const request = new Request(`https://barline.test${path}`, init);
      const response = await app.fetch(request, env, exec);
      await waitOnExecutionContext(exec);
      const fault = await undocumented(request, response);
      if (fault !== null) throw new Error(fault);
      return response;
    },
    queue: (batch, exec) => consume(batch, open(batch.queue, exec)),
    schedule: async (event) => {
      const exec = createExecutionContext();
      await runSchedule(event, open(event.cron, exec));
      await waitOnExecutionContext(exec);
    },
  };
}
