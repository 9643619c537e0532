import { CONTEXT, letterCode, NO_PHONE } from '../../src/lyrics/phonetics/lexicon-format.ts';
import type { AlignedWord } from './align.ts';

interface Sample {
  readonly word: string;
  readonly position: number;
  readonly answer: number;
}

interface Branch {
  readonly letter: number;
  readonly answer: number;
  readonly children: Branch[];
}

export interface GrownTree {
  readonly tree: Uint32Array;
  readonly classes: Uint8Array;
}

/** A branch seen in fewer samples is chance: the dictionary keeps such words itself. */
const MIN_SAMPLES = 3;

function commonest(samples: readonly Sample[], fallback: number): number {
  const counts = new Map<number, number>();
  for (const { answer } of samples) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  let best = fallback;
  for (const [answer, count] of counts) if (count > (counts.get(best) ?? 0)) best = answer;
  return best;
}

function grow(samples: readonly Sample[], level: number, parentAnswer: number): Branch[] {
  const offset = CONTEXT[level];
  if (offset === undefined) return [];
  const groups = new Map<number, Sample[]>();
  for (const sample of samples) {
    const letter = letterCode(sample.word, sample.position + offset);
    const group = groups.get(letter);
    if (group) group.push(sample);
    else groups.set(letter, [sample]);
  }
  const branches: Branch[] = [];
  for (const [letter, group] of groups) {
    if (level > 0 && group.length < MIN_SAMPLES) continue;
    const answer = commonest(group, parentAnswer);
    const isPure = group.every((sample) => sample.answer === answer);
    const children = isPure ? [] : grow(group, level + 1, answer);
    if (level === 0 || answer !== parentAnswer || children.length > 0)
      branches.push({ letter, answer, children });
  }
  return branches.sort((a, b) => a.letter - b.letter);
}

/** Lays siblings side by side, each pointing at its first child. */
function layOut(root: Branch[]): Uint32Array {
  const nodes: { branch: Branch; isLast: boolean; first: number }[] = [];
  const queue: { siblings: Branch[]; parent: number }[] = [{ siblings: root, parent: -1 }];
  for (const { siblings, parent } of queue) {
    const owner = nodes[parent];
    if (owner) owner.first = nodes.length;
    for (const [index, branch] of siblings.entries()) {
      if (branch.children.length > 0) queue.push({ siblings: branch.children, parent: nodes.length });
      nodes.push({ branch, isLast: index === siblings.length - 1, first: 0 });
    }
  }
  if (nodes.length > 0x1ffff) throw new RangeError(`letter-to-sound tree too large: ${nodes.length} nodes`);
  return Uint32Array.from(
    nodes,
    ({ branch, isLast, first }) =>
      ((branch.answer << 23) | (branch.letter << 18) | (first << 1) | (isLast ? 1 : 0)) >>> 0,
  );
}

/**
 * Learns letter-to-sound rules as a tree of contexts: at each level one more neighbouring letter is looked
 * at, and a branch stays only where it changes the answer (the IGTree idea of Daelemans et al. 1997).
 */
export function growTree(words: readonly AlignedWord[]): GrownTree {
  const numbers = new Map<string, number>();
  const samples: Sample[] = [];
  for (const { letters, parts } of words) {
    for (const [position, part] of parts.entries()) {
      const key = part.join();
      const answer = numbers.get(key) ?? numbers.size;
      numbers.set(key, answer);
      samples.push({ word: letters, position, answer });
    }
  }
  if (numbers.size > 512) throw new RangeError(`too many letter-to-sound classes: ${numbers.size}`);
  const classes = new Uint8Array(numbers.size * 2).fill(NO_PHONE);
  for (const [key, answer] of numbers) {
    if (key !== '') classes.set(key.split(',').map(Number), answer * 2);
  }
  return { tree: layOut(grow(samples, 0, 0)), classes };
}
