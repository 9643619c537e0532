import { ENGLISH } from './languages.ts';
import { areRelated, PRIOR } from './relatives.ts';
import type { Stretch } from './stretches.ts';

/** Which language each stretch is in, and how much speaks for the main one. */
export interface SharedOut {
  /** Index of the language with most letters. */
  main: number;
  /** By stretch. */
  languages: readonly number[];
  /** Evidence for the main language over the next one, in its stretches, in nats. */
  margin: number;
  /** Different words in it. */
  words: number;
  /** Whether the next one is a relative of it. */
  related: boolean;
  /** Evidence for the main language a word. */
  support: number;
}

/** How much more must speak for another language than for that of the text: in a clause, and in all its clauses. */
const OTHER = { clause: 2.5, relative: 7, all: 6 };

/** Gives every stretch to the language of the text unless it clearly is in another one. Null without stretches. */
export function shareOut(stretches: readonly Stretch[]): SharedOut | null {
  if (stretches.length === 0) return null;
  const first = bestOf(stretches).best;
  const languages = stretches.map((stretch) => languageOf(stretch, first));
  dropWeak(stretches, languages, first);
  const main = mostLetters(stretches, languages);
  const own = stretches.filter((_, at) => languages[at] === main);
  const { total, second } = bestOf(own, main);
  const words = own.reduce((sum, stretch) => sum + stretch.words, 0);
  const told = (total[main] ?? 0) - (PRIOR[main] ?? 0);
  return {
    main,
    languages,
    margin: (total[main] ?? 0) - (total[second] ?? 0),
    words,
    related: areRelated(main, second),
    support: told / words,
  };
}

interface Ranked {
  total: Float64Array;
  best: number;
  second: number;
}

function bestOf(stretches: readonly Stretch[], known?: number): Ranked {
  const total = Float64Array.from(PRIOR);
  for (const { evidence } of stretches)
    for (let i = 0; i < evidence.length; i++) total[i] = (total[i] ?? 0) + (evidence[i] ?? 0);
  let best = known ?? ENGLISH;
  if (known === undefined)
    total.forEach((value, i) => {
      if (value > (total[best] ?? 0)) best = i;
    });
  let second = best === 0 ? 1 : 0;
  total.forEach((value, i) => {
    if (i !== best && value > (total[second] ?? 0)) second = i;
  });
  return { total, best, second };
}

function languageOf({ evidence }: Stretch, first: number): number {
  let best = first;
  for (let i = 0; i < evidence.length; i++) if (worthOf(evidence, i) > worthOf(evidence, best)) best = i;
  if (best === first) return first;
  const needed = areRelated(best, first) ? OTHER.relative : OTHER.clause;
  return worthOf(evidence, best) - worthOf(evidence, first) >= needed ? best : first;
}

const worthOf = (evidence: Float64Array, i: number): number => (evidence[i] ?? 0) + (PRIOR[i] ?? 0);

/** Stretches of a language that all of its stretches together do not show are in the language of the text. */
function dropWeak(stretches: readonly Stretch[], languages: number[], first: number): void {
  const gain = new Map<number, number>();
  stretches.forEach(({ evidence }, at) => {
    const language = languages[at] ?? first;
    gain.set(language, (gain.get(language) ?? 0) + worthOf(evidence, language) - worthOf(evidence, first));
  });
  languages.forEach((language, at) => {
    if (language !== first && (gain.get(language) ?? 0) < OTHER.all) languages[at] = first;
  });
}

function mostLetters(stretches: readonly Stretch[], languages: readonly number[]): number {
  const letters = new Map<number, number>();
  stretches.forEach((stretch, at) => {
    const language = languages[at] ?? ENGLISH;
    letters.set(language, (letters.get(language) ?? 0) + stretch.letters);
  });
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}
