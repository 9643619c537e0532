import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What makes an analysis out of a text: the engine, and how a model's reply is checked against the text and joined with it. */
const PARTS = [
  'src/lyrics/analyze.ts',
  'src/services/analysis/analyzers/hybrid-judgement.ts',
  'src/services/analysis/analyzers/qwen-judgement/ground-reply.ts',
  'src/services/analysis/analyzers/qwen-judgement/merge-reply.ts',
];

const HASH_DIGITS = 12;

/** Another text for a file, by its path from the root. */
type Change = (path: string, text: string) => string;

const withChange = (change: Change): Plugin => ({
  name: 'changed-files',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: change(relative(ROOT, path), await readFile(path, 'utf8')),
      loader: 'ts',
    })),
});

/**
 * The code and tables of the engine as one minified module, with the packages that it uses. Comments, formatting, types
 * and names of variables leave no trace in it, and neither do paths and dates.
 */
async function bundleEngine(change: Change | undefined): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: PARTS.map((path) => `export * from './${path}';`).join('\n'),
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    legalComments: 'none',
    // A configuration above the folder would otherwise have its say.
    tsconfig: join(ROOT, 'tsconfig.json'),
    plugins: change === undefined ? [] : [withChange(change)],
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('esbuild gave no bundle of the engine');
  return bundle.contents;
}

/**
 * The version of the lyric engine, `engine-` and 12 hexadecimal digits: a hash of its code, rules, tables and weights, of
 * the packages that it uses, and of the compiled lexicon. The same on every machine; another one whenever the engine may
 * give another answer. Another release of esbuild may change it too. `change` serves tests.
 */
export async function engineVersionOf(lexicon: Uint8Array, change?: Change): Promise<string> {
  const hash = createHash('sha256')
    .update(await bundleEngine(change))
    .update(lexicon);
  return `engine-${hash.digest('hex').slice(0, HASH_DIGITS)}`;
}
