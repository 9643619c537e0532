import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readWords } from '../../src/ml/compose/read-words.ts';

const DISCOUNT = 0.75;
/** Words that English text may go on with where the model has seen none: an even chance for each. */
const VOCABULARY = 20_000;
const START = '<';
const END = '>';

const VersesSchema = z.array(z.object({ lines: z.array(z.string()).default([]) }));
const FILES = ['feeling-verses', 'theme-verses', 'score-texts'];

/** What followed a context, and how often. */
interface Context {
  total: number;
  readonly next: Map<string, number>;
}

/**
 * A trigram model with interpolated Kneser-Ney smoothing of the verses labelled for other evaluations: the composer has
 * never seen them.
 */
export class FluencyModel {
  readonly #orders: readonly Map<string, Context>[] = [new Map(), new Map(), new Map()];

  add(line: string): void {
    const words = [START, START, ...readWords(line).map(({ word }) => word), END];
    for (let at = 2; at < words.length; at++) this.#count(words, at);
  }

  #count(words: readonly string[], at: number): void {
    const word = words[at] ?? END;
    // A lower order counts in how many longer contexts the word was new (Kneser and Ney 1995).
    for (let order = 2; order >= 0; order--) {
      const key = words.slice(at - order, at).join(' ');
      const context = this.#orders[order]?.get(key) ?? { total: 0, next: new Map<string, number>() };
      this.#orders[order]?.set(key, context);
      const seen = context.next.get(word) ?? 0;
      context.next.set(word, seen + 1);
      context.total++;
      if (seen > 0) return;
    }
  }

  /** Bits a word of a line, its end counted as a word. */
  bits(line: readonly string[]): number {
    const words = [START, START, ...line, END];
    let sum = 0;
    for (let at = 2; at < words.length; at++)
      sum -= Math.log2(this.#chance(words.slice(at - 2, at), words[at] ?? END));
    return sum / (line.length + 1);
  }

  #chance(before: readonly string[], word: string): number {
    let chance = 1 / VOCABULARY;
    for (let order = 0; order <= 2; order++) {
      const context = this.#orders[order]?.get(before.slice(2 - order).join(' '));
      if (!context) continue;
      const own = Math.max(0, (context.next.get(word) ?? 0) - DISCOUNT) / context.total;
      chance = own + ((DISCOUNT * context.next.size) / context.total) * chance;
    }
    return chance;
  }
}

/** Mean bits a word over lines. */
export const meanBits = (model: FluencyModel, lines: readonly (readonly string[])[]): number =>
  lines.reduce((sum, line) => sum + model.bits(line), 0) / Math.max(1, lines.length);

export async function trainFluencyModel(): Promise<FluencyModel> {
  const model = new FluencyModel();
  for (const name of FILES) {
    const text = await readFile(new URL(`./data/${name}.json`, import.meta.url), 'utf8');
    for (const { lines } of VersesSchema.parse(JSON.parse(text))) for (const line of lines) model.add(line);
  }
  return model;
}
