import engine from '../dist/engine-version.json' with { type: 'json' };
import lexicon from '../dist/lexicon.bin';
import { createContainer } from './container.ts';
import type { Env } from './env.ts';
import { createApp } from './http/app.ts';
import { consume } from './jobs/consume.ts';
import { runSchedule } from './jobs/schedule.ts';
import { createId } from './lib/ids.ts';

const openContext = createContainer({ lexicon, engineVersion: engine.version });
const app = createApp({ openContext });

/** The context of an invocation without a client: a queue's or a schedule's. */
function systemContext(job: string, env: Env, waitUntil: (work: Promise<unknown>) => void) {
  return openContext({
    env,
    requestId: createId('job', Date.now()),
    actor: { type: 'system', job },
    waitUntil,
  });
}

export default {
  fetch: (request, env, exec) => app.fetch(request, env, exec),
  queue: (batch, env, exec) =>
    consume(
      batch,
      systemContext(batch.queue, env, (work) => exec.waitUntil(work)),
    ),
  scheduled: (event, env, exec) =>
    runSchedule(
      event,
      systemContext(event.cron, env, (work) => exec.waitUntil(work)),
    ),
} satisfies ExportedHandler<Env>;
