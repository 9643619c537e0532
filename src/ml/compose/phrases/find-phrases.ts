import type { LineWord } from '../read-words.ts';
import { tagWords } from '../tag-words.ts';
import type { SourceLine } from '../types.ts';
import type { WordTable } from '../word-table.ts';
import { OWN, type Phrase, type PhraseKind } from './phrase.ts';
import { baseOfVerb } from './verb-bases.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const WHERE = set('in on at by under behind across near inside outside beside above below around');
const HOW = set('with without for like against');
const OWNERS = set('my your his her our their');
const DETERMINERS = set('the a an this that every some no one two three four five six seven ten twenty');
/** Words before which a phrase is complete. */
const BOUNDS = set(
  "and but or so if when while till until 'til cause because before after since where who that which as than then " +
    'in on at by under behind across near with without for like from into to of up down out off over through ' +
    "i you he she we they it i'm you're we're they're he's she's it's is was are were",
);
const TIMES = set(
  'morning night day evening noon summer winter spring week month year minute hour sunday monday tuesday wednesday thursday friday saturday weekend december june july october',
);
const NOUNS = 'nus';
const MAX_WORDS = 4;
const DOERS = set(
  "i we you they he she to let's don't can't won't gotta gonna could would never didn't couldn't",
);
/** Verbs that need more than an object, or that help others. */
const HELPERS = set(
  'be have do get let make go come want need like seem look feel say tell ask put give think know',
);

interface ReadLine {
  readonly words: readonly LineWord[];
  readonly tags: readonly string[];
  readonly table: WordTable;
}

const isBound = ({ words }: ReadLine, at: number): boolean =>
  at >= words.length || words[at - 1]?.after !== '' || BOUNDS.has(words[at]?.word ?? '');

/** Whether the word is of the table, not rude and not a name. */
const isPlain = ({ words, table }: ReadLine, at: number): boolean => {
  const { word = '', shown = '' } = words[at] ?? {};
  return table.isChoosable(table.find(word)) && !/^\p{Lu}/u.test(shown) && (words[at]?.after ?? '') !== '-';
};

/** Where a noun phrase that begins at a word ends, one after its last word; -1 where none does. */
function nounPhraseEnd(line: ReadLine, start: number, most: number): number {
  const { words, tags } = line;
  let at = start;
  const isOwned = OWNERS.has(words[at]?.word ?? '');
  const isDetermined = isOwned || DETERMINERS.has(words[at]?.word ?? '');
  if (isDetermined) at++;
  while (at < start + most && words[at] !== undefined) {
    const tag = tags[at] ?? '?';
    if (!isPlain(line, at)) return -1;
    const isEnd = isBound(line, at + 1);
    if (isEnd) {
      const usual = line.table.tags[line.table.find(words[at]?.word ?? '')]?.charAt(0) ?? '';
      if (!NOUNS.includes(tag) || !NOUNS.includes(usual)) return -1;
      // "in kitchen" is not said: one thing takes a word before it.
      return tag === 'n' && !isDetermined ? -1 : at + 1;
    }
    if (tag !== 'j' && tag !== 'n' && tag !== 'u') return -1;
    at++;
  }
  return -1;
}

const shownOf = ({ word }: LineWord): string => (OWNERS.has(word) ? OWN : word);

const BODY = 1 << 8;

/** Whether a word names a part of the body: what happens "in my chest" is felt, not done. */
const isBody = ({ senses, find }: WordTable, word: string): boolean => {
  const number = find(word);
  return number >= 0 && ((senses[2 * number] ?? 0) & BODY) !== 0;
};

function adverbial(line: ReadLine, at: number): { kind: PhraseKind; end: number } | null {
  const word = line.words[at]?.word ?? '';
  if (!WHERE.has(word) && !HOW.has(word)) return null;
  if (line.words[at]?.after !== '') return null;
  const end = nounPhraseEnd(line, at + 1, MAX_WORDS - 1);
  if (end < 0) return null;
  const isOwned = OWNERS.has(line.words[at + 1]?.word ?? '');
  if ((WHERE.has(word) || !isOwned) && isBody(line.table, line.words[end - 1]?.word ?? '')) return null;
  const isTime = TIMES.has(line.words[end - 1]?.word ?? '');
  return { kind: isTime ? 'when' : WHERE.has(word) ? 'where' : 'how', end };
}

function action(line: ReadLine, at: number): { words: string[]; end: number } | null {
  const { words, table } = line;
  const verb = words[at]?.word ?? '';
  const before = words[at - 1]?.word ?? '';
  if (!DOERS.has(before) || words[at]?.after !== '') return null;
  const base = baseOfVerb(table, verb);
  if (base === null || HELPERS.has(base)) return null;
  const end = nounPhraseEnd(line, at + 1, MAX_WORDS - 1);
  if (end < 0) return null;
  return { words: [base, ...words.slice(at + 1, end).map(shownOf)], end };
}

/** The phrases of a line that can stand in others: whole, between bounds, of words of the table, without names. */
export function findPhrases(
  words: readonly LineWord[],
  { weight }: Pick<SourceLine, 'weight'>,
  table: WordTable,
): Phrase[] {
  const line: ReadLine = {
    words,
    table,
    tags: tagWords(
      table,
      words.map(({ word }) => word),
    ),
  };
  const found: Phrase[] = [];
  const rest = { subject: [], isPlural: false, weight };
  for (let at = 0; at < words.length; at++) {
    const where = adverbial(line, at);
    if (where) found.push({ kind: where.kind, words: words.slice(at, where.end).map(shownOf), ...rest });
    const done = action(line, at);
    if (done) found.push({ kind: 'do', words: done.words, ...rest });
  }
  return found;
}
