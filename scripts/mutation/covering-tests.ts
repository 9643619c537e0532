import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SUBJECTS } from './subjects.ts';

const IMPORTED = /(?:from|import) '(\.[^']+\.ts)'/;
const MOST_BY_IMPORT = 3;
/** Tests that take a minute and detect little that other tests do not. */
const SLOW = /killed-worker|-time\.test\.ts$/;

/** Answers the tests of a source file: those that import it, the nearest first, then those of the whole Worker. */
export function coveringTests(root: string): (file: string) => string[] {
  const tests = ['test/unit', 'test/node'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && !SLOW.test(name))
      .map((name) => join(folder, name)),
  );
  const reach = new Map(tests.map((test) => [test, distances(root, test)]));
  return (file) => {
    const importing = tests
      .map((test) => ({
        test,
        distance: isItsOwn(test, file) ? 0 : (reach.get(test)?.get(file) ?? Number.POSITIVE_INFINITY),
      }))
      .filter(({ distance }) => Number.isFinite(distance))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, MOST_BY_IMPORT)
      .map(({ test }) => test);
    const whole = SUBJECTS.filter(({ sources }) => sources.test(file)).flatMap(({ tests: all }) => all);
    // A unit test takes a second, one of the whole Worker ten.
    const order = ['test/unit/', 'test/integration/', 'test/node/'];
    const speed = (test: string): number => order.findIndex((folder) => test.startsWith(folder));
    return [...new Set([...importing, ...whole])].sort((a, b) => speed(a) - speed(b));
  };
}

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
