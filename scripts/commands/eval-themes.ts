import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import type { HalfThemes } from '../eval/eval-themes.ts';
import type { HalfEvidence } from '../eval/judge-evidence.ts';
import type { SetReport } from '../eval/score-sets.ts';

interface EvalThemesOptions {
  verses?: string;
  misses?: boolean;
  json?: boolean;
}

/** `eval themes`: themes of labelled verses against simple methods. */
export function addEvalThemes(command: Command): void {
  command
    .option(
      '--verses <file>',
      'JSON list of verses with their themes instead of the built-in ones',
      inputFile,
    )
    .option('--misses', 'name the verses of the tuning half that are judged wrongly')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: EvalThemesOptions) => {
      const { evalThemes } = await import('../eval/eval-themes.ts');
      const { readThemeVerses } = await import('../eval/theme-verses.ts');
      const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const verses = await readThemeVerses(options.verses);
      const { judgeEvidence, readJudgedLines } = await import('../eval/judge-evidence.ts');
      const lexicon = openLexicon(await readLexicon());
      const halves = evalThemes(verses, lexicon);
      const evidence = options.verses ? null : judgeEvidence(await readJudgedLines(), verses);
      for (const [half, result] of Object.entries(halves)) console.log(describe(half, result));
      for (const [half, result] of Object.entries(evidence ?? {}))
        console.log(describeEvidence(half, result));
      if (options.misses) for (const line of missesOf(halves.tune)) console.log(line);
      if (options.json) console.log(JSON.stringify({ ...reportOf(halves), evidence }));
    });
}

function describe(half: string, result: HalfThemes): string {
  const { verses, without_theme: bare } = result;
  return [
    `${half}: ${verses} verses; ${bare.named} of ${bare.verses} without a theme are given one`,
    row('engine', result.engine),
    row('word count', result.word_count),
    row('most frequent', result.most_frequent),
  ].join('\n');
}

function describeEvidence(half: string, { before, now }: HalfEvidence): string {
  return `evidence, ${half}: ${now.right} of ${now.judged} judged lines right; before ${before.right} of ${before.judged}`;
}

function row(who: string, { micro, macro }: SetReport): string {
  const [precision, recall] = [micro.precision.toFixed(3), micro.recall.toFixed(3)];
  return `  ${who.padEnd(14)} precision ${precision}, recall ${recall}, macro-F1 ${macro.f1.toFixed(3)}`;
}

function missesOf(half: HalfThemes | undefined): string[] {
  return (half?.misses ?? []).map(
    ({ id, missing, wrong }) =>
      `${id}: missing ${missing.join(', ') || '-'}; wrong ${wrong.join(', ') || '-'}`,
  );
}

function reportOf(halves: Readonly<Record<string, HalfThemes>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(halves).map(([half, { misses: _, ...result }]) => [half, result]));
}
