import { laneOf } from './decide/release-names.ts';
import type { DeploymentFact, VersionFact } from './decide/situation.ts';
import type { Observed, ReleaseIo } from './run-release.ts';

/** Characters that a version's id begins with. */
const HEX = '0123456789abcdef';

/** The steps of a release over a copy of what is there: everything is read, nothing is changed, every gate passes. */
export function withoutEffects(io: ReleaseIo): ReleaseIo {
  let world: Observed | null = null;
  const current = async (): Promise<Observed> => {
    world ??= await io.observe();
    return world;
  };
  const change = async (next: (observed: Observed) => Partial<Observed>): Promise<void> => {
    const observed = await current();
    world = { ...observed, ...next(observed) };
  };
  const addVersion = (versions: readonly VersionFact[], tag: string): VersionFact[] => {
    const used = new Set(versions.map(({ id }) => laneOf(id)));
    const lane = [...HEX].find((character) => !used.has(character)) ?? 'x';
    return [{ id: `${lane}-(new) ${tag}`, tag }, ...versions];
  };
  const addDeployment = (observed: Observed, deployment: Omit<DeploymentFact, 'id' | 'createdAt'>) => ({
    deployments: [
      { id: `planned-${observed.deployments.length}`, createdAt: observed.now, ...deployment },
      ...observed.deployments,
    ],
  });
  return {
    observe: current,
    migrate: () => change(() => ({ pendingMigrations: [] })),
    create: (tag) =>
      change((observed) => {
        const versions = addVersion(observed.versions, tag);
        const shares = [{ versionId: versions[0]?.id ?? '', percentage: 100 }];
        return { exists: true, versions, ...addDeployment(observed, { message: '', shares }) };
      }),
    upload: (tag) => change(({ versions }) => ({ versions: addVersion(versions, tag) })),
    shift: (shares, message) => change((observed) => addDeployment(observed, { shares, message })),
    probe: async () => null,
    watch: async () => null,
    setTriggers: async () => {},
    say: io.say,
    sleep: async () => {},
  };
}
