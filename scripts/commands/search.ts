import { type Command, Option } from 'commander';
import type { SearchMode, searchLyrics } from '../../src/services/search/search-lyrics.ts';
import { filledText, filledTexts, type TargetChoice, wholeNumber, withTarget } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { openWorkerApi, withOperator } from '../operator-context.ts';

interface SearchOptions extends TargetChoice {
  mode: SearchMode;
  limit: number;
  artist?: string;
  json?: boolean;
}

type SearchAnswer = Awaited<ReturnType<typeof searchLyrics>>;

/** As GET /search. */
const MAX_QUERY = 500;

export function addSearch(command: Command): void {
  withTarget(command)
    .argument('<query...>', 'words or a question', filledTexts(MAX_QUERY))
    .addOption(
      new Option('--mode <mode>', 'by meaning, by words, or both')
        .choices(['hybrid', 'semantic', 'lexical'])
        .default('hybrid'),
    )
    .option('--limit <n>', 'hits, 1 to 50', wholeNumber(1, 50), 10)
    .option('--artist <name>', 'only songs by this artist', filledText(300))
    .option('--json', 'print the response of the API')
    .action(async (words: string[], options: SearchOptions) => {
      const q = words.join(' ');
      if (q.length > MAX_QUERY) throw new CommandError(`The query has more than ${MAX_QUERY} characters.`);
      const answer = await (options.url === undefined ? searchStack(q, options) : searchWorker(q, options));
      console.log(options.json ? JSON.stringify(answer, null, 2) : formatHits(answer));
    });
}

async function searchWorker(q: string, options: SearchOptions): Promise<SearchAnswer> {
  const api = await openWorkerApi(options, { start: false });
  const { mode, limit, artist } = options;
  return api.get<SearchAnswer>('/search', { q, mode, limit, artist });
}

async function searchStack(q: string, options: SearchOptions): Promise<SearchAnswer> {
  const { mode, limit, artist = null } = options;
  return withOperator(options, { mustHoldData: true }, async ({ ctx }) => {
    const { searchLyrics } = await import('../../src/services/search/search-lyrics.ts');
    const { NO_FILTERS } = await import('../../src/db/queries/track-filters.ts');
    const filters = { ...NO_FILTERS, artist };
    return searchLyrics(ctx, { q, mode, facets: [], limit, cursor: null, filters });
  });
}

/** Hits for a terminal: rank, song, and the lines that matched. */
export function formatHits(answer: Pick<SearchAnswer, 'items'>): string {
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
