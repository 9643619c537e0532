import type { Lexicon } from '../../../lyrics/phonetics/lexicon.ts';
import { pronounce } from '../../../lyrics/phonetics/pronounce.ts';
import { likelySpellings, splitsOf } from './likely-spellings.ts';
import { spellingCost } from './spelling-cost.ts';

/** A word that may have been meant. */
export interface Candidate {
  word: string;
  /** Songs that spell it so; 0 if only general English has it. */
  songs: number;
}

/** A word of which the catalogue knows nothing, and what it may be. */
export interface Misspelling {
  word: string;
  /** Its neighbours in the query, null at the ends. */
  before: string | null;
  after: string | null;
  candidates: readonly Candidate[];
}

/** Words to be replaced (two if a blank is too many), and by what (two if one was missing). */
export interface Correction {
  typed: string;
  meant: string;
}

/** The most that a correction may cost, by the number of letters typed; the last for all longer words. */
const LIMITS = [0, 0, 0, 0.65, 0.65, 1.05, 1.35, 1.4, 1.7, 2, 2, 2.2, 2.6];
/** How far a word that many people say, or many songs hold, goes before another one: per doubling of the count. */
const FREQUENCY_GAIN = 0.04;
const SONGS_GAIN = 0.06;
/** What a word costs that sounds the same, and which part of its errors counts. */
const SAME_SOUND = 0.35;
const HEARD_SHARE = 0.15;
/** What speaks against a word that no song has. */
const NOT_SUNG = 0.15;
/** What a blank costs that is missing, or too many. */
const MISSING_BLANK = 0.9;
const ADDED_BLANK = 0.6;
/** Any string can be split into two rare words of two letters. */
const MIN_SHORT_FREQUENCY = 14;
const SHORT = 3;
/** Words of general English that are rarer are not meant. */
const MIN_ENGLISH_FREQUENCY = 6;

const limitFor = (word: string): number => LIMITS[Math.min(word.length, LIMITS.length - 1)] ?? 0;

type Words = Pick<Lexicon, 'find' | 'rules'>;

const soundOf = (lexicon: Words, word: string): string =>
  (pronounce(lexicon, word).pronunciations[0] ?? []).join(' ');

interface Scored extends Correction {
  cost: number;
  score: number;
}

/** How likely a word was meant for another one: errors, less what speaks for the word. */
function scored(lexicon: Words, { word }: Misspelling, { word: found, songs }: Candidate): Scored {
  // A search finds either number of a word by the other.
  const meant = word.endsWith('s') && !found.endsWith('s') ? `${found}s` : found;
  const letters = spellingCost(word, meant);
  const heard = SAME_SOUND + HEARD_SHARE * letters;
  const cost = heard < letters && soundOf(lexicon, word) === soundOf(lexicon, meant) ? heard : letters;
  const gain = FREQUENCY_GAIN * (lexicon.find(found)?.frequency ?? 0) + SONGS_GAIN * Math.log2(1 + songs);
  return { typed: word, meant, cost, score: cost - gain + (songs === 0 ? NOT_SUNG : 0) };
}

function isPart(lexicon: Words, part: string, songs: ReadonlyMap<string, number>): boolean {
  if (!songs.get(part)) return false;
  return part.length >= SHORT || (lexicon.find(part)?.frequency ?? 0) >= MIN_SHORT_FREQUENCY;
}

/** Two words that songs have, for one without a blank. */
function splitOf(lexicon: Words, { word }: Misspelling, songs: ReadonlyMap<string, number>): Scored | null {
  let best: Scored | null = null;
  for (const parts of splitsOf(word)) {
    if (!parts.every((part) => isPart(lexicon, part, songs))) continue;
    const gain = Math.min(...parts.map((part) => lexicon.find(part)?.frequency ?? 0));
    const score = MISSING_BLANK - FREQUENCY_GAIN * gain;
    if (best === null || score < best.score)
      best = { typed: word, meant: parts.join(' '), cost: MISSING_BLANK, score };
  }
  return best;
}

/** One word that songs have, for two with a blank too many. */
function joinsOf({ word, before, after }: Misspelling, songs: ReadonlyMap<string, number>): Scored[] {
  const pairs = [...(before === null ? [] : [[before, word]]), ...(after === null ? [] : [[word, after]])];
  return pairs.flatMap((pair) => {
    const meant = pair.join('');
    const held = songs.get(meant) ?? 0;
    return held === 0
      ? []
      : [
          {
            typed: pair.join(' '),
            meant,
            cost: ADDED_BLANK,
            score: ADDED_BLANK - SONGS_GAIN * Math.log2(1 + held),
          },
        ];
  });
}

/** Near words of general English that no song has. */
const fromEnglish = (lexicon: Words, { word, candidates }: Misspelling): Candidate[] =>
  likelySpellings(word)
    .filter((spelling) => (lexicon.find(spelling)?.frequency ?? 0) >= MIN_ENGLISH_FREQUENCY)
    .filter((spelling) => !candidates.some((one) => one.word === spelling))
    .map((spelling) => ({ word: spelling, songs: 0 }));

/**
 * What was most likely meant by a word that neither the catalogue nor general English knows: a word of the catalogue,
 * two of them, one with its neighbour, or a word of general English. Null if nothing is near enough.
 */
export function chooseCorrection(lexicon: Words, misspelling: Misspelling): Correction | null {
  const songs = new Map(misspelling.candidates.map((one) => [one.word, one.songs]));
  const split = splitOf(lexicon, misspelling, songs);
  const words = [...misspelling.candidates, ...fromEnglish(lexicon, misspelling)]
    .filter(({ word }) => word !== misspelling.word && !/\d/.test(word))
    .map((one) => scored(lexicon, misspelling, one))
    .filter(({ cost }) => cost <= limitFor(misspelling.word));
  const [best] = [...words, ...(split === null ? [] : [split]), ...joinsOf(misspelling, songs)].sort(
    (a, b) => a.score - b.score,
  );
  return best === undefined ? null : { typed: best.typed, meant: best.meant };
}
