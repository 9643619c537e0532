import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../build.ts';
import { CommandError } from '../../../explain.ts';
import { type Patch, PLANTS } from './plants.ts';

/** The header that says which fault is on. */
export const FAULT_HEADER = 'x-planted-fault';

/** What is needed to build and run the Worker; `dist` saves what need not be built again. */
const COPIED = [
  ...['src', 'scripts', 'migrations', 'dist'],
  ...['package.json', 'package-lock.json', 'wrangler.toml'],
  ...['tsconfig.json', 'tsconfig.base.json', 'tsconfig.web.json'],
];

/** Every request says which fault is on while it is answered; one run has one fault. */
const SWITCH: Patch = {
  file: 'src/worker.ts',
  find: 'fetch: (request, env, exec) => app.fetch(request, env, exec),',
  replace: `fetch: (request, env, exec) => {
    globalThis.planted = request.headers.get('${FAULT_HEADER}');
    return app.fetch(request, env, exec);
  },`,
};

/** The text with the patch in it. Throws a CommandError unless the place occurs once: then the sources have changed. */
export function applyPatch(text: string, { file, find, replace }: Patch, name: string): string {
  const pieces = text.split(find);
  if (pieces.length !== 2)
    throw new CommandError(
      `The fault ${name} finds its place in ${file} ${pieces.length - 1} times, not once.`,
    );
  return pieces.join(replace.replaceAll('PLANTED', `(globalThis.planted === '${name}')`));
}

/** All patches of a file, in order, with the name of their fault. */
const patches = (): [string, Patch][] => [
  ['switch', SWITCH],
  ...PLANTS.flatMap((plant) => plant.patches.map((patch): [string, Patch] => [plant.name, patch])),
];

/** What every file that has a fault becomes, by its path. Each fault is off until a request switches it on. */
export async function patchedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [name, patch] of patches()) {
    const text = files.get(patch.file) ?? (await readFile(join(ROOT, patch.file), 'utf8'));
    files.set(patch.file, applyPatch(text, patch, name));
  }
  return files;
}

/** A copy of the project with all faults in it, in a folder of its own for temporary files; returns the folder. */
export async function copySources(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'barline-planted-'));
  for (const name of COPIED)
    if (existsSync(join(ROOT, name)))
      await cp(join(ROOT, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, text] of await patchedFiles()) await writeFile(join(folder, file), text);
  return folder;
}
