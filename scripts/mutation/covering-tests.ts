import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SUBJECTS } from './subjects.ts';

const IMPORTED = /(?:from|import) '(\.[^']+\.ts)'/;
/** Tests that import the file itself all run; of those that reach it through others, as many as make five. */
const LEAST_BY_IMPORT = 5;
/** Tests that take a minute and detect little that other tests do not. */
const SLOW = /killed-worker|-time\.test\.ts$/;

interface Covering {
  test: string;
  /** Imports between the test and the file; 0: the test mirrors its path. */
  distance: number;
}

/**
 * Answers the tests of a source file, those first that are the most likely to fail soon: its own test and those that
 * import it, then those of the whole Worker, then those that reach it through other files.
 */
export function coveringTests(root: string): (file: string) => string[] {
  const tests = ['test/unit', 'test/node'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && !SLOW.test(name))
      .map((name) => join(folder, name)),
  );
  const reach = new Map(tests.map((test) => [test, distances(root, test)]));
  return (file) => {
    const importing = tests
      .flatMap((test): Covering[] => {
        const distance = isItsOwn(test, file) ? 0 : reach.get(test)?.get(file);
        return distance === undefined ? [] : [{ test, distance }];
      })
      .sort((a, b) => a.distance - b.distance || speed(a.test) - speed(b.test));
    const near = importing.filter(({ distance }, i) => distance <= 1 || i < LEAST_BY_IMPORT);
    const isEarly = ({ test, distance }: Covering): boolean => distance <= 1 || test.startsWith('test/unit/');
    const whole = SUBJECTS.filter(({ sources }) => sources.test(file)).flatMap(({ tests: all }) => all);
    const namesOf = (some: readonly Covering[]): string[] => some.map(({ test }) => test);
    const early = namesOf(near.filter(isEarly));
    return [...new Set([...early, ...whole, ...namesOf(near)])];
  };
}

/** A unit test takes a second, one with a database several. */
const speed = (test: string): number => (test.startsWith('test/unit/') ? 0 : 1);

/** Whether the path of the test mirrors that of the file. */
const isItsOwn = (test: string, file: string): boolean =>
  test.endsWith(file.replace(/^src\//, '/').replace(/\.ts$/, '.test.ts'));

/** How many imports lie between a test and each file that it loads. */
function distances(root: string, test: string): Map<string, number> {
  const found = new Map([[test, 0]]);
  for (const [file, distance] of found) {
    for (const target of runtimeImports(root, file)) {
      if (!found.has(target)) found.set(target, distance + 1);
    }
  }
  return found;
}

const known = new Map<string, string[]>();

function runtimeImports(root: string, file: string): string[] {
  const path = join(root, file);
  const cached = known.get(path);
  if (cached !== undefined) return cached;
  const lines = file.endsWith('.ts') ? readFileSync(path, 'utf8').split('\n') : [];
  const imports = lines.flatMap((line) => {
    const target = line.startsWith('import type ') ? undefined : IMPORTED.exec(line)?.[1];
    return target === undefined ? [] : [relative(root, join(dirname(path), target))];
  });
  known.set(path, imports);
  return imports;
}
