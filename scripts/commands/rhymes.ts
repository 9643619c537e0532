import { type Command, Option } from 'commander';
import { RHYME_CHOICES, type RhymeChoice } from '../../src/lyrics/rhyme/finder/contract.ts';
import { THEMES, type Theme } from '../../src/lyrics/themes/theme-names.ts';
import type { findRhymes } from '../../src/services/rhymes/find-rhymes.ts';
import { filledText, filledTexts, httpUrl, wholeNumber } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { openWorkerApi, withOperator } from '../operator-context.ts';

interface RhymesOptions {
  kind: RhymeChoice;
  limit: number;
  syllables?: number;
  topic?: Theme;
  data?: string;
  url?: string;
  token?: string;
  json?: boolean;
}

type Answer = Awaited<ReturnType<typeof findRhymes>>;

/** As GET /rhymes. */
const MAX_WORD = 60;

export function addRhymes(command: Command): void {
  command
    .argument('<word...>', 'a word or a phrase', filledTexts(MAX_WORD))
    .addOption(
      new Option('--kind <kind>', 'same sounds, similar sounds, two syllables and more, or the best of these')
        .choices(RHYME_CHOICES)
        .default('best'),
    )
    .option('--limit <n>', 'rhymes, 1 to 100', wholeNumber(1, 100), 20)
    .option('--syllables <n>', 'only rhymes of this many syllables, 1 to 10', wholeNumber(1, 10))
    .addOption(new Option('--topic <theme>', 'only rhymes that belong to this theme').choices(THEMES))
    .option(
      '--data <dir>',
      'also lines of the catalogue in this data folder that end on the rhymes',
      filledText(4096),
    )
    .addOption(new Option('--url <url>', 'ask the Worker at this address instead').argParser(httpUrl))
    .addOption(new Option('--token <token>', 'key or admin token for --url').env('ADMIN_TOKEN'))
    .option('--json', 'print the response of the API')
    .action(async (words: string[], options: RhymesOptions) => {
      const word = words.join(' ');
      if (word.length > MAX_WORD) throw new CommandError(`The phrase has more than ${MAX_WORD} characters.`);
      const answer = await answerFor(word, options);
      console.log(options.json ? JSON.stringify(answer, null, 2) : formatRhymes(answer));
    });
}

/** From a Worker, from a data folder, or without either from the lexicon alone. */
async function answerFor(word: string, options: RhymesOptions): Promise<Answer> {
  const { kind, limit, syllables, topic, data, url, token } = options;
  if (url !== undefined) {
    const target = { url, data: data ?? '', ...(token === undefined ? {} : { token }) };
    const api = await openWorkerApi(target, { start: false });
    return api.get<Answer>('/rhymes', { word, kind, limit, syllables, topic });
  }
  const input = { word, kind, limit, syllables: syllables ?? null, topic: topic ?? null };
  if (data !== undefined)
    return withOperator({ data }, { mustHoldData: true }, async ({ ctx }) => {
      const { findRhymes } = await import('../../src/services/rhymes/find-rhymes.ts');
      return findRhymes(ctx, input);
    });
  const { answerRhymes } = await import('../../src/services/rhymes/answer-rhymes.ts');
  const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
  const { readLexicon } = await import('../read-lexicon.ts');
  const { readings, items, reason } = answerRhymes(openLexicon(await readLexicon()), input);
  return {
    word,
    kind,
    bars_available: false,
    readings: [...readings],
    reason: reason && { ...reason, try_kinds: [...reason.try_kinds] },
    items: items.map((item) => ({ ...item, bars: [] })),
  };
}

function formatRhymes({ word, kind, readings, items, reason }: Answer): string {
  if (reason) {
    const others = reason.try_kinds.map((other) => `--kind ${other}`).join(' or ');
    return `No ${kind === 'best' ? '' : `${kind} `}rhymes for "${word}". ${reason.detail}${others ? ` Try ${others}.` : ''}`;
  }
  return readings
    .flatMap(({ pronunciation, label, gloss }, index) => {
      const own = items.filter(({ reading }) => reading === index);
      const notes = [label, gloss].filter((note) => note !== null).join(', ');
      return [`${word} [${pronunciation}]${notes ? ` ${notes}` : ''}`, ...own.flatMap(formatRhyme)];
    })
    .join('\n');
}

const formatRhyme = ({ word, kind, score, matched, bars }: Answer['items'][number]): string[] => [
  `  ${word}  ${score.toFixed(2)} ${kind}, ${matched} syllable${matched === 1 ? '' : 's'}`,
  ...bars.map(({ artist, title, bar }) => `      ${bar || '(withheld)'}  (${artist} - ${title})`),
];
