import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/build.ts';
import { engineVersionOf } from '../../scripts/engine-version.ts';
import { readEngineAssets } from '../../scripts/read-lexicon.ts';

let lexicon: Uint8Array;
let built: string;
beforeAll(async () => {
  const assets = await readEngineAssets();
  lexicon = new Uint8Array(assets.lexicon);
  built = assets.engineVersion;
}, 120_000);

/** The version with a text in one file replaced, which must occur in it. */
async function withText(path: string, from: string | RegExp, to: string): Promise<string> {
  let isChanged = false;
  const version = await engineVersionOf(lexicon, (file, text) => {
    if (file !== path) return text;
    const changed = text.replace(from, to);
    isChanged = changed !== text;
    return changed;
  });
  expect(isChanged).toBe(true);
  return version;
}

describe('the version of the engine', () => {
  it('is the one that the Worker, the commands and the tests are built with', async () => {
    expect(built).toMatch(/^engine-[0-9a-f]{12}$/);
    expect(await engineVersionOf(lexicon)).toBe(built);
  });

  it.each([
    ['a weight', 'src/lyrics/scores/weights.ts', 'mtld: 0.3,', 'mtld: 0.31,'],
    ['a name of a list', 'src/lyrics/entities/gazetteer.ts', /\bchicago\b/i, 'Chicagos'],
    ['a number of a table', 'src/lyrics/scores/reference-distribution.ts', '0.070105', '0.070106'],
    ['a rule', 'src/lyrics/vocabulary/diversity.ts', / < /, ' <= '],
    ['how a model’s reply is joined', 'src/services/analysis/analyzers/hybrid-judgement.ts', '0.6;', '0.5;'],
    ['a helper outside the engine', 'src/ml/percentile.ts', / - /, ' + '],
  ])('changes with %s', async (_, path, from, to) => {
    expect(await withText(path, from, to)).not.toBe(built);
  });

  it('changes with the lexicon', async () => {
    const other = Uint8Array.from(lexicon, (byte, i) => (i === 5000 ? byte ^ 1 : byte));
    expect(await engineVersionOf(other)).not.toBe(built);
  });

  it.each([
    ['a comment', 'src/lyrics/scores/weights.ts', 'mtld: 0.3,', 'mtld: 0.3, // of the words'],
    ['the format', 'src/lyrics/scores/weights.ts', 'mtld: 0.3,', 'mtld:\n\n      0.30,'],
    ['the name of a local variable', 'src/lyrics/scores/weights.ts', /\bweight\b/g, 'carried'],
    ['a type', 'src/lyrics/scores/weights.ts', 'const MIN_WEIGHT =', 'const MIN_WEIGHT: number ='],
  ])('does not change with %s', async (_, path, from, to) => {
    expect(await withText(path, from, to)).toBe(built);
  });

  it('is the same in another folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'barline-engine-'));
    try {
      for (const path of ['src', 'scripts/engine-version.ts', 'package.json']) await copy(path, folder);
      for (const name of ['base', '']) await copy(`tsconfig${name && `.${name}`}.json`, folder);
      await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      const code = `
        import { readFileSync } from 'node:fs';
        import { engineVersionOf } from ${JSON.stringify(join(folder, 'scripts/engine-version.ts'))};
        console.log(await engineVersionOf(readFileSync(${JSON.stringify(join(ROOT, 'dist/lexicon.bin'))})));`;
      const run = promisify(execFile);
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: '/' });
      expect(stdout.trim()).toBe(built);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

async function copy(path: string, folder: string): Promise<void> {
  await mkdir(join(folder, 'scripts'), { recursive: true });
  await cp(join(ROOT, path), join(folder, path), { recursive: true });
}

it('is written where the Worker imports it', async () => {
  const file = JSON.parse(await readFile(join(ROOT, 'dist/engine-version.json'), 'utf8')) as unknown;
  expect(file).toEqual({ version: built });
});
