import { dirname, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WEB_SOURCES } from '../../../scripts/build.ts';
import { imports, inside } from './source.ts';

/** `src/db/queries/tracks.ts` → `db`; files at the top of src go by their own name. */
function layerOf(path: string): string {
  const [first = '', ...rest] = relative('src', path).split('/');
  // The engine's thread: the only part of the page that holds the lyric engine.
  if (first === 'web' && rest[0] === 'engine') return 'web/engine';
  return rest.length === 0 ? first.replace(/\.tsx?$/, '') : first;
}

const ADAPTERS = ['sources', 'llm', 'db', 'redis'];
const PURE = ['lyrics', 'ml'];
const CONTRACTS =
  /^src\/lyrics\/(?:.*\/)?(?:contract|[a-z-]+-names|sections|header-words|normalize|placeholders)\.ts$/;

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
        /^src\/(?:db\/queries\/|llm\/(?:prompts\/|reply\/parse-reply\.ts))/.test(target)
      );
    case 'http':
      return to === 'lib' || to === 'services' || CONTRACTS.test(target);
    case 'web':
      return to === 'lib' || to === 'web/engine';
    case 'web/engine':
      return to === 'lib' || to === 'lyrics' || target.startsWith('src/web/');
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
  if (from.startsWith('web')) return to === 'services' || to === 'http' || PURE.includes(to);
  if (TYPE_ROOTS.includes(to)) return true;
  if (from === 'context') return true;
  return from === 'services' ? ADAPTERS.includes(to) : PURE.includes(to);
}

/** The cycles of a graph, each as a path. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (node: string, trail: string[]): void => {
    if (trail.includes(node)) circles.push([...trail.slice(trail.indexOf(node)), node].join(' -> '));
    if (done.has(node) || trail.includes(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return circles;
}

const atRunTime = inside.filter(({ isType }) => !isType);

function graphOf(nodeOf: (path: string) => string): Map<string, string[]> {
  const edges = atRunTime
    .map(({ file, path }) => [nodeOf(file), nodeOf(path)] as const)
    .filter(([from, to]) => from !== to);
  const groups = Map.groupBy(edges, ([from]) => from);
  return new Map(Array.from(groups, ([from, list]) => [from, [...new Set(list.map(([, to]) => to))]]));
}

describe('layers', () => {
  it('import in one direction', () => {
    const wrong = inside.filter(({ file, path, isType }) => {
      if (!path.startsWith('src/'))
        return !/package\.json$|dist\/(?:lexicon\.bin(?:\.gz\?url)?|engine-version\.json)$/.test(path);
      return !(isType ? mayImportType : mayImport)(layerOf(file), layerOf(path), path);
    });
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('have no import cycles', () => {
    expect(circlesOf(graphOf((path) => path))).toEqual([]);
  });
});

it('the page is rebuilt when a file that it imports changes', () => {
  const bundled = atRunTime
    .filter(({ file, path }) => file.startsWith('src/web/') && path.startsWith('src/'))
    .map(({ path }) => path);
  const isWatched = (path: string): boolean => WEB_SOURCES.some((folder) => path.startsWith(`${folder}/`));
  expect(bundled.length).toBeGreaterThan(0);
  expect(bundled.filter((path) => !isWatched(path))).toEqual([]);
});

describe('the folders of services', () => {
  it('have no cycles', () => {
    const folderOf = (path: string) => dirname(path).split('/').slice(0, 3).join('/');
    const graph = graphOf(folderOf);
    const services = new Map([...graph].filter(([from]) => from.startsWith('src/services/')));
    expect(circlesOf(services)).toEqual([]);
  });
});

/** Packages that may be imported only in one place. */
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
  it('are imported only in their own layer', () => {
    const wrong = imports.filter(
      ({ file, target, isType }) =>
        !isType && HOMES.some(([name, home]) => name.test(target) && !home.test(file)),
    );
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('built into Node are not imported in the Worker or the page', () => {
    // workerd has zlib and crypto: only zlib leaves deflate blocks open, and only crypto hashes what is not kept.
    const tools =
      /vite\.config\.ts$|^src\/web\/build\/|^src\/lib\/(?:deflated-json|gzip-members|running-hash)\.ts$/;
    const wrong = imports.filter(({ file, target }) => target.startsWith('node:') && !tools.test(file));
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });
});
