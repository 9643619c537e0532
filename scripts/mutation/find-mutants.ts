import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { seededRandom } from '../local/sites/stable-random.ts';
import { applyChange, findChanges } from './code-mutations.ts';

/** One fault put into one file. */
export interface Mutant {
  file: string;
  line: number;
  operator: string;
  /** The line before and after, trimmed; together with the file it names the mutant when lines move. */
  from: string;
  to: string;
  /** The whole file with the fault in it. */
  text: string;
}

/** All mutants of the TypeScript files below the folders, in a fixed order. */
export function findMutants(root: string, folders: readonly string[]): Mutant[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .flatMap((path) => mutantsOf(relative(root, path), readFileSync(path, 'utf8'))),
  );
}

function mutantsOf(file: string, original: string): Mutant[] {
  return findChanges(original, file).map((change) => {
    const text = applyChange(original, change);
    const lineStart = original.lastIndexOf('\n', change.start - 1) + 1;
    const lineEnd = original.indexOf('\n', change.end);
    const line = original.slice(0, change.start).split('\n').length;
    const from = firstLine(original.slice(lineStart, lineEnd));
    const to = firstLine(text.slice(lineStart, lineEnd - (change.end - change.start) + change.to.length));
    return { file, line, operator: change.operator, from, to, text };
  });
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

/** A sample without repetition that depends on the seed and the mutants alone. */
export function sampleMutants(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const random = seededRandom(`mutants ${seed}`);
  return mutants
    .map((mutant) => ({ mutant, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
