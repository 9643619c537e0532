import type { Song, SongLine } from '../text/song.ts';
import type { Word } from '../text/tokenize.ts';
import { chooseSense } from './choose-sense.ts';
import { type FeelingLexicon, feelingLexicon, type KnownWord, type Reading } from './feeling-lexicon.ts';

/** A word or phrase that tells a feeling, with its place and the valence that its neighbours leave it. */
export interface Told extends Reading {
  line: number;
  start: number;
  end: number;
  negated: boolean;
  /** The words in lower case: the same words count a limited number of times. */
  key: string;
}

export interface FeltLine {
  line: SongLine;
  told: readonly Told[];
  /** All words that are not asides, in their plain forms. */
  plain: readonly string[];
  /** Words whose meaning no phrase, neighbour or negation has settled. */
  open: readonly Word[];
}

const NEGATION_REACH = 3;
/** Negated, a good word hurts a little less than its opposite pleases, and a bad one nearly says nothing. */
const NEGATED_GOOD = -0.6;
const NEGATED_BAD = -0.1;
/** "can't stop smiling", "not only happy": the negation belongs to these words. */
const TAKES_NEGATION = new Set(['stop', 'help', 'wait', 'only', 'just', 'enough', 'lie', 'deny', 'matter']);

/**
 * What each line tells, asides left out: phrases first, then words with several senses by their neighbours, then the
 * lexicon for songs, then VADER's valence.
 */
export function readFeelings(song: Song): FeltLine[] {
  const lexicon = feelingLexicon();
  return song.lines.map((line) => readLine(line, lexicon));
}

function readLine(line: SongLine, lexicon: FeelingLexicon): FeltLine {
  const words = line.words.some(({ aside }) => aside) ? line.words.filter(({ aside }) => !aside) : line.words;
  const known = words.map(({ norm }) => lexicon.word(norm));
  const plain = known.map((one) => one.plain);
  const forms = (at: number): readonly string[] => known[at]?.forms ?? [];
  const told: Told[] = [];
  const open: Word[] = [];
  for (let at = 0, length = 1; at < words.length; at += length) {
    const [first, word] = [words[at], known[at]];
    if (first === undefined || word === undefined) break;
    const phrase = word.opensPhrase ? lexicon.phrases.longest(at, forms) : null;
    length = phrase?.length ?? 1;
    const sense = phrase ? null : chooseSense(plain, at);
    const reading = phrase?.value ?? sense ?? word.reading;
    // Phrases have their negation in them.
    const negated = phrase === null && isNegated(known, at);
    if (!phrase && !sense && !negated) open.push(first);
    if (reading === null) continue;
    const valence = phrase ? reading.valence : inContext(reading.valence, known[at - 1]?.boost ?? 0, negated);
    const end = words[at + length - 1]?.end ?? first.end;
    const key = plain.slice(at, at + length).join(' ');
    told.push({ valence, shows: reading.shows, negated, line: line.number, start: first.start, end, key });
  }
  return { line, told, open, plain };
}

function inContext(own: number, boost: number, negated: boolean): number {
  const valence = own === 0 ? 0 : own + Math.sign(own) * boost;
  if (!negated) return valence;
  return valence * (valence > 0 ? NEGATED_GOOD : NEGATED_BAD);
}

function isNegated(line: readonly KnownWord[], at: number): boolean {
  for (let back = 1; back <= NEGATION_REACH; back++) {
    const word = line[at - back];
    if (word === undefined || TAKES_NEGATION.has(word.plain)) return false;
    if (word.negates) return true;
  }
  return false;
}
