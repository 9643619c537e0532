import { isSameWord } from '../../lyrics/rhyme/same-word.ts';
import { MAX_SYLLABLES } from './check-order.ts';
import { NextLineScorer } from './rank-next.ts';
import { readWords } from './read-words.ts';
import { readStock } from './stock.ts';
import type { LineCandidate, Materials, NextLinesOrder, SyllableRange, WeightedWord } from './types.ts';
import { readVerse, type VerseReading } from './verify-verse.ts';
import { type RankedDraft, VerseWriter } from './verse-writer.ts';
import type { WordTable } from './word-table.ts';

/** Lines before the next one that are heard with it. */
const WINDOW = 8;
/** Ends further back are no longer waited for. */
const REACH = 4;
/** Syllables that the next line may have more or fewer than the middle of those given. */
const LEAVE = 1;
const DEFAULT_MIDDLE = 10;
/** Share of the candidates for the rhyme most in force. */
const MAIN_SHARE = 0.6;
const TOPIC_LINES = 4;
const NOUNS = 'nus';
/** How much the likeness to real next lines counts beside the worth of the line itself. */
const LIKENESS_WORTH = 0.15;
/** What it is worth to answer an end. */
const RHYME_WORTH = 1;
/** Candidates that the engine reads for each one wanted. */
const READINGS = 3;

/** A line that the next one may rhyme with, and why; null for a new rhyme. */
interface Target {
  readonly line: number | null;
  readonly why: string;
}

const OPENING: Target = { line: null, why: 'opens a new rhyme' };

/**
 * Up to ten lines that could come next, the most fitting first: they rhyme with the end that waits for one and are as long
 * as the lines before. Fewer where no more are found.
 */
export function nextLines(
  given: readonly string[],
  order: NextLinesOrder,
  materials: Materials,
): LineCandidate[] {
  const lines = given.filter((line) => line.trim() !== '');
  const first = Math.max(0, lines.length - WINDOW);
  const heard = lines.slice(first);
  const reading = readVerse(
    heard.map((text) => ({ text })),
    materials.lexicon,
  );
  const syllables = order.syllables ?? usualLength(reading.syllables);
  const stock = readStock(materials);
  const topic = order.topic.length > 0 ? order.topic : topicOf(heard, materials.general.table);
  const wanted = Math.max(1, Math.min(10, order.count));
  const { lexicon, general } = materials;
  const scorer = new NextLineScorer(lines, { lexicon, table: general.table });
  const found: LineCandidate[] = [];
  for (const target of targetsOf(reading.letters)) {
    const left = wanted - found.length;
    const share = target.line === null ? left : Math.ceil(left * MAIN_SHARE);
    const writer = new VerseWriter(
      orderFor(heard, target, { ...order, topic, syllables }),
      materials,
      stock,
      { attempt: found.length, way: 'phrases' },
    );
    writer.keepUntil(heard.length);
    const fitting = heardFitting(
      writer.rank(heard.length),
      { heard, target, syllables, share, found },
      materials,
    );
    const answers = target.line === null ? 0 : RHYME_WORTH;
    for (const { draft, worth, line } of fitting) {
      const likeness = LIKENESS_WORTH * scorer.score(draft.text);
      const ranked = { draft, worth: worth + likeness + answers };
      const place = line === null ? null : line + first;
      const heardAs = target.line === null ? openingOf(draft, place, lines) : { ...target, line: place };
      found.push(candidateOf(ranked, heardAs, reading, syllables));
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Nouns of the last lines, the later ones with more weight: what the text is about so far. */
function topicOf(lines: readonly string[], table: WordTable): WeightedWord[] {
  const recent = lines.slice(-TOPIC_LINES);
  return recent.flatMap((line, at) =>
    readWords(line)
      .filter(({ word }) => NOUNS.includes(table.tags[table.find(word)]?.charAt(0) ?? '-'))
      .map(({ word }) => ({ word, weight: (at + 1) / recent.length })),
  );
}

/** The ends that wait for a rhyme, the likeliest first: one that has none yet, then the last ones. */
function targetsOf(letters: readonly string[]): Target[] {
  const last = letters.length - 1;
  const alone = (line: number): boolean =>
    letters[line] === '-' || letters.filter((letter) => letter === letters[line]).length % 2 === 1;
  const lines = Array.from({ length: Math.min(REACH, letters.length) }, (_, back) => last - back);
  const isCrossed = last >= 2 && letters[last - 2] === letters[last] && letters[last] !== '-';
  const waiting = isCrossed ? [last - 1] : lines.filter((line) => alone(line) && line >= last - 2);
  // After "A B" a writer goes on with A or with B: the line before the last comes first once a crossed rhyme began.
  const targets = waiting.slice(0, 2).map((line): Target => ({ line, why: whyOf(line, last) }));
  if (targets.length === 0 && last >= 0)
    targets.push({ line: last, why: 'goes on with the rhyme of the line before' });
  return [...targets, OPENING];
}

const whyOf = (line: number, last: number): string =>
  line === last ? 'answers the end of the line before' : 'answers an end that has no rhyme yet';

function usualLength(syllables: readonly number[]): SyllableRange {
  const sorted = syllables.filter((count) => count > 0).sort((a, b) => a - b);
  // Also after lines that are longer than any that is written.
  const middle = Math.min(MAX_SYLLABLES - LEAVE, sorted[Math.floor(sorted.length / 2)] ?? DEFAULT_MIDDLE);
  return { min: Math.max(3, middle - LEAVE), max: Math.max(5, middle + LEAVE) };
}

function orderFor(
  heard: readonly string[],
  { line }: Target,
  { syllables, ...order }: NextLinesOrder & { syllables: SyllableRange },
) {
  const letters = heard.map((_, at) => (at === line ? 'A' : '-')).join('');
  return {
    ...order,
    lines: heard.length + 1,
    scheme: letters + (line === null ? '-' : 'A'),
    syllables: [syllables],
    maxCharacters: null,
    keep: [...heard, null],
  };
}

/** With the line before that the engine hears it rhyme with, by position among those heard; null for none. */
type HeardDraft = RankedDraft & Pick<Target, 'line'>;

interface Wanted {
  readonly heard: readonly string[];
  readonly target: Target;
  readonly syllables: SyllableRange;
  readonly share: number;
  readonly found: readonly LineCandidate[];
}

/** The best drafts that the engine hears to rhyme with the target and to be as long, with different last words. */
function heardFitting(
  ranked: readonly RankedDraft[],
  { heard, target, syllables, share, found }: Wanted,
  { lexicon }: Materials,
): HeardDraft[] {
  const fitting: HeardDraft[] = [];
  const ends = found.map(({ text }) => lastWordOf(text));
  for (const one of ranked.slice(0, share * READINGS)) {
    if (fitting.length >= share) break;
    const end = one.draft.words.at(-1) ?? '';
    if (ends.some((other) => isSameWord(other, end))) continue;
    const heardWith = hearWith(heard, one.draft.text, { target, syllables }, lexicon);
    if (heardWith === null) continue;
    ends.push(end);
    fitting.push({ ...one, ...heardWith });
  }
  return fitting;
}

/** What a line that was to open a rhyme does: say a word again, which is no rhyme, or rhyme with a line after all. */
function openingOf({ words }: RankedDraft['draft'], line: number | null, lines: readonly string[]): Target {
  const end = words.at(-1) ?? '';
  const from = Math.max(0, lines.length - WINDOW);
  const repeated = lines.findLastIndex((text, at) => at >= from && isSameWord(lastWordOf(text), end));
  if (repeated >= 0) return { line: null, why: `repeats the end of line ${repeated + 1}` };
  return line === null ? OPENING : { line, why: 'goes on with a rhyme' };
}

const lastWordOf = (text: string): string => readWords(text).at(-1)?.word ?? '';

/** The line that a text is heard to rhyme with; null if it has other syllables than wanted, or not the rhyme. */
function hearWith(
  heard: readonly string[],
  text: string,
  { target, syllables }: Pick<Wanted, 'target' | 'syllables'>,
  lexicon: Materials['lexicon'],
): Pick<Target, 'line'> | null {
  const { letters, syllables: counts } = readVerse(
    [...heard, text].map((line) => ({ text: line })),
    lexicon,
  );
  const [letter, count] = [letters[heard.length] ?? '-', counts[heard.length] ?? 0];
  if (count < syllables.min || count > syllables.max) return null;
  const before = letter === '-' ? -1 : letters.slice(0, heard.length).lastIndexOf(letter);
  if (target.line === null) return { line: before < 0 ? null : before };
  return letter !== '-' && letters[target.line] === letter ? { line: target.line } : null;
}

/** Worths of lines run from about -1 to 3. */
const toScore = (worth: number): number => Math.round(1e3 / (1 + Math.exp(-worth))) / 1e3;

function candidateOf(
  { draft, worth }: RankedDraft,
  target: Target,
  reading: VerseReading,
  { min, max }: SyllableRange,
): LineCandidate {
  const { text, syllables, words } = draft;
  const end = words.at(-1) ?? '';
  const rhymes = target.line === null ? target.why : `${target.why} (line ${target.line + 1})`;
  const last = reading.syllables.at(-1);
  const length =
    last === undefined || last === syllables
      ? `${syllables} syllables${last === undefined ? '' : ', as the line before'}`
      : `${syllables} syllables, ${min === max ? 'as ordered' : `within ${min} to ${max}`}`;
  return {
    text,
    syllables,
    score: toScore(worth),
    rhymesWith: target.line,
    why: [`"${end}" ${rhymes}.`, `It has ${length}.`],
  };
}
