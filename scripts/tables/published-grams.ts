import { z } from 'zod';
import type { WeightedGrams } from './pack-grams.ts';

/** Languages in Latin script of which `eld` publishes pieces of words. */
export const PUBLISHED: readonly string[] =
  'az ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro sk sl sq sv tl tr vi yo'.split(' ');
/** The package stores weights without what all of them have at least. */
const BASE = 53;
const root = new URL('../', import.meta.resolve('eld'));
const DataSchema = z.object({
  ngramsData: z.object({
    languages: z.record(z.string(), z.string()),
    ngrams: z.record(z.string(), z.record(z.string(), z.number())),
  }),
});
const DictionarySchema = z.object({ dictionary: z.array(z.string()) });

/** The pieces of the package's smallest table, as bytes of UTF-8 in a string (the package has signs of its own for them). */
export async function readPublishedGrams(): Promise<WeightedGrams> {
  const { dictionary } = DictionarySchema.parse(await import(new URL('dictionary.js', root).href));
  const { ngramsData } = DataSchema.parse(await import(new URL('ngrams/extrasmall.js', root).href));
  const bytes = new Map(dictionary.map((sign, byte) => [sign, String.fromCharCode(byte)]));
  bytes.set(' ', ' ');
  const grams: WeightedGrams = new Map();
  for (const [signs, weights] of Object.entries(ngramsData.ngrams)) {
    const gram = [...signs].map((sign) => bytes.get(sign) ?? sign).join('');
    const latin = Object.entries(weights).flatMap(([index, weight]): [string, number][] => {
      const language = ngramsData.languages[index] ?? '';
      return PUBLISHED.includes(language) ? [[language, weight + BASE]] : [];
    });
    if (latin.length > 0 && !/\d/.test(gram)) grams.set(gram, new Map(latin));
  }
  return grams;
}
