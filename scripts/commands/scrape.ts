import type { Command } from 'commander';
import type { listIngestRuns } from '../../src/services/ingest/list-runs.ts';
import { filledText, type TargetChoice, wholeNumber, withTarget } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { sayWhenInterrupted } from '../local/stop-signals.ts';
import { type OpenApi, openWorkerApi } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

interface ScrapeOptions extends TargetChoice {
  limit?: number;
  priority?: number;
  json?: boolean;
}

type Runs = Awaited<ReturnType<typeof listIngestRuns>>;
type Run = Runs['items'][number];

const POLL_MS = 500;

export function addScrape(command: Command): void {
  withTarget(command)
    .argument('<artist>', 'name of the artist', filledText(300))
    .option('--limit <n>', 'maximum number of songs, 1 to 10000', wholeNumber(1, 10_000))
    .option('--priority <n>', '1 is first, 9 last', wholeNumber(1, 9))
    .option('--json', 'print the run as one JSON object')
    .action(async (name: string, options: ScrapeOptions) => {
      const api = await openWorkerApi(options, { start: true });
      try {
        const { limit, priority } = options;
        const { run } = await api.post<{ run: { id: number } }>('/ingest/artists', { name, limit, priority });
        const last = await followRun(api, run.id);
        if (options.json) console.log(JSON.stringify(last));
        if (last.status === 'failed') process.exitCode = 1;
      } finally {
        await api.close();
      }
    });
}

const handledOf = ({ counts }: Run): number => Object.values(counts.outcomes).reduce((sum, n) => sum + n, 0);

/** Shows the run until it ends or pauses. */
async function followRun(api: OpenApi, runId: number): Promise<Run> {
  const progress = createProgress('songs');
  let run: Run | undefined;
  const withdraw = sayWhenInterrupted(() => describeKept(runId, run, api));
  try {
    for (;;) {
      run = await readRun(api, runId);
      const done = handledOf(run);
      progress.update(done, done + run.counts.queued);
      if (run.status !== 'listing' && run.status !== 'running') break;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    withdraw();
    progress.stop();
  }
  console.error(`${run.artist}: ${run.status}${run.reason === null ? '' : `, ${run.reason}`}`);
  return run;
}

async function readRun(api: OpenApi, runId: number): Promise<Run> {
  const { items } = await api.get<Runs>('/ingest/runs', { limit: 100 });
  const run = items.find((item) => item.id === runId);
  if (run === undefined) throw new CommandError(`${api.url} does not list run ${runId} any more.`);
  return run;
}

function describeKept(runId: number, run: Run | undefined, { isOwn, url }: OpenApi): string {
  const songs = run === undefined ? '' : `: ${handledOf(run)} songs are done, ${run.counts.queued} wait`;
  const next = isOwn
    ? 'It goes on when a Worker runs on the same folder (npm run demo, npm run dev, or this command again).'
    : `It goes on in the Worker at ${url}.`;
  return `Stopped watching run ${runId}${songs}. ${next}`;
}
