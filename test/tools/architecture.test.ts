import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SRC = join(ROOT, 'src');

interface Import {
  file: string;
  target: string;
  isType: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'([^']+)'/gm;

/** True when nothing of the import remains at run time: `import type` or only `type` names in braces. */
function isTypeOnly(statement: string, marked: boolean): boolean {
  if (marked) return true;
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  if (names === undefined || /^\s*(?:import|export)\s+\w/.test(statement)) return false;
  return names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

function importsOf(file: string): Import[] {
  return Array.from(readFileSync(file, 'utf8').matchAll(IMPORT), ([statement, marked, target = '']) => ({
    file: relative(ROOT, file),
    target,
    isType: isTypeOnly(statement, marked !== undefined),
  }));
}

/** `src/db/queries/tracks.ts` → `db`; files at the top of src go by their own name. */
function layerOf(path: string): string {
  const parts = relative(SRC, path).split('/');
  return parts.length === 1 ? (parts[0] ?? '').replace(/\.tsx?$/, '') : (parts[0] ?? '');
}

const ADAPTERS = ['sources', 'llm', 'db', 'redis'];
const PURE = ['lyrics', 'ml'];
const CONTRACTS =
  /src\/(?:lyrics|ml)\/(?:.*\/)?(?:contract|[a-z-]+-names|sections|header-words|normalize|placeholders)\.ts$/;

/** Whether a layer may import a file at run time. Types may also come from the top files of src. */
function mayImport(from: string, to: string, target: string): boolean {
  if (from === to) return true;
  switch (from) {
    case 'lib':
      return false;
    case 'lyrics':
    case 'ml':
      return to === 'lib' || PURE.includes(to);
    case 'sources':
    case 'llm':
    case 'db':
    case 'redis':
      return to === 'lib' || CONTRACTS.test(target);
    case 'services':
      return (
        ['lib', 'config', ...PURE].includes(to) ||
        /src\/(?:db\/queries\/|llm\/(?:prompts\/|parse-reply\.ts))/.test(target)
      );
    case 'http':
      return to === 'lib' || to === 'services' || CONTRACTS.test(target);
    case 'web':
      return to === 'lib';
    case 'jobs':
      return to === 'lib' || to === 'services';
    case 'config':
      return to === 'env' || to === 'lib';
    case 'env':
    case 'context':
      return to === 'lib';
    case 'container':
      return [...ADAPTERS, ...PURE, 'lib', 'config', 'env'].includes(to);
    case 'worker':
      return ['container', 'http', 'jobs', 'lib'].includes(to);
    default:
      return false;
  }
}

const TYPE_ROOTS = ['context', 'config', 'env'];

function mayImportType(from: string, to: string, target: string): boolean {
  if (mayImport(from, to, target)) return true;
  if (from === 'lib') return to === 'context';
  if (PURE.includes(from)) return false;
  if (ADAPTERS.includes(from)) return PURE.includes(to) || target.endsWith('/llm/types.ts');
  if (from === 'web') return to === 'services' || to === 'http' || PURE.includes(to);
  if (TYPE_ROOTS.includes(to)) return true;
  if (from === 'context') return true;
  return from === 'services' ? ADAPTERS.includes(to) : PURE.includes(to);
}

const files = sourceFiles(SRC);
const imports = files.flatMap(importsOf);
const inside = imports
  .filter(({ target }) => target.startsWith('.'))
  .map((one) => ({ ...one, path: join(ROOT, dirname(one.file), one.target) }));

it('jsonb is written by the one helper that keeps what Postgres refuses', () => {
  const helper = join(SRC, 'db/storable.ts');
  const byHand = files.filter(
    (file) =>
      file !== helper &&
      file.startsWith(join(SRC, 'db')) &&
      /JSON\.stringify/.test(readFileSync(file, 'utf8')),
  );
  expect(byHand.map((file) => relative(ROOT, file))).toEqual([]);
});

describe('layers', () => {
  it('import one way', () => {
    const wrong = inside.filter(({ file, path, isType }) => {
      const from = layerOf(join(ROOT, file));
      const to = layerOf(path);
      if (!path.startsWith(SRC)) return !/package\.json$|dist\/lexicon\.bin$/.test(path);
      return !(isType ? mayImportType : mayImport)(from, to, path);
    });
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('have no cycles', () => {
    const graph = new Map<string, string[]>();
    for (const { file, path, isType } of inside) {
      if (isType) continue;
      const from = join(ROOT, file);
      graph.set(from, [...(graph.get(from) ?? []), path]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (node: string, trail: string[]): void => {
      if (trail.includes(node))
        cycles.push([...trail.slice(trail.indexOf(node)), node].map((p) => relative(ROOT, p)).join(' -> '));
      if (done.has(node) || trail.includes(node)) return;
      for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
      done.add(node);
    };
    for (const node of graph.keys()) visit(node, []);
    expect(cycles).toEqual([]);
  });
});

/** Packages that only one place may know. */
const HOMES: [RegExp, RegExp][] = [
  [/^hono(?:\/|$)|^@hono\//, /^src\/http\//],
  [/^@neondatabase\//, /^src\/db\/(?:client|database-error)\.ts$/],
  [/^pgvector/, /^src\/db\//],
  [/^@upstash\//, /^src\/redis\//],
  [/^cheerio/, /^src\/sources\/.*\/parse-/],
  [/^openai/, /^src\/llm\//],
  [/^preact/, /^src\/web\//],
];

describe('packages', () => {
  it('are known only where they belong', () => {
    const wrong = imports.filter(
      ({ file, target, isType }) =>
        !isType && HOMES.some(([name, home]) => name.test(target) && !home.test(file)),
    );
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('of Node are not used in the Worker or the page', () => {
    // workerd has zlib, and only zlib compresses against a dictionary.
    const tools = /vite\.config\.ts$|^src\/web\/build\/|^src\/redis\/packed-value\.ts$/;
    const wrong = imports.filter(({ file, target }) => target.startsWith('node:') && !tools.test(file));
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });
});

/** Lines of code that break a rule, as `file:line`. */
function linesMatching(pattern: RegExp, except: RegExp): string[] {
  return files.flatMap((file) => {
    const name = relative(ROOT, file);
    if (except.test(name)) return [];
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.flatMap((line, i) => (pattern.test(line) ? [`${name}:${i + 1}`] : []));
  });
}

describe('code', () => {
  it('reads the clock and chance only through the context', () => {
    const allowed = /^src\/(?:lib|redis|web)\/|^src\/worker\.ts$|^src\/http\/middleware\/observe\.ts$/;
    expect(linesMatching(/\bDate\.now\(\)|\bMath\.random\(\)/, allowed)).toEqual([]);
  });

  it('never reads the environment of a process', () => {
    expect(linesMatching(/\bprocess\.env\b/, /vite\.config\.ts$/)).toEqual([]);
  });

  it('awaits what it returns from inside a try', () => {
    const broken = files.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return /\btry \{\n(?:(?!\n\s*\} catch)[\s\S])*?\n\s*return (?!await\b)[\w.]+(?:Async|fetch|query|batch|send)\(/.test(
        text,
      );
    });
    expect(broken.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it('keeps every file under 250 lines, tables of data apart', () => {
    const tables = /(?:-lexicon|-model|-names|-words|gazetteer|reference|weights|-data|slang)[\w-]*\.ts$/;
    const long = files.filter(
      (file) => !tables.test(file) && readFileSync(file, 'utf8').split('\n').length > 251,
    );
    expect(long.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it('has no folder of one file', () => {
    const folders = Map.groupBy(files, (file) => dirname(file));
    const lonely = [...folders].filter(
      ([folder, inside]) =>
        inside.length === 1 &&
        readdirSync(folder).filter((name) => !statSync(join(folder, name)).isDirectory()).length === 1 &&
        !readdirSync(folder).some((name) => statSync(join(folder, name)).isDirectory()),
    );
    expect(lonely.map(([folder]) => relative(ROOT, folder))).toEqual([]);
  });
});
