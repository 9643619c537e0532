import { type Command, Option } from 'commander';
import { inputFile, wholeNumber } from '../command-options.ts';
import type { GenerateEval } from '../eval/eval-generate.ts';

const COMPOSITIONS = 1000;
const MAX_COMPOSITIONS = 10_000;

interface Options {
  json?: true;
  compositions: number;
  nextLine?: string;
  show?: number;
  half: 'tune' | 'held';
  songs?: string;
}

export function addEvalGenerate(command: Command): void {
  command
    .option('--json', 'print one JSON object')
    .option(
      '--compositions <n>',
      'how many verses to compose',
      wholeNumber(1, MAX_COMPOSITIONS),
      COMPOSITIONS,
    )
    .addOption(
      new Option('--half <half>', 'the requests that weights were chosen with, or others')
        .choices(['tune', 'held'])
        .default('held'),
    )
    .option('--songs <file>', 'also compare with the songs of a file for copies', inputFile)
    .option('--show <n>', 'print the first n verses', wholeNumber(1, MAX_COMPOSITIONS))
    .option(
      '--next-line <file>',
      'instead: how often the true next line of the songs of a file is ranked first among 300',
      inputFile,
    )
    .action(async (options: Options) => {
      if (options.nextLine !== undefined) {
        const { evalNextLine } = await import('../eval/eval-next-line.ts');
        const result = await evalNextLine(options.nextLine);
        console.log(
          options.json
            ? JSON.stringify(result)
            : `${result.cases} lines of ${result.songs} songs: the true next line first among ${result.candidates} in ${result.first} of cases (chance ${result.chance}), among the first ten in ${result.first_ten}`,
        );
        return;
      }
      await composeAll(options);
    });
}

async function composeAll({ json, compositions, show = 0, half, songs: file }: Options): Promise<void> {
  const { evalGenerate } = await import('../eval/eval-generate.ts');
  const { readSongs } = await import('../eval/read-songs.ts');
  const { createProgress } = await import('../progress.ts');
  const progress = createProgress('composing');
  const songs =
    file === undefined ? [] : (await readSongs(file)).songs.flatMap(({ lyrics }) => lyrics.split('\n'));
  const { result, verses } = await evalGenerate(compositions, {
    half,
    songs,
    progress: (done) => progress.update(done, compositions),
  });
  progress.stop();
  for (const { prompt, order, lines } of verses.slice(0, show))
    console.log(
      `# ${prompt} (${order.scheme}, ${order.rhyme}, seed ${order.seed})\n${lines.map(({ text }) => text).join('\n')}\n`,
    );
  console.log(json ? JSON.stringify(result) : describe(result, compositions));
}

const describe = (result: GenerateEval, compositions: number): string =>
  [
    `${compositions} compositions, ${result.infeasible} of them infeasible, ${result.ms.p50} ms (p95 ${result.ms.p95})`,
    `lines that meet the scheme ${result.lines_meeting_scheme}, the syllables ${result.lines_meeting_syllables}`,
    `density ${result.density.plain.mean}, dense ${result.density.dense.mean}; malmi ${result.malmi.plain.mean}, dense ${result.malmi.dense.mean}`,
    `longest copied run ${result.longest_copied_run_max} words, ${result.self_rhymes} words rhymed with themselves, distinct pairs ${result.distinct_2}, repeated lines ${result.repeated_lines}`,
    `similarity with the prompt ${result.on_topic.prompt_similarity}, with other prompts ${result.on_topic.other_prompts_similarity}`,
    `bits a word: real ${result.fluency.real}, composed ${result.fluency.composed}, dense ${result.fluency.composed_dense}, shuffled ${result.fluency.shuffled}`,
  ].join('\n');
