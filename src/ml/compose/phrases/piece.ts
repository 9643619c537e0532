import { isStopWord } from '../../../lib/stop-words.ts';
import type { Lexicon } from '../../../lyrics/phonetics/lexicon.ts';
import { readWords } from '../read-words.ts';
import { soundOf } from '../word-sounds.ts';
import type { WordTable } from '../word-table.ts';
import type { Tense } from './leads.ts';
import { OWN, type Phrase, type PhraseKind } from './phrase.ts';
import { inflectPhrase, type VerbForm } from './verb-forms.ts';

/** A phrase as it stands in a line: with its verb in a form, and heard. */
export interface Piece {
  readonly phrase: Phrase;
  readonly kind: PhraseKind;
  /** As written; "~" is still to be replaced. */
  readonly words: readonly string[];
  readonly syllables: number;
  /** The sounds from the last stressed vowel on; empty where the last word is read in more than one way. */
  readonly key: string;
  /** The vowel that carries its rhyme. */
  readonly anchor: number;
  /** The words that mean something, by number in the table. */
  readonly content: readonly number[];
  /** What the words mean together, of length 1; zeros where nothing is known. */
  readonly meaning: Float32Array;
  /** What it says already, so that another phrase need not: a place, a time. */
  readonly says: ReadonlySet<PhraseKind>;
}

const TIMES =
  /^(?:today|tonight|tomorrow|yesterday|someday|forever|later|sunday|monday|friday|night|day|morning|year|october|september|december|weekend|birthday|summer|winter|spring|fall|dawn|noon|time|hour|soon|always|never)s?$/;
const PLACES =
  /^(?:in|on|at|by|under|behind|down|up|to|from|across|into|through|past|over|around|out|away|home|back)$/;

function saidBy(phrase: Phrase, words: readonly string[]): ReadonlySet<PhraseKind> {
  const says = new Set<PhraseKind>([phrase.kind]);
  if (words.some((word) => TIMES.test(word))) says.add('when');
  if (words.some((word) => PLACES.test(word))) says.add('where');
  return says;
}

export interface HearingTools {
  readonly lexicon: Lexicon;
  readonly table: WordTable;
}

const MOST_USUAL = 18;

function meaningOf(content: readonly number[], { vectors, vectorSize, frequency }: WordTable): Float32Array {
  const sum = new Float32Array(vectorSize);
  for (const number of content) {
    const weight = Math.max(1, MOST_USUAL - (frequency[number] ?? 0));
    for (let i = 0; i < vectorSize; i++)
      sum[i] = (sum[i] ?? 0) + weight * (vectors[number * vectorSize + i] ?? 0);
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((x) => x / length);
}

/** Cosine of what two pieces mean, -1 to 1; 0 where one means nothing known. */
export function fitTogether({ meaning: a }: Piece, { meaning: b }: Piece): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

const STAND_IN = 'my';
const PLAIN = /^[A-Za-z]+(?:'[a-z]+)?$/;

/** A phrase as words in a line; null where a word has no sound. */
export function hearPiece(
  phrase: Phrase,
  words: readonly string[],
  { lexicon, table }: HearingTools,
): Piece | null {
  const spoken = words.flatMap((word) => {
    if (word === OWN) return [STAND_IN];
    return PLAIN.test(word) ? [word.toLowerCase()] : readWords(word).map((read) => read.word);
  });
  const sounds = spoken.map((word) => soundOf(lexicon, word));
  const last = sounds.at(-1);
  if (!last || sounds.some(({ syllables }) => syllables === 0)) return null;
  const content = spoken.flatMap((word) => {
    const number = isStopWord(word) || word === STAND_IN ? -1 : table.find(word);
    return number < 0 ? [] : [number];
  });
  return {
    phrase,
    kind: phrase.kind,
    words,
    syllables: sounds.reduce((sum, { syllables }) => sum + syllables, 0),
    key: last.rhymeKey,
    anchor: last.anchor,
    content,
    meaning: meaningOf(content, table),
    says: saidBy(phrase, spoken),
  };
}

/** The forms in which phrases of a kind stand in lines. */
export type PieceForm = VerbForm | Tense | 'plain';

/** Verbs of states: nobody is needing or has to need. */
export const STATES: ReadonlySet<string> = new Set([
  'need',
  'want',
  'know',
  'owe',
  'mean',
  'have',
  'hate',
  'love',
  'fear',
  'believe',
  'trust',
]);

const DO_FORMS: readonly PieceForm[] = ['base', 'third', 'past', 'ing'];
const THING_FORMS: readonly PieceForm[] = ['past', 'present'];

export function formsOf({ kind, words }: Phrase): readonly PieceForm[] {
  if (kind === 'thing') return THING_FORMS;
  if (kind !== 'do') return ['plain'];
  return STATES.has(words[0] ?? '') ? DO_FORMS.filter((form) => form !== 'ing') : DO_FORMS;
}

/** The words of a phrase in one of the forms of its kind. */
export function wordsIn(phrase: Phrase, form: PieceForm): string[] {
  const { kind, words, subject, isPlural } = phrase;
  if (kind === 'thing') {
    const verb: VerbForm = form === 'past' ? 'past' : isPlural ? 'base' : 'third';
    return [...subject, ...inflectPhrase(words, verb)];
  }
  if (kind !== 'do' || form === 'plain' || form === 'present') return [...words];
  return inflectPhrase(words, form);
}
