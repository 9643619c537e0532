import { CommandError } from '../../explain.ts';
import type { ModelName } from '../train/trainer.ts';
import { withModelLock } from './model-lock.ts';
import {
  inUse,
  keepFiles,
  type ModelVersion,
  type Registry,
  readKept,
  readRegistry,
  writeRegistry,
} from './registry.ts';
import { readVersion, settleFiles } from './settle-files.ts';

export interface Rollback {
  name: ModelName;
  /** What was in use until now. */
  withdrawn: string;
  in_use: string;
}

/**
 * Brings the version back that was in use before, or `to`, with its weights and card as they were kept. The version that is
 * withdrawn stays noted and kept; a second rollback goes further back, not to it.
 */
export const rollBack = (
  project: string,
  { name, to, now }: { name: ModelName; to?: string; now: Date },
): Promise<Rollback> =>
  withModelLock(project, name, async () => {
    const registry = await readRegistry(project, name);
    await settleFiles(project, registry);
    const current = inUse(registry);
    if (current === null) throw new CommandError(`No version of "${name}" is in use.`);
    const earlier = choose(registry, current, to);
    const kept = await readKept(project, earlier);
    if (kept === null)
      throw new CommandError(
        `The weights of ${earlier.version} are not kept in this project; git may have them.`,
      );
    if ((await readKept(project, current)) === null)
      await keepFiles(project, current, await readVersion(project, name, current));
    const versions = registry.versions.map((one): ModelVersion => {
      if (one.version === current.version)
        return { ...one, state: 'retired', withdrawn_at: now.toISOString() };
      return one.version === earlier.version ? { ...one, state: 'in_use', withdrawn_at: null } : one;
    });
    const noted = { ...registry, versions };
    await writeRegistry(project, noted);
    await settleFiles(project, noted);
    return { name, withdrawn: current.version, in_use: earlier.version };
  });

function choose({ name, versions }: Registry, current: ModelVersion, to: string | undefined): ModelVersion {
  const retired = versions.filter(({ state }) => state === 'retired');
  if (to !== undefined) {
    const named = retired.find(({ version }) => version === to);
    if (named !== undefined) return named;
    const known = retired.map(({ version }) => version).join(', ') || 'none';
    throw new CommandError(`${to} was not in use before. Retired versions of "${name}": ${known}.`);
  }
  const before = retired
    .filter(
      ({ withdrawn_at, promoted_at }) =>
        withdrawn_at === null && (promoted_at ?? '') < (current.promoted_at ?? ''),
    )
    .sort((a, b) => ((a.promoted_at ?? '') < (b.promoted_at ?? '') ? 1 : -1));
  const [latest] = before;
  if (latest === undefined)
    throw new CommandError(
      `No version of "${name}" was in use before ${current.version}: there is nothing to go back to.`,
    );
  return latest;
}
