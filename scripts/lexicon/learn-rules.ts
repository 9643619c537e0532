import type { LetterToSound } from '../../src/lyrics/phonetics/letter-to-sound.ts';
import { NO_PHONE } from '../../src/lyrics/phonetics/lexicon-format.ts';
import { alignWords, phonesOf } from './align.ts';
import type { SourceWord } from './dictionary-sources.ts';
import { TreeGrower, type TreeNode } from './grow-tree.ts';
import { collectSamples, LETTER_CODES } from './letter-samples.ts';

const LEAF = 0x80;
const SWAPPED = 0x80;

const littleEndian = (value: number): number[] => {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.push(rest % 256);
  return bytes;
};

/** A tree as the bytes that lexicon-format.ts describes; the shorter branch comes first. */
function packTree(node: TreeNode): number[] {
  if ('answer' in node) return [LEAF | node.answer];
  const [yes, no] = [packTree(node.yes), packTree(node.no)];
  const isSwapped = no.length < yes.length;
  const [first, second] = isSwapped ? [no, yes] : [yes, no];
  const skip = first.length === 1 ? [] : littleEndian(first.length);
  const bytes = [(skip.length << 5) | node.feature, node.value | (isSwapped ? SWAPPED : 0), ...skip];
  for (const byte of first) bytes.push(byte);
  for (const byte of second) bytes.push(byte);
  return bytes;
}

/** Learns how letters sound from the first pronunciation of every word. Takes seconds; deterministic. */
export function learnRules(words: readonly SourceWord[]): LetterToSound {
  const roots = new Uint32Array(LETTER_CODES * 2);
  const tree: number[] = [];
  const classes: number[] = [];
  for (const [letter, samples] of collectSamples(alignWords(words)).entries()) {
    roots.set([tree.length, classes.length / 2], letter * 2);
    for (const byte of packTree(new TreeGrower(samples).grow())) tree.push(byte);
    for (const part of samples.classes) {
      const [first = NO_PHONE, second = NO_PHONE] = phonesOf(part);
      classes.push(first, second);
    }
  }
  return { roots, tree: Uint8Array.from(tree), classes: Uint8Array.from(classes) };
}
