import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import type { Answers, HalfFeeling, Question } from '../eval/eval-feeling.ts';

interface EvalFeelingOptions {
  verses?: string;
  misses?: boolean;
  json?: boolean;
}

/** `eval feeling`: sentiment and dominant feeling of labelled verses against simple methods. */
export function addEvalFeeling(command: Command): void {
  addQuestions(command, ['sentiment', 'dominant']);
}

/** `eval tone`: the tone of the same verses. */
export function addEvalTone(command: Command): void {
  addQuestions(command, ['tone']);
}

function addQuestions(command: Command, questions: readonly Question[]): void {
  command
    .option('--verses <file>', 'JSON list of labelled verses instead of the built-in ones', inputFile)
    .option('--misses', 'name the verses of the tuning half that are judged wrongly')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: EvalFeelingOptions) => {
      const { evalFeeling } = await import('../eval/eval-feeling.ts');
      const { readLabelledVerses } = await import('../eval/labelled-verses.ts');
      const { readLabelledDemo } = await import('../eval/labelled-demo.ts');
      const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const verses = await readLabelledVerses(options.verses);
      const demo = options.verses === undefined ? await readLabelledDemo() : [];
      const halves = evalFeeling(verses, openLexicon(await readLexicon()), demo);
      for (const [half, result] of Object.entries(halves)) {
        console.log(`${half}: ${result.verses} texts, ${result.without_evidence} feelings without evidence`);
        for (const question of questions) console.log(describe(question, result[question]));
      }
      if (options.misses) for (const line of missesOf(halves.tune, questions)) console.log(line);
      if (options.json) console.log(JSON.stringify(reportOf(halves, questions)));
    });
}

function describe(question: Question, answers: Answers): string {
  const scores = Object.entries(answers).map(
    ([who, { accuracy, macro_f1 }]) =>
      `  ${who.padEnd(14)} accuracy ${accuracy.toFixed(3)}, macro-F1 ${macro_f1.toFixed(3)}`,
  );
  return [question, ...scores].join('\n');
}

function missesOf(half: HalfFeeling | undefined, questions: readonly Question[]): string[] {
  return (half?.misses ?? [])
    .filter(({ question }) => questions.includes(question))
    .map(({ id, question, right, predicted }) => `${id}: ${question} ${right}, judged ${predicted}`);
}

function reportOf(halves: Readonly<Record<string, HalfFeeling>>, questions: readonly Question[]): unknown {
  return Object.fromEntries(
    Object.entries(halves).map(([half, result]) => [
      half,
      {
        verses: result.verses,
        without_evidence: result.without_evidence,
        ...Object.fromEntries(questions.map((question) => [question, result[question]])),
      },
    ]),
  );
}
