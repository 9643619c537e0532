import type { Command } from 'commander';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import { type SearchMode, searchLyrics } from '../../src/services/search/search-lyrics.ts';
import { openOperatorContext } from '../operator-context.ts';

interface SearchOptions {
  mode: SearchMode;
  limit: number;
  artist?: string;
  json?: boolean;
}

export function registerSearch(program: Command): void {
  program
    .command('search')
    .description('search the stored songs')
    .argument('<query...>', 'words or a question')
    .option('--mode <mode>', 'hybrid, semantic or lexical', 'hybrid')
    .option('--limit <n>', 'hits', Number, 10)
    .option('--artist <name>', 'only songs by this artist')
    .option('--json', 'print the answer of the API')
    .action(async (words: string[], options: SearchOptions) => {
      const operator = await openOperatorContext();
      try {
        const answer = await searchLyrics(operator.ctx, {
          q: words.join(' '),
          mode: options.mode,
          facets: [],
          limit: options.limit,
          cursor: null,
          filters: { ...NO_FILTERS, artist: options.artist ?? null },
        });
        console.log(options.json ? JSON.stringify(answer, null, 2) : formatHits(answer));
      } finally {
        await operator.close();
      }
    });
}

/** Hits for a terminal: rank, song, and the lines that matched. */
export function formatHits(answer: Pick<Awaited<ReturnType<typeof searchLyrics>>, 'items'>): string {
  if (answer.items.length === 0) return 'no songs found';
  return answer.items
    .map(({ track, snippet }, i) => {
      const year = track.release_date?.slice(0, 4) ?? 'undated';
      const lines = (snippet?.text ?? '').split('\n').map((line) => `     ${line}`);
      return [`${String(i + 1).padStart(2)}. ${track.artist} - ${track.title} (${year})`, ...lines].join(
        '\n',
      );
    })
    .join('\n');
}
