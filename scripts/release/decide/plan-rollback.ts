import { commitOfTag, deploymentMessage, rollbackNote } from './release-names.ts';
import type { Share, Situation } from './situation.ts';
import { readStanding, versionBefore } from './traffic.ts';

export type RollbackPlan = { shares: readonly Share[]; message: string } | { refused: string };

/**
 * Where the traffic goes at once when somebody asks for a rollback: to the trusted one of two versions; else to the last
 * version of another commit that had all of it, or to the one that was asked for.
 */
export function planRollback(situation: Situation, wanted: string | null): RollbackPlan {
  const standing = readStanding(situation);
  if (standing === null) return { refused: 'nothing is deployed' };
  const { base, candidate } = standing;
  const left = candidate?.version ?? base;
  const to = (versionId: string): RollbackPlan => ({
    shares: [{ versionId, percentage: 100 }],
    message: deploymentMessage(situation.run.id, rollbackNote(left.id, 'asked for')),
  });
  if (wanted !== null) {
    const found = situation.versions.filter(({ id, tag }) => id.startsWith(wanted) || tag === wanted);
    const [only, another] = found;
    if (only === undefined) return { refused: `no uploaded version is called ${wanted}` };
    if (another !== undefined && tagsDiffer(found))
      return { refused: `${wanted} names ${found.length} versions` };
    return only.id === base.id && candidate === null
      ? { refused: `${only.id} has all of the traffic already` }
      : to(only.id);
  }
  if (candidate !== null) return to(base.id);
  const commit = base.tag === null ? null : commitOfTag(base.tag);
  const before = versionBefore(
    situation,
    base.id,
    ({ tag }) => commit !== null && tag !== null && commitOfTag(tag) === commit,
  );
  return before === null ? { refused: 'there is no version before to go back to' } : to(before.id);
}

const tagsDiffer = (versions: readonly { tag: string | null }[]): boolean =>
  new Set(versions.map(({ tag }) => tag)).size > 1;
