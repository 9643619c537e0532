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
  known: WeakMap<readonly string[], Evidence | null>;
}

let lists: readonly WeighedList[] | undefined;

function openLists(): readonly WeighedList[] {
  return EVIDENCE.map((list) => {
    const weights = new Map<string, number>();
    for (const row of list.words.trim().split('\n')) {
      const [weight, ...words] = row.trim().split(' ');
      for (const form of words.flatMap(formsOf)) if (!weights.has(form)) weights.set(form, Number(weight));
    }
    return { ...list, weights, known: new WeakMap() };
  });
}

/** The classes whose words in a line weigh enough; words at `covered` positions mean something else. */
export function weighEvidence(line: RuleLine, covered: ReadonlySet<number>): Weighed[] {
  lists ??= openLists();
  return lists.flatMap((list): Weighed[] => {
    const { kind, unless } = list;
    const at = enoughOf(line, list, covered);
    return at === null || line.hasElsewhere(unless, at) ? [] : [{ kind, at }];
  });
}

/** Sum of the weights of a line's different words that tell of `kind`; words at `covered` positions mean something else. */
export function weightOf(line: RuleLine, kind: ExplicitClass, covered: ReadonlySet<number>): number {
  lists ??= openLists();
  const list = lists.find((one) => one.kind === kind);
  return list === undefined ? 0 : sumOf(evidenceIn(line, list, covered).seen);
}

/** The positions of different words that weigh enough together; null where they do not. */
function enoughOf(line: RuleLine, list: WeighedList, covered: ReadonlySet<number>): number[] | null {
  const { seen, at } = evidenceIn(line, list, covered);
  if (seen.length < 2 || !seen.some(({ weight }) => weight >= TELLING)) return null;
  return sumOf(seen) >= list.enough ? at : null;
}

const sumOf = (seen: readonly Evidence[]): number => seen.reduce((sum, { weight }) => sum + weight, 0);

function evidenceIn(
  { words }: RuleLine,
  list: WeighedList,
  covered: ReadonlySet<number>,
): { seen: Evidence[]; at: number[] } {
  const seen: Evidence[] = [];
  const at: number[] = [];
  for (const [position, { keys }] of words.entries()) {
    const evidence = evidenceOf(keys, list);
    if (evidence === null || covered.has(position) || seen.some(({ form }) => keys.includes(form))) continue;
    seen.push(evidence);
    at.push(position);
  }
  return { seen, at };
}

interface Evidence {
  form: string;
  weight: number;
}

// The keys of a word are the same list wherever it stands.
function evidenceOf(keys: readonly string[], { weights, known }: WeighedList): Evidence | null {
  const found = known.get(keys);
  if (found !== undefined) return found;
  const form = keys.find((key) => weights.has(key));
  const evidence = form === undefined ? null : { form, weight: weights.get(form) ?? 0 };
  known.set(keys, evidence);
  return evidence;
}
