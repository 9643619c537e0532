import type { Command } from 'commander';
import { enrichTracks } from '../../src/services/enrichment/enrich-tracks.ts';
import { openOperatorContext } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

const DEFAULT_LIMIT = 200;

interface EnrichOptions {
  artist?: string;
  missing?: boolean;
  limit: number;
  json?: boolean;
}

export function registerEnrich(program: Command): void {
  program
    .command('enrich')
    .description('look for songs on Spotify now, as the schedule does bit by bit')
    .option('--artist <name>', 'only songs of this artist')
    .option('--missing', 'only songs not found yet; one that was missed comes again after 30 days')
    .option('--limit <n>', 'songs at the most', Number, DEFAULT_LIMIT)
    .option('--json', 'print one JSON object last')
    .action(async (options: EnrichOptions) => {
      const operator = await openOperatorContext();
      const progress = createProgress('songs looked for');
      try {
        const { artist = null, missing = false, limit } = options;
        const counts = await enrichTracks(operator.ctx, { artist, missing, limit }, progress.update);
        progress.stop();
        if (options.json) console.log(JSON.stringify(counts));
        else console.log(formatCounts(counts));
      } finally {
        progress.stop();
        await operator.close();
      }
    });
}

function formatCounts(counts: Record<string, number>): string {
  const { found = 0, missed = 0, failed = 0, parked = 0 } = counts;
  const stopped = parked > 0 ? '; stopped, because the host asks to wait (see /health)' : '';
  return `${found} found, ${missed} missed, ${failed} failed${stopped}`;
}
