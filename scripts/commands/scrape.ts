import type { Command } from 'commander';
import { listIngestRuns } from '../../src/services/ingest/list-runs.ts';
import { type OperatorContext, openOperatorContext } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

const POLL_MS = 500;

export function registerScrape(program: Command): void {
  program
    .command('scrape')
    .description('watch an artist and scrape the songs now, through the running Worker or one of its own')
    .argument('<artist>', 'name of the artist')
    .option('--limit <n>', 'songs at the most', Number)
    .option('--priority <n>', '1 is first, 9 last', Number)
    .option('--json', 'print the run as one JSON object')
    .action(async (name: string, options: { limit?: number; priority?: number; json?: boolean }) => {
      const operator = await openOperatorContext({ worker: true });
      try {
        const runId = await postArtist(operator, { name, ...pickNumbers(options) });
        const run = await followRun(operator, runId);
        if (options.json) console.log(JSON.stringify(run));
        if (run.status === 'failed') process.exitCode = 1;
      } finally {
        await operator.close();
      }
    });
}

function pickNumbers(options: { limit?: number; priority?: number }): Record<string, number> {
  const { limit, priority } = options;
  return { ...(limit === undefined ? {} : { limit }), ...(priority === undefined ? {} : { priority }) };
}

async function postArtist(operator: OperatorContext, body: Record<string, unknown>): Promise<number> {
  const response = await fetch(`${operator.workerUrl}/ingest/artists`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${operator.ctx.config.adminToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { run: { id: number }; detail?: string };
  if (!response.ok) throw new Error(answer.detail ?? `the Worker answered ${response.status}`);
  return answer.run.id;
}

/** Shows the run until it ends or rests. */
async function followRun(operator: OperatorContext, runId: number) {
  const progress = createProgress('songs');
  for (;;) {
    const { items } = await listIngestRuns(operator.ctx, { limit: 100, cursor: null });
    const run = items.find((item) => item.id === runId);
    if (run === undefined) throw new Error(`run ${runId} is not there`);
    const done = Object.values(run.counts.outcomes).reduce((sum, n) => sum + n, 0);
    progress.update(done, done + run.counts.queued);
    if (run.status !== 'listing' && run.status !== 'running') {
      progress.stop();
      console.error(`${run.artist}: ${run.status}${run.reason === null ? '' : `, ${run.reason}`}`);
      return run;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
