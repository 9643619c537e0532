import { type EndWord, soundTogether } from './end-words/end-sound.ts';
import { hearCouplets } from './end-words/hear-couplets.ts';
import { findRhymes } from './find-rhymes.ts';
import type { Hearing } from './hear.ts';
import { isSameWord } from './same-word.ts';
import type { Verse } from './verse.ts';
import type { SungLine, Voices } from './words.ts';

/** Rows between two asides that still rhyme, and between a row of asides and a line that it answers. */
const MAX_ROWS = 4;
/** Words of its line before an aside that it is compared with, and the end of the line. */
const MAX_BACK = 8;
const MIN_TAILS = 0.75;

/** Two words that rhyme, at least one of them an aside. */
export interface AsideRhyme {
  /** Index among the words of the asides. */
  readonly aside: number;
  /** Index among the words of the asides, or of the main voice. */
  readonly other: number;
  readonly isInward: boolean;
  /** Probability, 0-1. */
  readonly confidence: number;
}

/**
 * How asides rhyme: among themselves by the same models as the main voice, with words of their own line by sound, and a
 * row that holds only an aside with the ends of the lines around it. A word that the line sings too is its echo, no rhyme.
 * `hearing` is that of the asides.
 */
export function hearAsides(voices: Voices<Verse>, hearing: Hearing): AsideRhyme[] {
  if (voices.asides.text.words.length === 0) return [];
  const rows: MainLines = new Map(voices.main.text.lines.map((line) => [line.number, line]));
  const isEcho = findEchoes(voices, rows);
  const alike = [...besideOwnLine(voices, isEcho, rows), ...besideLinesAround(voices, rows)];
  return [...amongAsides(voices.asides, hearing, isEcho), ...asRhymes(voices, alike)];
}

/** The lines of the main voice by the number of their row. */
type MainLines = ReadonlyMap<number, SungLine>;

const spellingOf = ({ text }: Verse, word: number): string => text.words[word]?.spelling ?? '';

function findEchoes({ main, asides }: Voices<Verse>, rows: MainLines): Uint8Array {
  const echoes = new Uint8Array(asides.text.words.length);
  for (const { number, firstWord, lastWord } of asides.text.lines) {
    const line = rows.get(number);
    if (!line) continue;
    const sung = Map.groupBy(
      new Set(main.text.words.slice(line.firstWord, line.lastWord).map(({ spelling }) => spelling)),
      (spelling) => spelling.charCodeAt(0),
    );
    for (let word = firstWord; word < lastWord; word++) {
      const spelling = spellingOf(asides, word);
      const isSung = sung.get(spelling.charCodeAt(0))?.some((other) => isSameWord(other, spelling));
      if (isSung) echoes[word] = 1;
    }
  }
  return echoes;
}

function amongAsides(asides: Verse, hearing: Hearing, isEcho: Uint8Array): AsideRhyme[] {
  const { lines } = asides.text;
  const row = (word: number): number => lines[asides.line[word] ?? 0]?.number ?? 0;
  return findRhymes(asides, hearing).pairs.flatMap(({ left, right }) => {
    if (isEcho[left] || isEcho[right] || row(right) - row(left) > MAX_ROWS) return [];
    if (isSameWord(spellingOf(asides, left), spellingOf(asides, right))) return [];
    const confidence = Math.min(hearing.word[left] ?? 0, hearing.word[right] ?? 0);
    return [{ aside: right, other: left, isInward: false, confidence }];
  });
}

/** An aside and a word of the main voice that sound alike. */
interface Alike {
  readonly aside: number;
  readonly other: number;
}

function besideOwnLine(voices: Voices<Verse>, isEcho: Uint8Array, rows: MainLines): Alike[] {
  return voices.asides.text.lines.flatMap(({ number, firstWord, lastWord }) => {
    const line = rows.get(number);
    if (!line) return [];
    return range(firstWord, lastWord).flatMap((aside) => {
      const other = isEcho[aside] ? undefined : nearestAlike(voices, aside, line);
      return other === undefined ? [] : [{ aside, other }];
    });
  });
}

/** The end of the line if it sounds like the aside, otherwise the nearest word before the aside that does. */
function nearestAlike(
  { main, asides }: Voices<Verse>,
  aside: number,
  { firstWord, lastWord }: SungLine,
): number | undefined {
  const start = asides.text.words[aside]?.start ?? 0;
  const end = lastWord - 1;
  if (isAlike(main.asEnd(end), asides.asEnd(aside))) return end;
  let before = end;
  while (before >= firstWord && (main.text.words[before]?.start ?? 0) > start) before--;
  return range(Math.max(firstWord, before - MAX_BACK + 1), before + 1)
    .reverse()
    .find((word) => !isLight(main, word) && isAlike(main.asEnd(word), asides.asEnd(aside)));
}

const isLight = ({ weak, firstSyllable }: Verse, word: number): boolean =>
  weak[firstSyllable[word] ?? 0] === 1 && (firstSyllable[word + 1] ?? 0) - (firstSyllable[word] ?? 0) === 1;

function besideLinesAround({ main, asides }: Voices<Verse>, rows: MainLines): Alike[] {
  return asides.text.lines.flatMap(({ number, section, lastWord }) => {
    if (rows.has(number)) return [];
    const aside = lastWord - 1;
    for (const step of NEAREST_FIRST) {
      const line = rows.get(number + step);
      if (line?.section !== section) continue;
      const other = line.lastWord - 1;
      if (isAlike(main.asEnd(other), asides.asEnd(aside))) return [{ aside, other }];
    }
    return [];
  });
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

const NEAREST_FIRST = range(1, MAX_ROWS + 1).flatMap((step) => [-step, step]);

/** Whether two different words sound alike from the stressed vowel on. */
function isAlike(left: EndWord, right: EndWord): boolean {
  if (isSameWord(left.spelling, right.spelling)) return false;
  const { isPerfect, anchor, after } = soundTogether(left, right);
  return isPerfect || (anchor.vowels === 1 && anchor.tails >= MIN_TAILS && after[0] === after[1]);
}

// The couplets of the list are the pairs, and every other one belongs to none.
function asRhymes({ main, asides }: Voices<Verse>, pairs: readonly Alike[]): AsideRhyme[] {
  const words = pairs.flatMap(({ aside, other }) => [main.asEnd(other), asides.asEnd(aside)]);
  const probability = hearCouplets(words);
  return pairs.map((pair, at) => ({ ...pair, isInward: true, confidence: probability[2 * at] ?? 0 }));
}
