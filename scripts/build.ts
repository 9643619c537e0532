import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { gzip as gzipWithCallback } from 'node:zlib';

const gzip = promisify(gzipWithCallback);

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DIST = join(ROOT, 'dist');
export const LEXICON_FILE = join(DIST, 'lexicon.bin');
/** The lexicon as the page fetches it: packed here, since no server compresses a file of its kind. */
const PACKED_LEXICON_FILE = `${LEXICON_FILE}.gz`;
export const ENGINE_VERSION_FILE = join(DIST, 'engine-version.json');
export const COMPOSE_MODEL_FILE = join(DIST, 'web/compose.json');
const ZOD_FILE = join(DIST, 'zod.js');
export const WORKER_DIR = join(DIST, 'worker');

/** When the newest of the files and folders was changed, in milliseconds since the epoch. */
async function newest(...paths: string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const info = await stat(path);
      if (!info.isDirectory()) return info.mtimeMs;
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const inner = await Promise.all(
        files.map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs),
      );
      return Math.max(0, ...inner);
    }),
  );
  return Math.max(...times);
}

/** Compiles the pronouncing dictionary, unless the asset is newer than everything that it is made of. */
async function buildLexiconAsset(): Promise<void> {
  const sources = await newest(
    join(ROOT, 'scripts/lexicon'),
    join(ROOT, 'src/lyrics/phonetics'),
    join(ROOT, 'package-lock.json'),
  );
  // The packed one is written last.
  const areBuilt = existsSync(LEXICON_FILE) && existsSync(PACKED_LEXICON_FILE);
  if (areBuilt && (await stat(PACKED_LEXICON_FILE)).mtimeMs > sources) return;
  await mkdir(dirname(LEXICON_FILE), { recursive: true });
  const { buildLexicon } = await import('./lexicon/build-lexicon.ts');
  await buildLexicon(LEXICON_FILE);
  await writeFile(PACKED_LEXICON_FILE, await gzip(await readFile(LEXICON_FILE), { level: 9 }));
}

/** Writes the engine's version, unless the file is newer than everything that the version depends on. */
async function buildEngineVersion(): Promise<void> {
  const sources = await newest(
    join(ROOT, 'src/lyrics'),
    join(ROOT, 'src/ml'),
    join(ROOT, 'src/lib'),
    join(ROOT, 'src/services/analysis/analyzers'),
    join(ROOT, 'scripts/engine-version.ts'),
    join(ROOT, 'package-lock.json'),
    LEXICON_FILE,
  );
  if (existsSync(ENGINE_VERSION_FILE) && (await stat(ENGINE_VERSION_FILE)).mtimeMs > sources) return;
  const { engineVersionOf } = await import('./engine-version.ts');
  const version = await engineVersionOf(await readFile(LEXICON_FILE));
  // Renamed when complete, because another process may read it at the same time.
  const draft = `${ENGINE_VERSION_FILE}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify({ version })}\n`);
  await rename(draft, ENGINE_VERSION_FILE);
}

/** Writes the module that stands for `zod` in the bundle, unless it is newer than the packages. */
async function buildZodModule(): Promise<void> {
  const sources = await newest(join(ROOT, 'scripts/build-zod.ts'), join(ROOT, 'package-lock.json'));
  if (existsSync(ZOD_FILE) && (await stat(ZOD_FILE)).mtimeMs > sources) return;
  const { zodInEnglish } = await import('./build-zod.ts');
  await mkdir(DIST, { recursive: true });
  await writeFile(ZOD_FILE, zodInEnglish('../node_modules/zod/v4/index.js'));
}

/** The compiled lexicon, the engine's version, and the bundle's zod. */
export async function buildEngineAssets(): Promise<void> {
  await buildLexiconAsset();
  await Promise.all([buildEngineVersion(), buildZodModule()]);
}

/** The folders that the page is bundled from. */
export const WEB_SOURCES = ['src/web', 'src/lib', 'src/lyrics'];

/** Builds the page and the docs into dist/web, unless they are newer than their sources. */
export async function buildWeb(): Promise<void> {
  const index = join(DIST, 'web/index.html');
  const paths = [...WEB_SOURCES, 'package-lock.json'].map((path) => join(ROOT, path));
  const sources = await newest(...paths, PACKED_LEXICON_FILE);
  if (existsSync(index) && (await stat(index)).mtimeMs > sources) return;
  await runTool('vite', ['build', '--config', join(ROOT, 'src/web/vite.config.ts'), '--logLevel', 'error']);
}

/** Runs the program of a package and rejects with its output if it fails. */
export function runTool(
  name: 'vite' | 'wrangler',
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const file = join(ROOT, 'node_modules', name, 'bin', `${name}.js`);
  return new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      // A caller such as a test runner has another one, and Preact would be built for debugging.
      NODE_ENV: 'production',
      WRANGLER_SEND_METRICS: 'false',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      ...variables,
    };
    const child = spawn(process.execPath, [file, ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${name} failed:\n${output}`)),
    );
  });
}

/** Bundles the Worker as it is deployed into dist/worker, unless it is newer than its sources. */
export async function buildWorker(): Promise<void> {
  const main = join(WORKER_DIR, 'worker.js');
  const sources = await newest(
    join(ROOT, 'src'),
    join(ROOT, 'wrangler.toml'),
    join(ROOT, 'package-lock.json'),
    LEXICON_FILE,
    ENGINE_VERSION_FILE,
  );
  if (existsSync(main) && (await stat(main)).mtimeMs > sources) return;
  // The name of a data module contains its hash, so an old one would remain.
  await rm(WORKER_DIR, { recursive: true, force: true });
  await runTool('wrangler', ['deploy', '--dry-run', '--env=', '--outdir', WORKER_DIR]);
}

/** Compiles the composer's model, unless it is newer than its sources. It is a static asset: the script has no room. */
export async function buildComposeAsset(): Promise<void> {
  const sources = await newest(
    join(ROOT, 'scripts/compose'),
    join(ROOT, 'scripts/local/catalogue'),
    join(ROOT, 'src/lyrics/text/sections.ts'),
    join(ROOT, 'src/ml/compose'),
  );
  if (existsSync(COMPOSE_MODEL_FILE) && (await stat(COMPOSE_MODEL_FILE)).mtimeMs > sources) return;
  const { buildComposeModel } = await import('./compose/build-model.ts');
  await buildComposeModel(COMPOSE_MODEL_FILE);
}

/** What wrangler needs before it bundles: the page, the lexicon, the engine's version and the composer's model. */
export async function buildAssets(): Promise<void> {
  await buildLexiconAsset();
  await Promise.all([buildEngineAssets(), buildWeb()]);
  // After the page, whose build empties the folder.
  await buildComposeAsset();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { assets: { type: 'boolean', default: false } } });
  await buildAssets();
  if (!values.assets) await buildWorker();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
