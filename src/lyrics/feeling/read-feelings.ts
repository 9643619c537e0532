import { BOOSTERS } from '../sentiment/vader-rules.ts';
import { valenceOf } from '../sentiment/vader-tokens.ts';
import type { Song, SongLine } from '../text/song.ts';
import type { Word } from '../text/tokenize.ts';
import { chooseSense } from './choose-sense.ts';
import { type FeelingLexicon, feelingLexicon, type Reading } from './feeling-lexicon.ts';
import { isNegation, plainForm } from './word-forms.ts';

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
  /** Words whose meaning no phrase, neighbour or negation has settled: their vectors say more. */
  open: readonly Word[];
}

const NEGATION_REACH = 3;
/** Negated, a good word hurts a little less than its opposite pleases, and a bad one nearly says nothing. */
const NEGATED_GOOD = -0.6;
const NEGATED_BAD = -0.1;
/** "can't stop smiling", "not only happy": the negation belongs to these words. */
const TAKES_NEGATION = new Set(['stop', 'help', 'wait', 'only', 'just', 'enough', 'lie', 'deny', 'matter']);
const NOTHING: Reading = { valence: 0, shows: [] };

/**
 * What each line tells, asides left out: phrases first, then words with several senses by their neighbours, then the
 * lexicon for songs, then VADER's valence.
 */
export function readFeelings(song: Song): FeltLine[] {
  const lexicon = feelingLexicon();
  return song.lines.map((line) => {
    const sung = line.words.filter(({ aside }) => !aside);
    return { line, ...readLine(sung, lexicon) };
  });
}

function readLine(words: readonly Word[], lexicon: FeelingLexicon): Pick<FeltLine, 'told' | 'open'> {
  const plain = words.map(({ norm }) => plainForm(norm));
  const forms = (at: number): readonly string[] => {
    const word = words[at];
    return word === undefined ? [] : lexicon.forms(word.norm);
  };
  const told: Told[] = [];
  const open: Word[] = [];
  for (let at = 0, length = 1; at < words.length; at += length) {
    const phrase = lexicon.phrases.longest(at, forms);
    length = phrase?.length ?? 1;
    const read = phrase ? { reading: phrase.value, isSettled: true } : readWord(plain, at, lexicon);
    const [first, last] = [words[at], words[at + length - 1]];
    if (first === undefined || last === undefined) break;
    const found = inContext(read.reading, plain, { at, isPhrase: phrase !== null });
    if (!read.isSettled && !found.negated) open.push(first);
    if (read.reading === NOTHING) continue;
    const key = plain.slice(at, at + length).join(' ');
    told.push({ ...found, line: first.line, start: first.start, end: last.end, key });
  }
  return { told, open };
}

function readWord(
  line: readonly string[],
  at: number,
  lexicon: FeelingLexicon,
): { reading: Reading; isSettled: boolean } {
  const word = line[at] ?? '';
  const sense = chooseSense(line, at);
  if (sense) return { reading: sense, isSettled: true };
  const known = lexicon.word(word);
  const valence = BOOSTERS.has(word) || isNegation(word) ? undefined : valenceOf(word);
  if (known !== null) return { reading: stronger(known, valence ?? 0), isSettled: false };
  return { reading: valence === undefined ? NOTHING : { valence, shows: [] }, isSettled: false };
}

// The lexicon says what a word shows; where VADER agrees on its sign, the larger valence counts.
function stronger(known: Reading, valence: number): Reading {
  const agrees = Math.sign(valence) === Math.sign(known.valence);
  return agrees && Math.abs(valence) > Math.abs(known.valence) ? { ...known, valence } : known;
}

// Phrases have their negation in them.
function inContext(
  reading: Reading,
  line: readonly string[],
  { at, isPhrase }: { at: number; isPhrase: boolean },
): Reading & { negated: boolean } {
  if (isPhrase) return { ...reading, negated: false };
  let { valence } = reading;
  const boost = BOOSTERS.get(line[at - 1] ?? '') ?? 0;
  if (valence !== 0) valence += Math.sign(valence) * boost;
  const negated = isNegated(line, at);
  if (negated) valence *= valence > 0 ? NEGATED_GOOD : NEGATED_BAD;
  return { valence, shows: reading.shows, negated };
}

function isNegated(line: readonly string[], at: number): boolean {
  for (let back = 1; back <= NEGATION_REACH; back++) {
    const word = line[at - back];
    if (word === undefined || TAKES_NEGATION.has(word)) return false;
    if (isNegation(word)) return true;
  }
  return false;
}
