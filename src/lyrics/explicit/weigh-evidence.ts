import { EVIDENCE, type EvidenceList, TELLING } from './evidence-words.ts';
import { formsOf } from './inflect.ts';
import type { RuleLine } from './read-line.ts';
import type { ExplicitClass } from './scene.ts';

/** A line that tells of something by words none of which does alone: positions of the words. */
export interface Weighed {
  kind: ExplicitClass;
  at: readonly number[];
}

interface WeighedList extends EvidenceList {
  weights: ReadonlyMap<string, number>;
}

let lists: readonly WeighedList[] | undefined;

function openLists(): readonly WeighedList[] {
  return EVIDENCE.map((list) => {
    const weights = new Map<string, number>();
    for (const row of list.words.trim().split('\n')) {
      const [weight, ...words] = row.trim().split(' ');
      for (const form of words.flatMap(formsOf)) if (!weights.has(form)) weights.set(form, Number(weight));
    }
    return { ...list, weights };
  });
}

/** The classes whose words in a line weigh enough; words at `covered` positions mean something else. */
export function weighEvidence(line: RuleLine, covered: ReadonlySet<number>): Weighed[] {
  lists ??= openLists();
  const pieces = piecesOf(line, lists);
  if (pieces.length < 2) return [];
  return lists.flatMap((weighed, list): Weighed[] => {
    const own = pieces.filter((piece) => piece.list === list && !covered.has(piece.position));
    const at = own.length < 2 ? null : enoughOf(own, line, weighed);
    return at === null || line.hasElsewhere(weighed.unless, at) ? [] : [{ kind: weighed.kind, at }];
  });
}

interface Evidence {
  /** Which of the lists has it. */
  list: number;
  form: string;
  weight: number;
}

type Piece = Evidence & { position: number };

function piecesOf({ words }: RuleLine, from: readonly WeighedList[]): Piece[] {
  const pieces: Piece[] = [];
  for (let position = 0; position < words.length; position++)
    for (const evidence of evidenceOf(words[position]?.keys ?? NO_KEYS, from))
      pieces.push({ ...evidence, position });
  return pieces;
}

/** Sum of the weights of a line's different words that tell of `kind`; words at `covered` positions mean something else. */
export function weightOf(line: RuleLine, kind: ExplicitClass, covered: ReadonlySet<number>): number {
  lists ??= openLists();
  const list = lists.findIndex((one) => one.kind === kind);
  const own = piecesOf(line, lists).filter((piece) => piece.list === list && !covered.has(piece.position));
  return sumOf(differentOf(own, line));
}

/** The positions of different words that weigh enough together; null where they do not. */
function enoughOf(
  pieces: readonly Piece[],
  line: RuleLine,
  { enough }: WeighedList,
): readonly number[] | null {
  const seen = differentOf(pieces, line);
  if (seen.length < 2 || !seen.some(({ weight }) => weight >= TELLING)) return null;
  return sumOf(seen) >= enough ? seen.map(({ position }) => position) : null;
}

function differentOf(pieces: readonly Piece[], { words }: RuleLine): readonly Piece[] {
  const seen: Piece[] = [];
  for (const piece of pieces) {
    const keys = words[piece.position]?.keys ?? NO_KEYS;
    if (!seen.some(({ form }) => keys.includes(form))) seen.push(piece);
  }
  return seen;
}

const sumOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { weight }) => sum + weight, 0);

const NO_KEYS: readonly string[] = [];
const NOTHING: readonly Evidence[] = [];
// The keys of a word are the same list wherever it stands.
const known = new WeakMap<readonly string[], readonly Evidence[]>();

function evidenceOf(keys: readonly string[], from: readonly WeighedList[]): readonly Evidence[] {
  const before = known.get(keys);
  if (before !== undefined) return before;
  const found = from.flatMap(({ weights }, list): Evidence[] => {
    const form = keys.find((key) => weights.has(key));
    return form === undefined ? [] : [{ list, form, weight: weights.get(form) ?? 0 }];
  });
  const evidence = found.length === 0 ? NOTHING : found;
  known.set(keys, evidence);
  return evidence;
}
