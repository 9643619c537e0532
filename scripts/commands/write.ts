import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { RHYME_DEPTHS, type RhymeDepth } from '../../src/ml/compose/types.ts';
import type { generateLyrics } from '../../src/services/generation/generate-lyrics.ts';
import type { transferStyle } from '../../src/services/generation/transfer/transfer-style.ts';
import {
  decimal,
  filledText,
  filledTexts,
  inputFileOrStdin,
  MAX_SEED,
  type TargetChoice,
  wholeNumber,
  withTarget,
} from '../command-options.ts';
import { openWorkerApi } from '../operator-context.ts';

interface WriteOptions extends TargetChoice {
  style?: string;
  scheme?: string;
  syllables?: number | { min: number; max: number };
  lines?: number;
  maxLength: number;
  rhyme?: RhymeDepth;
  temperature: number;
  seed?: number;
  json?: boolean;
}

interface TransferOptions extends TargetChoice {
  to: string;
  from?: string;
  rhyme?: RhymeDepth;
  temperature: number;
  seed?: number;
  json?: boolean;
}

type Written = Awaited<ReturnType<typeof generateLyrics>>;
type Transferred = Awaited<ReturnType<typeof transferStyle>>;

/** "10" or "8-12". */
function syllableRange(text: string): number | { min: number; max: number } {
  const [, min, max] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? [];
  if (min === undefined) throw new InvalidArgumentError('Give a number such as 10, or a range such as 8-12.');
  return max === undefined ? Number(min) : { min: Number(min), max: Number(max) };
}

const depthOption = () =>
  new Option('--rhyme <depth>', 'rhyme of line ends, over several syllables, or within lines too').choices(
    RHYME_DEPTHS,
  );

const temperatureOption = (command: Command) =>
  command.option(
    '--temperature <t>',
    'how far words stray from the most fitting ones, 0.1 to 1',
    decimal(0.1, 1),
    0.8,
  );

export function addWrite(command: Command): void {
  temperatureOption(withTarget(command))
    .argument('<prompt...>', 'what to write about', filledTexts(200))
    .option('--style <artist>', 'in the measured style of this artist: a name or an id', filledText(200))
    .option('--scheme <scheme>', 'AABB, ABAB, ABBA, AAAA, free or letters of your own', filledText(40))
    .option('--syllables <n>', 'syllables of a line, such as 10 or 8-12', syllableRange)
    .option('--lines <n>', 'lines, 1 to 32', wholeNumber(1, 32))
    .option('--max-length <n>', 'most characters, 50 to 500', wholeNumber(50, 500), 200)
    .addOption(depthOption())
    .option('--seed <n>', 'the same text again without a model', wholeNumber(0, MAX_SEED))
    .option('--json', 'print the response of the API')
    .action(async (words: string[], options: WriteOptions) => {
      const { style, scheme, syllables, lines, maxLength, rhyme, temperature, seed } = options;
      const body = { style, scheme, syllables, lines, rhyme, temperature, seed, max_length: maxLength };
      const answer = await post<Written>('/generate', { prompt: words.join(' '), ...body }, options);
      console.log(options.json ? JSON.stringify(answer, null, 2) : formatVerse(answer));
    });
}

export function addTransfer(command: Command): void {
  temperatureOption(withTarget(command))
    .argument(
      '<file>',
      'lyrics as plain text, 20 to 1,000 characters; - reads standard input',
      inputFileOrStdin,
    )
    .requiredOption('--to <artist>', 'the artist whose style is wanted: a name or an id', filledText(200))
    .option('--from <artist>', 'the artist whose text it is', filledText(200))
    .addOption(depthOption())
    .option('--seed <n>', 'the same text again without a model', wholeNumber(0, MAX_SEED))
    .option('--json', 'print the response of the API')
    .action(async (file: string, options: TransferOptions) => {
      const lyrics = file === '-' ? await readStream(process.stdin) : await readFile(file, 'utf8');
      const { to, from, rhyme, temperature, seed } = options;
      const body = { lyrics, target_artist: to, source_artist: from, rhyme, temperature, seed };
      const answer = await post<Transferred>('/style-transfer', body, options);
      console.log(options.json ? JSON.stringify(answer, null, 2) : formatTransfer(answer));
    });
}

/** Through the running Worker, or one that is started for the command. */
async function post<T>(path: string, body: object, options: TargetChoice): Promise<T> {
  const api = await openWorkerApi(options, { start: true });
  try {
    return await api.post<T>(path, body);
  } finally {
    await api.close();
  }
}

/** Each line with its syllables, its letter and who wrote it, and what was measured. */
function formatVerse({ lines, report, provenance, notes }: Written): string {
  const rows = lines.map(
    ({ text, syllables, letter, source }) =>
      `${letter ?? '-'} ${String(syllables).padStart(2)}  ${text}${source === 'composed' ? '' : `  (${source})`}`,
  );
  const { density, originality } = report;
  const facts = [
    `scheme ${report.heard_scheme}${report.scheme_met ? '' : ` instead of ${report.scheme}`}`,
    `density ${density.value ?? 'none'}${density.style_mean === null ? '' : ` (style ${density.style_mean})`}`,
    `longest run shared with a song: ${originality.longest_run} words`,
    `by ${provenance.model ?? 'the composer'}`,
  ];
  return [...rows, '', facts.join(', '), ...notes.map(({ detail }) => detail)].join('\n');
}

function formatTransfer({ lines, style, content, notes }: Transferred): string {
  const rows = lines.flatMap(({ before, after, why }) => [
    `- ${before}`,
    `+ ${after}`,
    ...(why === null ? [] : [`  ${why}`]),
  ]);
  const facts = `on the way from source to target: ${style.before.way} before, ${style.after.way} after; content kept: ${content.similarity ?? content.words_kept}`;
  return [...rows, '', facts, ...notes.map(({ detail }) => detail)].join('\n');
}
