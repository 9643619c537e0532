import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Lexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { type Pronunciation, parsePhones } from '../../src/lyrics/phonetics/phones.ts';
import { findRhymes } from '../../src/lyrics/rhyme/finder/rhyme-finder.ts';
import { readCounts, readDictionary } from '../lexicon/dictionary-sources.ts';
import { RhymeList } from './perfect-rhymes.ts';

const FIRST = 20;
const WORST = 15;
const WORDS_FILE = fileURLToPath(new URL('data/rhyme-words.json', import.meta.url));

const WordsSchema = z.array(
  z.object({
    word: z.string(),
    group: z.enum(['common', 'slang', 'names']),
    /** ARPABET, where the dictionary lacks the word or has another of that spelling; of a word in -in' that in -ing. */
    sounds: z.string().optional(),
  }),
);

export interface RhymeScores {
  /** Share of the answers that are on the list. */
  readonly precision: number;
  /** Share of the twenty most frequent of the list that are among the answers. */
  readonly recall_at_20: number;
  /** The same of the list without words that speech never has, most of them surnames. */
  readonly recall_of_used: number;
  /** Words without an answer though the list has some. */
  readonly empty: number;
}

export interface RhymesEval {
  readonly words: number;
  /** Words of which the list has no rhyme; they are not scored. */
  readonly without_rhymes: number;
  readonly finder: RhymeScores;
  readonly by_group: Readonly<Record<string, RhymeScores>>;
  readonly baseline: RhymeScores;
  /** The first search also sorts the index. */
  readonly milliseconds: { readonly first: number; readonly median: number; readonly worst: number };
  /** By recall of the used words. */
  readonly worst: readonly {
    readonly word: string;
    readonly recall: number;
    readonly missing: readonly string[];
    readonly wrong: readonly string[];
  }[];
}

interface Judged {
  readonly word: string;
  readonly group: string;
  readonly list: readonly string[];
  /** Those of the list that are ever used. */
  readonly used: readonly string[];
  readonly answers: readonly string[];
  readonly simple: readonly string[];
  readonly milliseconds: number;
}

/** Words in -in' are on the list as their full form in -ing. */
const asListed = (word: string): string => word.replace(/in'$/, 'ing');

const round = (value: number): number => Math.round(value * 1000) / 1000;
const mean = (values: readonly number[]): number =>
  round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));

const recallOf = (answers: readonly string[], list: readonly string[]): number => {
  const best = list.slice(0, FIRST);
  return best.filter((word) => answers.includes(word)).length / Math.max(1, best.length);
};

function scoresOf(judged: readonly Judged[], pick: (each: Judged) => readonly string[]): RhymeScores {
  const answered = judged.filter((each) => pick(each).length > 0);
  const precisions = answered.map((each) => {
    const answers = pick(each);
    return answers.filter((word) => each.list.includes(word)).length / answers.length;
  });
  return {
    precision: mean(precisions),
    recall_at_20: mean(judged.map((each) => recallOf(pick(each), each.list))),
    recall_of_used: mean(
      judged.filter(({ used }) => used.length > 0).map((each) => recallOf(pick(each), each.used)),
    ),
    empty: judged.length - answered.length,
  };
}

interface Sources {
  readonly lexicon: Lexicon;
  readonly rhymes: RhymeList;
  readonly isUsed: (word: string) => boolean;
}

/** Asks for the perfect rhymes of a word, and times it. */
function judge(
  { lexicon, rhymes, isUsed }: Sources,
  { word, group, phones }: { word: string; group: string; phones: readonly Pronunciation[] },
): Judged {
  const start = performance.now();
  const { items } = findRhymes(lexicon, word, { kind: 'perfect', limit: FIRST });
  const milliseconds = performance.now() - start;
  const answers = items.filter(({ is_phrase }) => !is_phrase).map((item) => asListed(item.word));
  const full = asListed(word);
  const simple = rhymes.byLastVowel(full, phones).slice(0, FIRST);
  const list = rhymes.of(full, phones);
  return { word, group, list, used: list.filter(isUsed), answers, simple, milliseconds };
}

/**
 * The first twenty perfect rhymes of 200 common, slang and name words against those that the whole pronouncing
 * dictionary has by definition, ranked by use; beside a simple method on the same words.
 */
export async function evalRhymes(lexicon: Lexicon): Promise<RhymesEval> {
  const [dictionary, counts] = [readDictionary(), await readCounts()];
  const rhymes = new RhymeList(
    [...dictionary].map(([spelling, pronunciations]) => ({
      spelling,
      pronunciations,
      count: counts.get(spelling)?.count ?? 0,
    })),
  );
  const isUsed = (word: string) => counts.has(word);
  const words = WordsSchema.parse(JSON.parse(await readFile(WORDS_FILE, 'utf8')));
  const all = words.map(({ word, group, sounds }) => {
    const phones = sounds ? [parsePhones(sounds)] : (dictionary.get(asListed(word)) ?? []);
    if (phones.length === 0) throw new Error(`${WORDS_FILE}: the dictionary lacks ${word}; give its sounds`);
    return judge({ lexicon, rhymes, isUsed }, { word, group, phones });
  });
  const judged = all.filter(({ list }) => list.length > 0);
  const [first = 0, ...later] = all.map(({ milliseconds }) => milliseconds);
  const times = later.sort((a, b) => a - b);
  return {
    words: all.length,
    without_rhymes: all.length - judged.length,
    finder: scoresOf(judged, ({ answers }) => answers),
    by_group: Object.fromEntries(
      [...Map.groupBy(judged, ({ group }) => group)].map(([group, part]) => [
        group,
        scoresOf(part, ({ answers }) => answers),
      ]),
    ),
    baseline: scoresOf(judged, ({ simple }) => simple),
    milliseconds: {
      first: round(first),
      median: round(times[times.length >> 1] ?? 0),
      worst: round(times.at(-1) ?? 0),
    },
    worst: judged
      .filter(({ used }) => used.length > 0)
      .map(({ word, list, used, answers }) => ({
        word,
        recall: round(recallOf(answers, used)),
        missing: used.slice(0, FIRST).filter((other) => !answers.includes(other)),
        wrong: answers.filter((other) => !list.includes(other)),
      }))
      .sort((a, b) => a.recall - b.recall)
      .slice(0, WORST),
  };
}
