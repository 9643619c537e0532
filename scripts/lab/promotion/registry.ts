import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../../explain.ts';
import { replaceFile } from '../run/replace-file.ts';
import { MODEL_NAMES, type ModelName } from '../train/trainer.ts';

const Metric = z.record(z.string(), z.json());

export const ModelData = z.object({
  /** SHA-256 of the file, or of all files. */
  hash: z.string(),
  /** Labelled texts. */
  examples: z.int(),
  artists: z.int(),
  labelled_by: z.string(),
  licence: z.string(),
});
export type ModelData = z.infer<typeof ModelData>;

/** How a model compared with the one that was in use. */
export const Comparison = z.object({
  /** Null: none was in use, and it was compared with the best constant. */
  with: z.string().nullable(),
  compared_at: z.iso.datetime(),
  attempt: z.int().positive(),
  gain: z.number(),
  p: z.number(),
  level: z.number(),
  artists: z.int(),
  examples: z.int(),
  why: z.string(),
});
export type Comparison = z.infer<typeof Comparison>;

export const ModelVersion = z.object({
  /** Names the weights: a hash. */
  version: z.string().regex(/^[a-z]+-[0-9a-f]{12}$/),
  /** in_use: what a release is built with; retired: was in use before; rejected: was not better. */
  state: z.enum(['in_use', 'retired', 'rejected']),
  built_at: z.iso.datetime(),
  promoted_at: z.iso.datetime().nullable(),
  /** Set by a rollback, which does not come back to this version. */
  withdrawn_at: z.iso.datetime().nullable(),
  method: z.string(),
  data: ModelData,
  metrics: Metric,
  comparison: Comparison.nullable(),
  /** Artists that it has learned from, without their names. */
  seen: z.object({ names: z.array(z.string()), beginnings: z.array(z.string()) }),
  /** SHA-256 of the files with its weights, by their path in the project. */
  files: z.record(z.string(), z.string()),
});
export type ModelVersion = z.infer<typeof ModelVersion>;

const Registry = z.object({ name: z.enum(MODEL_NAMES), versions: z.array(ModelVersion) });
export type Registry = z.infer<typeof Registry>;

const FOLDER = 'scripts/lab/models';

const pathOf = (project: string, name: ModelName): string => join(project, FOLDER, `${name}.json`);

/** All versions of a model in a project, oldest first; none where the project has no such file. */
export async function readRegistry(project: string, name: ModelName): Promise<Registry> {
  const path = pathOf(project, name);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { name, versions: [] };
  try {
    return checked(Registry.parse(JSON.parse(text)));
  } catch (error) {
    throw new CommandError(`${path} is damaged: git has the last good one. (${String(error)})`, {
      cause: error,
    });
  }
}

function checked(registry: Registry): Registry {
  const { versions } = registry;
  if (versions.filter(({ state }) => state === 'in_use').length > 1) throw new Error('two are in use');
  if (new Set(versions.map(({ version }) => version)).size < versions.length)
    throw new Error('a version is listed twice');
  return registry;
}

export const writeRegistry = (project: string, registry: Registry): Promise<void> =>
  replaceFile(pathOf(project, registry.name), `${JSON.stringify(checked(registry), null, 2)}\n`);

export const inUse = ({ versions }: Registry): ModelVersion | null =>
  versions.find(({ state }) => state === 'in_use') ?? null;

/** How many models were compared with a version since it came into use. */
export const comparisonsWith = (
  versions: readonly ModelVersion[],
  { version, promoted_at }: Pick<ModelVersion, 'version' | 'promoted_at'>,
): number =>
  versions.filter(
    ({ comparison }) => comparison?.with === version && comparison.compared_at >= (promoted_at ?? ''),
  ).length;

const KeptFiles = z.record(z.string(), z.string());

const keptPath = (project: string, { version }: Pick<ModelVersion, 'version'>): string =>
  join(project, FOLDER, 'kept', `${version}.json`);

/** Keeps the texts of a version's files, by their path in the project. */
export const keepFiles = (
  project: string,
  version: Pick<ModelVersion, 'version'>,
  files: Readonly<Record<string, string>>,
): Promise<void> => replaceFile(keptPath(project, version), `${JSON.stringify(files, null, 2)}\n`);

/** The kept texts of a version; null where none are kept. */
export async function readKept(
  project: string,
  version: Pick<ModelVersion, 'version'>,
): Promise<Record<string, string> | null> {
  const text = await readFile(keptPath(project, version), 'utf8').catch(() => null);
  return text === null ? null : KeptFiles.parse(JSON.parse(text));
}
