import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const SRC = join(ROOT, 'src');

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every source file of src with its text, by its path from the root. */
export const texts: ReadonlyMap<string, string> = new Map(
  sourceFiles(SRC).map((file) => [relative(ROOT, file), readFileSync(file, 'utf8')]),
);

export interface Import {
  /** From the root, as all paths here. */
  file: string;
  /** The specifier as written. */
  target: string;
  isType: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'([^']+)'/gm;

/** True when nothing of the import remains at run time: `import type` or only `type` names in braces. */
function isTypeOnly(statement: string, marked: boolean): boolean {
  if (marked) return true;
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  if (names === undefined || /^\s*(?:import|export)\s+\w/.test(statement)) return false;
  return names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

export const imports: readonly Import[] = [...texts].flatMap(([file, text]) =>
  Array.from(text.matchAll(IMPORT), ([statement, marked, target = '']) => ({
    file,
    target,
    isType: isTypeOnly(statement, marked !== undefined),
  })),
);

/** Imports of files of ours, with the path of the imported one. */
export const inside: readonly (Import & { path: string })[] = imports
  .filter(({ target }) => target.startsWith('.'))
  .map((one) => ({ ...one, path: join(dirname(one.file), one.target) }));

/** Lines of code that break a rule, as `file:line`. */
export function linesMatching(pattern: RegExp, isAllowed: (file: string) => boolean): string[] {
  return [...texts].flatMap(([file, text]) =>
    isAllowed(file)
      ? []
      : text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}`] : [])),
  );
}
