import { isSameWord } from '../../lyrics/rhyme/same-word.ts';
import { readWords } from './read-words.ts';
import { readSkeleton } from './skeletons.ts';
import { readStock, type Stock } from './stock.ts';
import type { ComposeOrder, Materials, RewriteOrder, RewrittenLine, WeightedWord } from './types.ts';
import { readVerse } from './verify-verse.ts';
import { type RankedDraft, VerseWriter } from './verse-writer.ts';
import type { WordTable } from './word-table.ts';

/** What a word of the meaning is worth in the new line, beside how well the line fits by itself. */
const CONTENT_WORTH = 0.9;
const STYLE_WORTH = 0.25;
/** Syllables that a rewritten line may have more or fewer where the style's own length gives none. */
const LEAVE = 3;
/** Drafts of a line that the engine reads. */
const READINGS = 12;
/** The line's own shape counts for more than any other: it says what the line said. */
const OWN_WEIGHT = 20;
const OPEN_TAGS = 'nusjgdbzmr';

/**
 * Rewrites lines toward a style: the words that carry the meaning stay where a line of the style can be built around
 * them, other words and the shape of the line change, and pairs of lines rhyme. A line for which nothing is found stays,
 * and says so.
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

function rewriteLine(
  done: readonly string[],
  task: Task,
  materials: Materials,
  stock: Stock,
): RankedDraft | null {
  const { order, before } = task;
  const own = readSkeleton(
    { text: before, weight: OWN_WEIGHT, source: 0 },
    Number.MAX_SAFE_INTEGER - task.line,
    { table: materials.general.table, lexicon: materials.lexicon },
  );
  const shapes = own ? { ...stock, skeletons: () => [own, ...stock.skeletons()] } : stock;
  const rhymesWith = task.line % 2 === 1 ? task.line - 1 : null;
  for (const letter of rhymesWith === null ? ['-'] : ['A', '-']) {
    for (const syllables of [order.syllables, near(before, materials)]) {
      const writer = new VerseWriter(composeOrder(done, task, letter, syllables), materials, shapes, {
        attempt: task.line,
        way: 'shapes',
      });
      writer.keepUntil(done.length);
      const best = bestOf(writer.rank(done.length), task, materials);
      if (best) return best;
    }
  }
  return null;
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
  const worth = ({ draft, worth: own }: RankedDraft): number =>
    own +
    CONTENT_WORTH * keptOf(draft.words, task.content).length +
    STYLE_WORTH * styleOf(draft.words, task.order).length;
  const sorted = ranked.map((one) => ({ one, worth: worth(one) })).sort((a, b) => b.worth - a.worth);
  for (const { one } of sorted.slice(0, READINGS)) {
    const [count = 0] = readVerse([{ text: one.draft.text }], lexicon).syllables;
    if (count === one.draft.syllables && one.draft.text !== task.before) return one;
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
    kept.length > 0
      ? `keeps ${kept.join(', ')}`
      : 'keeps none of the words, because no line was found around them',
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
