import type { Command } from 'commander';
import { filledText, type StackChoice, wholeNumber, withStack } from '../command-options.ts';
import { sayWhenInterrupted } from '../local/stop-signals.ts';
import { withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';
import { recorded } from '../record-command.ts';

const DEFAULT_LIMIT = 200;
const MAX_LIMIT = 1_000_000;

interface EnrichOptions extends StackChoice {
  artist?: string;
  missing?: boolean;
  limit: number;
  json?: boolean;
}

export function addEnrich(command: Command): void {
  withStack(command)
    .option('--artist <name>', 'only songs of this artist', filledText(300))
    .option('--missing', 'only songs not found yet; a missed song is due again after 30 days')
    .option('--limit <n>', 'maximum number of songs', wholeNumber(1, MAX_LIMIT), DEFAULT_LIMIT)
    .option('--json', 'print one JSON object last')
    .action((options: EnrichOptions) =>
      withOperator(options, { mustHoldData: true }, async ({ ctx }) => {
        const { enrichTracks } = await import('../../src/services/enrichment/enrich-tracks.ts');
        const { artist = null, missing = false, limit } = options;
        const progress = createProgress('songs looked for');
        let looked = 0;
        const withdraw = sayWhenInterrupted(
          () =>
            `Interrupted: the results of ${looked} ${looked === 1 ? 'song is' : 'songs are'} stored. Run the command with --missing to go on.`,
        );
        try {
          const counts = await recorded(ctx, 'enrichTracks', () =>
            enrichTracks(ctx, { artist, missing, limit }, (done, total) => {
              looked = done;
              progress.update(done, total);
            }),
          );
          progress.stop();
          console.log(options.json ? JSON.stringify(counts) : formatCounts(counts));
        } finally {
          withdraw();
          progress.stop();
        }
      }),
    );
}

function formatCounts(counts: Record<string, number>): string {
  const { found = 0, missed = 0, failed = 0, parked = 0 } = counts;
  const stopped = parked > 0 ? '; stopped, because the host asks to wait (see /health)' : '';
  return `${found} found, ${missed} missed, ${failed} failed${stopped}`;
}
