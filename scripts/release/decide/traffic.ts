import { commitOfTag, finalTag } from './release-names.ts';
import type { DeploymentFact, Share, Situation, VersionFact } from './situation.ts';

/** Shares of the traffic that a new script goes through before it has all of it. */
const CAREFUL_STAGES = [0, 10, 50, 100] as const;
/** Where the script is the same and only the pages are others. */
const PAGE_STAGES = [0, 100] as const;

export const stagesFor = (isSameScript: boolean): readonly number[] =>
  isSameScript ? PAGE_STAGES : CAREFUL_STAGES;

/** The stage after a share; null: it has all of the traffic. A share between two stages goes on to the higher one. */
export const stageAfter = (stages: readonly number[], percentage: number): number | null =>
  stages.find((stage) => stage > percentage) ?? null;

/** The version with all of the traffic, or with what the other one does not have. */
export interface Standing {
  /** The version that is trusted. */
  base: VersionFact;
  /** The version that is tried; null: none is. */
  candidate: { version: VersionFact; percentage: number } | null;
}

/** All that the traffic is read from. */
export type Traffic = Pick<Situation, 'commit' | 'versions' | 'deployments'>;

const versionOf = (situation: Traffic, id: string): VersionFact =>
  situation.versions.find((version) => version.id === id) ?? { id, tag: null };

/**
 * Which of two versions is tried: the one that did not have all of the traffic before, else (Cloudflare lists ten
 * deployments) the one of this commit, else the one with less of the traffic.
 */
function candidateOf(situation: Traffic, shares: readonly Share[]): Share | null {
  if (shares.length < 2) return null;
  const before = lastWhole(situation.deployments)?.shares[0]?.versionId;
  const wanted = finalTag(situation.commit);
  const rules: ((share: Share) => boolean)[] = [
    ({ versionId }) => before !== undefined && versionId !== before,
    ({ versionId }) => versionOf(situation, versionId).tag === wanted,
    ({ versionId }) => commitOfTag(versionOf(situation, versionId).tag ?? '') === wanted,
  ];
  for (const rule of rules) {
    const [only, ...others] = shares.filter(rule);
    if (only !== undefined && others.length === 0) return only;
  }
  return shares.toSorted((a, b) => a.percentage - b.percentage)[0] ?? null;
}

/** The last deployment before this one in which a single version had all of the traffic. */
const lastWhole = (deployments: readonly DeploymentFact[]): DeploymentFact | undefined =>
  deployments.slice(1).find(({ shares }) => shares.length === 1);

/** What serves the traffic now; null: nothing does. */
export function readStanding(situation: Traffic): Standing | null {
  const [current] = situation.deployments;
  const [first] = current?.shares ?? [];
  if (current === undefined || first === undefined) return null;
  const tried = candidateOf(situation, current.shares);
  if (tried === null) return { base: versionOf(situation, first.versionId), candidate: null };
  const trusted = current.shares.find(({ versionId }) => versionId !== tried.versionId) ?? first;
  return {
    base: versionOf(situation, trusted.versionId),
    candidate: { version: versionOf(situation, tried.versionId), percentage: tried.percentage },
  };
}

/** The version that had all of the traffic before the one that has it now, unless `skip` says it is not wanted. */
export function versionBefore(
  situation: Traffic,
  current: string,
  skip: (version: VersionFact) => boolean = () => false,
): VersionFact | null {
  const whole = situation.deployments.filter(({ shares }) => shares.length === 1);
  for (const { shares } of whole) {
    const version = versionOf(situation, shares[0]?.versionId ?? '');
    if (version.id !== current && !skip(version)) return version;
  }
  return null;
}

/** All of the traffic for one version, or the share of a new one beside it. */
export function sharesOf(base: string, candidate: string, percentage: number): Share[] {
  if (percentage === 100) return [{ versionId: candidate, percentage: 100 }];
  return [
    { versionId: base, percentage: 100 - percentage },
    { versionId: candidate, percentage },
  ];
}
