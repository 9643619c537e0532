import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { isSameWord } from '../../src/lyrics/rhyme/same-word.ts';
import { compose } from '../../src/ml/compose/compose.ts';
import { plainWords } from '../../src/ml/compose/copy-limit.ts';
import type { GeneralModel } from '../../src/ml/compose/general-model.ts';
import { rangeOf } from '../../src/ml/compose/line-range.ts';
import { seeded, shuffled } from '../../src/ml/compose/random.ts';
import { readWords } from '../../src/ml/compose/read-words.ts';
import type { ComposedLine } from '../../src/ml/compose/types.ts';
import { linesOffScheme, linesOffSyllables, readVerse } from '../../src/ml/compose/verify-verse.ts';
import { quantile } from '../bench/figures.ts';
import { openEmbeddingPool } from '../local/openai/embedding-pool.ts';
import { openComposeModel } from '../open-compose-model.ts';
import { readLexicon } from '../read-lexicon.ts';
import { longestCopiedRun, madeUpLines } from './copied-runs.ts';
import { meanBits, trainFluencyModel } from './fluency-model.ts';
import { drawOrders, type GenerateCase } from './generate-orders.ts';

interface Spread {
  mean: number;
  p50: number;
}

export interface GenerateEval {
  lines_meeting_scheme: number;
  lines_meeting_syllables: number;
  /** Share of the orders, all of them sensible. */
  infeasible: number;
  density: { plain: Spread; dense: Spread };
  malmi: { plain: Spread; dense: Spread };
  longest_copied_run_max: number;
  self_rhymes: number;
  distinct_2: number;
  repeated_lines: number;
  on_topic: { prompt_similarity: number; other_prompts_similarity: number };
  fluency: { real: number; composed: number; composed_dense: number; shuffled: number };
  /** Of `compose` in this process without the first one, which reads the model. */
  ms: { p50: number; p95: number };
}

interface Verse extends GenerateCase {
  readonly lines: readonly ComposedLine[];
  readonly density: number;
  readonly malmi: number;
  readonly offScheme: number;
  readonly offSyllables: number;
}

const round = (value: number, digits = 3): number => Number(value.toFixed(digits));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const spreadOf = (values: readonly number[]): Spread => ({
  mean: round(mean(values)),
  p50: round(quantile(values, 0.5)),
});

export interface EvalOptions {
  /** `tune`: the requests that the composer's weights were chosen with. */
  readonly half?: 'tune' | 'held';
  /** Lines of further songs that nothing may be copied from. */
  readonly songs?: readonly string[];
  readonly progress?: (done: number) => void;
}

/** Composes from fixed seeds without a model and measures what was written with the engine that reads songs. */
export async function evalGenerate(
  compositions: number,
  { half = 'held', songs = [], progress = () => undefined }: EvalOptions = {},
): Promise<{ result: GenerateEval; verses: readonly Verse[] }> {
  const lexicon = openLexicon(await readLexicon());
  const general = await openComposeModel();
  const [verses, ms]: [Verse[], number[]] = [[], []];
  for (const [at, one] of drawOrders(compositions, half).entries()) {
    const start = performance.now();
    const composed = compose(one.order, { lexicon, general, sources: one.sources });
    ms.push(performance.now() - start);
    progress(at + 1);
    if (composed.ok) verses.push(measure(one, composed.lines, lexicon));
  }
  const lines = verses.reduce((sum, verse) => sum + verse.lines.length, 0);
  const of = (isDense: boolean): Verse[] =>
    verses.filter(({ order }) => (order.rhyme === 'dense') === isDense);
  const spreads = (measureOf: (verse: Verse) => number) => ({
    plain: spreadOf(of(false).map(measureOf)),
    dense: spreadOf(of(true).map(measureOf)),
  });
  const result: GenerateEval = {
    lines_meeting_scheme: round(
      1 - verses.reduce((sum, { offScheme }) => sum + offScheme, 0) / Math.max(1, lines),
    ),
    lines_meeting_syllables: round(
      1 - verses.reduce((sum, { offSyllables }) => sum + offSyllables, 0) / Math.max(1, lines),
    ),
    infeasible: round(1 - verses.length / compositions),
    density: spreads(({ density }) => density),
    malmi: spreads(({ malmi }) => malmi),
    longest_copied_run_max: longestCopiedRun(verses, [
      general.lines.map(({ text }) => text),
      madeUpLines(),
      songs,
    ]),
    self_rhymes: verses.reduce((sum, verse) => sum + selfRhymes(verse), 0),
    ...repetition(verses),
    on_topic: await onTopic(verses),
    fluency: await fluencyOf(of(false), of(true), general),
    ms: timesOf(ms.slice(1)),
  };
  return { result, verses };
}

const timesOf = (ms: readonly number[]) => ({
  p50: round(quantile(ms, 0.5), 1),
  p95: round(quantile(ms, 0.95), 1),
});

function measure(
  one: GenerateCase,
  lines: readonly ComposedLine[],
  lexicon: Parameters<typeof readVerse>[1],
): Verse {
  const reading = readVerse(lines, lexicon);
  return {
    ...one,
    lines,
    density: reading.report.density ?? 0,
    malmi: reading.report.malmi ?? 0,
    offScheme: linesOffScheme(lines, one.order.scheme, reading).length,
    offSyllables: linesOffSyllables(lines, (line) => rangeOf(one.order, line), reading).length,
  };
}

const lastWord = (text: string): string => readWords(text).at(-1)?.word ?? '';

/** Pairs of lines of one letter that end on one word. */
function selfRhymes({ lines }: Verse): number {
  let pairs = 0;
  for (const [at, line] of lines.entries())
    for (const other of lines.slice(0, at))
      if (
        line.letter !== null &&
        line.letter === other.letter &&
        isSameWord(lastWord(line.text), lastWord(other.text))
      )
        pairs++;
  return pairs;
}

function repetition(verses: readonly Verse[]): { distinct_2: number; repeated_lines: number } {
  const lines = verses.flatMap((verse) => verse.lines.map(({ text }) => plainWords(text)));
  const pairs = lines.flatMap((words) => words.slice(1).map((word, at) => `${words[at]} ${word}`));
  const texts = lines.map((words) => words.join(' '));
  return {
    distinct_2: round(new Set(pairs).size / Math.max(1, pairs.length)),
    repeated_lines: round(1 - new Set(texts).size / Math.max(1, texts.length)),
  };
}

/** Mean cosine of verses with their own prompts and with the others, by the sentence encoder. */
async function onTopic(verses: readonly Verse[]): Promise<GenerateEval['on_topic']> {
  const pool = openEmbeddingPool();
  // The model's threads do not keep the process alive by themselves.
  const hold = setInterval(() => undefined, 60_000);
  try {
    const prompts = [...new Set(verses.map(({ prompt }) => prompt))];
    const asked = await pool.embed(prompts);
    const written = await pool.embed(verses.map(({ lines }) => lines.map(({ text }) => text).join('\n')));
    const [own, others]: [number[], number[]] = [[], []];
    for (const [at, { prompt }] of verses.entries())
      for (const [which, { vector }] of asked.entries())
        (prompts[which] === prompt ? own : others).push(dot(vector, written[at]?.vector ?? vector));
    return { prompt_similarity: round(mean(own)), other_prompts_similarity: round(mean(others)) };
  } finally {
    clearInterval(hold);
    await pool.close();
  }
}

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** Bits a word under a model of other texts: of the demo's lines, of those composed, and of the demo's lines with their words shuffled. */
async function fluencyOf(
  plain: readonly Verse[],
  dense: readonly Verse[],
  general: GeneralModel,
): Promise<GenerateEval['fluency']> {
  const model = await trainFluencyModel();
  const wordsOf = (text: string): string[] => readWords(text).map(({ word }) => word);
  const real = general.lines.map(({ text }) => wordsOf(text)).filter((words) => words.length > 3);
  const random = seeded(1);
  const bits = (lines: readonly (readonly string[])[]): number => round(meanBits(model, lines), 2);
  const linesOf = (verses: readonly Verse[]) =>
    verses.flatMap(({ lines }) => lines.map(({ text }) => wordsOf(text)));
  return {
    real: bits(real),
    composed: bits(linesOf(plain)),
    composed_dense: bits(linesOf(dense)),
    shuffled: bits(real.map((words) => shuffled(words, random))),
  };
}
