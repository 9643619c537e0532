import type { RhymeGroup } from './contract.ts';
import { anchorAt, memberOf, soundAt } from './groups.ts';
import type { AsideRhyme } from './hear-asides.ts';
import { groupLetter, Union } from './union.ts';
import type { Verse } from './verse.ts';
import type { Voices } from './words.ts';

type Member = RhymeGroup['members'][number];

/** Asides that rhyme with each other, and the words of the main voice that they rhyme with, in order. */
interface Cluster {
  readonly asides: number[];
  readonly answered: number[];
}

/**
 * Adds asides to the groups of the main voice. Asides that rhyme with each other stay together and join the group of the
 * first word of the main voice that one of them rhymes with; they never join two groups. What is left makes groups of its
 * own behind the others, so that the groups without asides are exactly those of the main voice.
 */
export function groupAsides(
  groups: readonly RhymeGroup[],
  voices: Voices<Verse>,
  rhymes: readonly AsideRhyme[],
): RhymeGroup[] {
  const grown = groups.map((group) => ({ ...group, members: [...group.members] }));
  const groupAt = new Map(
    grown.flatMap((group) => group.members.map(({ start }) => [start, group] as const)),
  );
  const confidence = confidenceOf(rhymes);
  for (const { asides, answered } of clustersOf(rhymes)) {
    const partners = answered.map((word) => memberOf(voices.main, word, confidence.main.get(word) ?? 0));
    const first = partners[0];
    let group = partners.map(({ start }) => groupAt.get(start)).find((found) => found !== undefined);
    if (!group) {
      const sound = soundAt(voices.asides, anchorAt(voices.asides, asides[0] ?? 0));
      group = { letter: groupLetter(grown.length), sound, members: first ? [first] : [] };
      grown.push(group);
      if (first) groupAt.set(first.start, group);
    }
    group.members.push(...asides.map((word) => asideMember(voices, word, confidence.asides.get(word) ?? 0)));
  }
  for (const { members } of grown) members.sort((a, b) => a.start - b.start);
  return grown;
}

function clustersOf(rhymes: readonly AsideRhyme[]): Cluster[] {
  const words = rhymes.flatMap(({ aside, other, isInward }) => (isInward ? [aside] : [aside, other]));
  const union = new Union(words.reduce((most, word) => Math.max(most, word + 1), 0));
  for (const { aside, other, isInward } of rhymes) if (!isInward) union.join(aside, other);
  const clusters = new Map<number, Cluster>();
  for (const word of [...new Set(words)].sort((a, b) => a - b)) {
    const cluster = clusters.get(union.root(word)) ?? { asides: [], answered: [] };
    clusters.set(union.root(word), cluster);
    cluster.asides.push(word);
  }
  for (const { aside, other, isInward } of rhymes) {
    if (isInward) clusters.get(union.root(aside))?.answered.push(other);
  }
  return [...clusters.values()];
}

function confidenceOf(rhymes: readonly AsideRhyme[]): Voices<Map<number, number>> {
  const best = { main: new Map<number, number>(), asides: new Map<number, number>() };
  const raise = (known: Map<number, number>, word: number, confidence: number): void => {
    known.set(word, Math.max(known.get(word) ?? 0, confidence));
  };
  for (const { aside, other, isInward, confidence } of rhymes) {
    raise(best.asides, aside, confidence);
    raise(isInward ? best.main : best.asides, other, confidence);
  }
  return best;
}

function asideMember({ main, asides }: Voices<Verse>, word: number, confidence: number): Member {
  const member = memberOf(asides, word, confidence);
  const isAlone = member.is_end && !main.text.lines.some(({ number }) => number === member.line);
  return { ...member, is_end: isAlone, is_aside: true };
}
