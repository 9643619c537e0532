import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { comparisonsWith, inUse, type ModelVersion, readRegistry } from '../promotion/registry.ts';
import { readProjectFiles, settleFiles } from '../promotion/settle-files.ts';
import type { ModelInUse } from './train-run.ts';
import type { ModelName } from './trainer.ts';

/** The version in use with its losses; `lossOf` reads the modules of its files, in their order. Null: none is in use. */
export async function readModelInUse<Example>(
  project: string,
  name: ModelName,
  lossOf: (modules: readonly unknown[], version: ModelVersion) => (example: Example) => number,
): Promise<ModelInUse<Example> | null> {
  const registry = await readRegistry(project, name);
  await settleFiles(project, registry);
  const version = inUse(registry);
  if (version === null) return null;
  await readProjectFiles(project, version);
  const modules = await Promise.all(
    Object.keys(version.files).map(
      (path): Promise<unknown> => import(`${pathToFileURL(join(project, path)).href}?${version.version}`),
    ),
  );
  return {
    version,
    lossOf: lossOf(modules, version),
    comparisons: comparisonsWith(registry.versions, version),
  };
}
