import { EVIDENCE, type EvidenceList, TELLING } from './evidence-words.ts';
import { formsOf } from './inflect.ts';
import { hasElsewhere, type RuleLine } from './read-line.ts';
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
  return lists.flatMap((list): Weighed[] => {
    const { kind, unless } = list;
    const at = enoughOf(line, list, covered);
    return at === null || hasElsewhere(line, unless, at) ? [] : [{ kind, at }];
  });
}

/** The positions of different words that weigh enough together; null where they do not. */
function enoughOf(
  { words }: RuleLine,
  { weights, enough }: WeighedList,
  covered: ReadonlySet<number>,
): number[] | null {
  const seen = new Set<string>();
  const at: number[] = [];
  let sum = 0;
  let most = 0;
  for (const [position, { keys }] of words.entries()) {
    const form = covered.has(position) ? undefined : keys.find((key) => weights.has(key));
    if (form === undefined || seen.has(form)) continue;
    const weight = weights.get(form) ?? 0;
    for (const key of keys) seen.add(key);
    at.push(position);
    sum += weight;
    most = Math.max(most, weight);
  }
  return at.length > 1 && most >= TELLING && sum >= enough ? at : null;
}
