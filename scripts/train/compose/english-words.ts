import { createRequire } from 'node:module';
import { z } from 'zod';

const load = createRequire(import.meta.url);
const TagsSchema = z.record(z.string(), z.array(z.string()));
const PlacesSchema = z.record(z.string(), z.number());
const SensesSchema = z.record(z.string(), z.array(z.number()));

/** What the dictionary of wink-lexicon (MIT, after WordNet) says of a word. */
export interface EnglishWord {
  /** Penn tags, the most usual first. */
  readonly tags: readonly string[];
  /** Numbers of WordNet's lexicographer files, such as noun.food. */
  readonly senses: readonly number[];
}

export interface EnglishWords {
  readonly senseNames: readonly string[];
  find(word: string): EnglishWord;
  isMass(word: string): boolean;
}

/** Tags for the part of speech before the dot of a sense. */
const TAG_OF_SENSE: Readonly<Record<string, string>> = { noun: 'NN', verb: 'VB', adj: 'JJ', adv: 'RB' };

export function readEnglishWords(): EnglishWords {
  const tags = TagsSchema.parse({ ...load('wink-lexicon').lexicon });
  const places = PlacesSchema.parse({ ...load('wink-lexicon/src/wn-words.js') });
  const senses = SensesSchema.parse({ ...load('wink-lexicon/src/wn-word-senses.js') });
  const senseNames = z.array(z.string()).parse(load('wink-lexicon/src/wn-senses.js'));
  const mass = z.record(z.string(), z.boolean()).parse({ ...load('wink-lexicon').uncountableNouns });
  const sensesOf = (word: string): number[] => senses[String(places[word] ?? -1)] ?? [];
  const find = (word: string): EnglishWord => {
    const found = sensesOf(word);
    const guessed = found.map((sense) => TAG_OF_SENSE[senseNames[sense]?.split('.')[0] ?? ''] ?? 'NN');
    return { tags: tags[word] ?? [...new Set(guessed)], senses: found };
  };
  return { senseNames, find, isMass: (word) => mass[word] === true };
}
