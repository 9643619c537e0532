import { isSameWord } from '../../lyrics/rhyme/same-word.ts';
import { readWords } from './read-words.ts';
import { readSkeleton } from './skeletons.ts';
import { readStock, type Stock } from './stock.ts';
import type { ComposeOrder, Materials, RewriteOrder, RewrittenLine, WeightedWord } from './types.ts';
import { readVerse } from './verify-verse.ts';
import { type RankedDraft, VerseWriter } from './verse-writer.ts';
import type { WordTable } from './word-table.ts';

/** What a word of the meaning is worth in the new line, beside how well the line fits by itself. */
const CONTENT_WORTH = 4;
const STYLE_WORTH = 0.9;
const MOST_STYLE = 3;
/** Of each syllable more or fewer than the lines of the style have. */
const LENGTH_COST = 0.45;
const FREE = '-';
/** Syllables that a rewritten line may have more or fewer where the style's own length gives none. */
const LEAVE = 3;
/** Drafts of a line that the engine reads. */
const READINGS = 12;
/** The line's own shape counts for more than any other: it says what the line said. */
const OWN_WEIGHT = 20;
/** Longer texts are given less effort a line, so that they take no more time. */
const USUAL_LINES = 6;
const OPEN_TAGS = 'nusjgdbzmr';

/**
 * Rewrites lines toward a style: words that carry the meaning stay, in the line itself or in a new one of whole phrases
 * that is as long as the style's; other words change, and pairs of lines rhyme. A line for which nothing is found that
 * keeps one of its words stays as it is.
 */
export function rewrite(order: RewriteOrder, materials: Materials): RewrittenLine[] {
  const { table } = materials.general;
  const stock = readStock(materials);
  const written: RewrittenLine[] = [];
  for (const [line, before] of order.lines.entries()) {
    const content = contentOf(before, order, table);
    const done = written.map(({ after }) => after);
    const draft = rewriteLine(done, { line, before, content, order }, materials, stock);
    written.push(draft ? describe(before, draft, content, order) : unchanged(before, content, materials));
  }
  return written;
}

interface Task {
  readonly line: number;
  readonly before: string;
  readonly content: readonly string[];
  readonly order: RewriteOrder;
}

/** The words of a line that carry its meaning: the caller's, otherwise its nouns, verbs and adjectives. */
function contentOf(line: string, { content, style }: RewriteOrder, table: WordTable): string[] {
  const words = readWords(line).map(({ word }) => word);
  const chosen = content?.map((word) => word.toLowerCase());
  const isContent = (word: string): boolean => {
    if (chosen) return chosen.includes(word);
    const tag = table.tags[table.find(word)]?.charAt(0) ?? 'f';
    return OPEN_TAGS.includes(tag) && word.length > 2;
  };
  const isStyle = (word: string): boolean => style?.some((own) => own.word === word) ?? false;
  return [...new Set(words)].filter((word) => isContent(word) && !isStyle(word));
}

/**
 * The line itself with words of the style in place of some of its own, or a line about its words that is as long as those
 * of the style, whichever keeps and brings in more; null if neither keeps a word.
 */
function rewriteLine(
  done: readonly string[],
  task: Task,
  materials: Materials,
  stock: Stock,
): RankedDraft | null {
  for (const letter of lettersOf(task)) {
    const drafts = [
      ...edited(done, task, { letter, materials, stock }),
      ...phrased(done, task, { letter, materials, stock }),
    ];
    const best = bestOf(drafts, task, materials);
    if (best) return best;
  }
  return null;
}

interface From {
  readonly letter: string;
  readonly materials: Materials;
  readonly stock: Stock;
}

/** Letters under which the second line of a pair is looked for: rhyming with the first one, then free. */
const lettersOf = ({ line }: Task): string[] => (line % 2 === 1 ? ['A', FREE] : [FREE]);

function edited(done: readonly string[], task: Task, { letter, materials, stock }: From): RankedDraft[] {
  const { before, line } = task;
  const { table } = materials.general;
  const own = readSkeleton({ text: before, weight: OWN_WEIGHT, source: 0 }, line, {
    table,
    lexicon: materials.lexicon,
  });
  if (own === null) return [];
  const order = composeOrder(done, { ...task, content: [] }, letter, near(before, materials));
  const shapes = { ...stock, skeletons: () => [own] };
  const writer = new VerseWriter(order, materials, shapes, { attempt: line, way: 'shapes' });
  writer.keepUntil(done.length);
  return writer.rank(done.length);
}

function phrased(done: readonly string[], task: Task, { letter, materials, stock }: From): RankedDraft[] {
  const order = composeOrder(done, task, letter, task.order.syllables);
  const writer = new VerseWriter(order, materials, stock, { attempt: task.line, way: 'phrases' });
  writer.keepUntil(done.length);
  return writer.rank(done.length, Math.min(1, USUAL_LINES / task.order.lines.length));
}

function near(before: string, { lexicon }: Materials): RewriteOrder['syllables'] {
  const count = readVerse([{ text: before }], lexicon).syllables[0] ?? 0;
  return { min: Math.max(3, count - LEAVE), max: Math.max(5, count + LEAVE) };
}

function composeOrder(
  done: readonly string[],
  { content, order, line }: Task,
  letter: string,
  syllables: RewriteOrder['syllables'],
): ComposeOrder {
  const scheme = done.map((_, at) => (at === line - 1 ? letter : '-')).join('') + letter;
  const topic = content.map((word): WeightedWord => ({ word, weight: 1 }));
  const { rhyme, style, seed, temperature } = order;
  const keep = [...done, null];
  return {
    lines: done.length + 1,
    scheme,
    syllables: [syllables],
    maxCharacters: null,
    rhyme,
    topic,
    style,
    keep,
    seed,
    temperature,
  };
}

function bestOf(ranked: readonly RankedDraft[], task: Task, { lexicon }: Materials): RankedDraft | null {
  const { content, order, before } = task;
  const usual = (order.syllables.min + order.syllables.max) / 2;
  const worth = ({ draft, worth: own }: RankedDraft): number =>
    own +
    (CONTENT_WORTH * keptOf(draft.words, content).length) / Math.max(1, content.length) +
    STYLE_WORTH * Math.min(MOST_STYLE, styleOf(draft.words, order).length) -
    LENGTH_COST * Math.abs(draft.syllables - usual);
  const sorted = ranked
    .filter(({ draft }) => draft.text !== before && keptOf(draft.words, content).length > 0)
    .map((one) => ({ one, worth: worth(one) }))
    .sort((a, b) => b.worth - a.worth);
  for (const { one } of sorted.slice(0, READINGS)) {
    const [count = 0] = readVerse([{ text: one.draft.text }], lexicon).syllables;
    if (count === one.draft.syllables) return one;
  }
  return null;
}

const keptOf = (words: readonly string[], content: readonly string[]): string[] =>
  content.filter((word) => words.some((other) => isSameWord(word, other)));

const styleOf = (words: readonly string[], { style }: RewriteOrder): string[] =>
  [...new Set(words)].filter((word) => style?.some((own) => own.word === word));

function describe(
  before: string,
  { draft }: RankedDraft,
  content: readonly string[],
  order: RewriteOrder,
): RewrittenLine {
  const old = readWords(before).map(({ word }) => word);
  const kept = keptOf(draft.words, content);
  const style = styleOf(draft.words, order).filter((word) => !old.includes(word));
  const parts = [
    `keeps ${kept.join(', ')}`,
    style.length > 0
      ? `brings in ${style.join(', ')} of the style`
      : 'takes the shape of a line of the style',
  ];
  return {
    before,
    after: draft.text,
    syllables: draft.syllables,
    kept,
    style,
    why: `${parts.join(' and ')}.`,
  };
}

function unchanged(before: string, content: readonly string[], { lexicon }: Materials): RewrittenLine {
  const [syllables = 0] = readVerse([{ text: before }], lexicon).syllables;
  return { before, after: before, syllables, kept: content, style: [], why: null };
}
