import {
  bridgeTag,
  commitOfTag,
  deploymentMessage,
  finalTag,
  isBridgeTag,
  isOfRun,
  isRollbackOf,
  laneOf,
  rollbackNote,
  runOf,
} from './release-names.ts';
import { gateKey, type Share, type Situation, type VersionFact } from './situation.ts';
import { readStanding, type Standing, sharesOf, stageAfter, stagesFor, versionBefore } from './traffic.ts';

export type Step =
  | { kind: 'refuse'; why: string }
  | { kind: 'migrate'; names: readonly string[] }
  /** The first version of a Worker: it gets all of the traffic at once. */
  | { kind: 'create'; tag: string }
  | { kind: 'upload'; tag: string; isBridge: boolean }
  | { kind: 'shift'; shares: readonly Share[]; message: string }
  | { kind: 'probe'; versionId: string }
  | { kind: 'watch'; versionId: string; baseId: string; percentage: number }
  | { kind: 'set triggers' }
  | { kind: 'done'; versionId: string }
  /** The traffic is where it was before, after a gate failed. */
  | { kind: 'rolled back'; why: string };

/** A run moves on within its stage; after twice that time it is taken for dead. */
const PATIENCE_STAGES = 2;
const PATIENCE_MS = 120_000;

const refuse = (why: string): Step => ({ kind: 'refuse', why });
const minutes = (ms: number): string => `${Math.max(1, Math.ceil(ms / 60_000))} min`;

/** Deployments that others made since this run began. */
function foreignDeployment({ deployments, run }: Situation): string | null {
  const seen = deployments.findIndex(({ id }) => id === run.firstSeen);
  const since = seen === -1 ? deployments : deployments.slice(0, seen);
  const foreign = since.find(({ message }) => !isOfRun(message, run.id));
  return foreign === undefined ? null : (runOf(foreign.message) ?? 'somebody without this script');
}

/** A release that another run has begun; null: there is none, or this run may take it over. */
function judgeUnfinished(situation: Situation, { base, candidate }: Standing): Step | null {
  const [current] = situation.deployments;
  const half = candidate?.version ?? (isBridgeTag(base.tag) ? base : null);
  if (half === null || current === undefined || isOfRun(current.message, situation.run.id)) return null;
  const owner = runOf(current.message);
  const tag = half.tag ?? half.id;
  if (candidate !== null && (owner === null || commitOfTag(tag) !== finalTag(situation.commit)))
    return refuse(
      `${tag} has ${candidate.percentage} % of the traffic: finish that release, or take it back with --rollback`,
    );
  const { stageMs, resume } = situation.run.settings;
  const left = current.createdAt + PATIENCE_STAGES * stageMs + PATIENCE_MS - situation.now;
  if (resume || left <= 0) return null;
  return refuse(
    `the run ${owner ?? 'of somebody'} is releasing ${commitOfTag(tag)}; if it is dead, use --resume, or wait ${minutes(left)}`,
  );
}

function judgeMigrations({ pendingMigrations, run }: Situation): Step | null {
  if (run.areMigrationsApplied || pendingMigrations.length === 0) return null;
  const unsafe = pendingMigrations.flatMap(({ name, unsafe: why }) => why.map((one) => `${name}: ${one}`));
  if (unsafe.length > 0)
    return refuse(`migrations are not safe under the deployed version:\n  ${unsafe.join('\n  ')}`);
  return { kind: 'migrate', names: pendingMigrations.map(({ name }) => name) };
}

/** The version of a tag that may be tried beside the base: not rolled back, and told apart from the base by its lane. */
function findUploaded(situation: Situation, tag: string, base: VersionFact): VersionFact | null {
  const usable = ({ id }: VersionFact) =>
    id !== base.id &&
    laneOf(id) !== laneOf(base.id) &&
    !situation.deployments.some(({ message }) => isRollbackOf(message, id));
  return situation.versions.find((version) => version.tag === tag && usable(version)) ?? null;
}

const wasRolledBack = ({ versions, deployments }: Situation, tag: string): boolean =>
  versions.some(
    (version) => version.tag === tag && deployments.some(({ message }) => isRollbackOf(message, version.id)),
  );

function takeBack(situation: Situation, standing: Standing): Step | null {
  const { failed, id } = situation.run;
  if (failed === null) return null;
  const note = deploymentMessage(id, rollbackNote(failed.versionId, failed.why));
  if (standing.candidate?.version.id === failed.versionId)
    return { kind: 'shift', shares: [{ versionId: standing.base.id, percentage: 100 }], message: note };
  if (standing.base.id !== failed.versionId) return { kind: 'rolled back', why: failed.why };
  const before = versionBefore(situation, failed.versionId);
  return before === null
    ? refuse(`${failed.why}; there is no version before to go back to`)
    : { kind: 'shift', shares: [{ versionId: before.id, percentage: 100 }], message: note };
}

/** Whether a whole deployment is watched: one that this run made, or a fresh one whose run may have been killed. */
function isWatched({ deployments, now, run }: Situation): boolean {
  const [current] = deployments;
  if (current === undefined || runOf(current.message) === null) return false;
  return isOfRun(current.message, run.id) || now - current.createdAt < run.settings.stageMs;
}

function afterWhole(situation: Situation, base: VersionFact): Step | null {
  if (situation.run.passed.has(gateKey(base.id, 100)) || !isWatched(situation)) return null;
  const before = versionBefore(situation, base.id);
  return { kind: 'watch', versionId: base.id, baseId: before?.id ?? base.id, percentage: 100 };
}

/** Uploads the version of a tag, or tries the one that is there with the next share of the traffic. */
function advance(
  situation: Situation,
  standing: Standing,
  leg: { tag: string; isBridge: boolean; isSameScript: boolean },
): Step {
  const { base, candidate } = standing;
  const { run } = situation;
  const tried = candidate?.version.tag === leg.tag ? candidate : null;
  if (candidate !== null && tried === null)
    return refuse(`${candidate.version.id} is being tried and is not ${leg.tag}`);
  const version = tried?.version ?? findUploaded(situation, leg.tag, base);
  if (version === null) {
    if (wasRolledBack(situation, leg.tag) && !run.settings.again)
      return refuse(`${leg.tag} was rolled back before; fix it in a new commit, or use --again`);
    return { kind: 'upload', tag: leg.tag, isBridge: leg.isBridge };
  }
  const shift = (percentage: number): Step => ({
    kind: 'shift',
    shares: sharesOf(base.id, version.id, percentage),
    message: deploymentMessage(run.id, `${leg.tag} at ${percentage} %`),
  });
  const stages = stagesFor(leg.isSameScript);
  if (tried === null) return shift(stages[0] ?? 0);
  if (!run.passed.has(gateKey(version.id, tried.percentage)))
    return tried.percentage === 0
      ? { kind: 'probe', versionId: version.id }
      : { kind: 'watch', versionId: version.id, baseId: base.id, percentage: tried.percentage };
  return shift(stageAfter(stages, tried.percentage) ?? 100);
}

function releaseLeg(situation: Situation, standing: Standing): Step {
  const wanted = finalTag(situation.commit);
  const bridge = bridgeTag(situation.commit);
  const { base, candidate } = standing;
  if (base.tag === wanted && candidate === null) {
    const watch = afterWhole(situation, base);
    if (watch !== null) return watch;
    return situation.run.areTriggersSet ? { kind: 'done', versionId: base.id } : { kind: 'set triggers' };
  }
  if (base.tag === bridge)
    return (
      (candidate === null ? afterWhole(situation, base) : null) ??
      advance(situation, standing, { tag: wanted, isBridge: false, isSameScript: true })
    );
  const isBridge = candidate === null ? situation.pagesDiffer : candidate.version.tag === bridge;
  return advance(situation, standing, { tag: isBridge ? bridge : wanted, isBridge, isSameScript: false });
}

/**
 * What a release does next. It depends only on what Cloudflare tells and on what this run has done, so that a run that was
 * killed is continued by the next one, from whatever share of the traffic it had reached.
 */
export function nextStep(situation: Situation): Step {
  const foreign = foreignDeployment(situation);
  if (foreign !== null)
    return refuse(`${foreign} changed the traffic meanwhile; look at it, then run the release again`);
  if (situation.missingSecrets.length > 0 && situation.run.failed === null)
    return refuse(`secrets are missing: ${situation.missingSecrets.join(', ')}`);
  const standing = readStanding(situation);
  if (!situation.exists || standing === null) {
    const { pendingMigrations, run } = situation;
    if (pendingMigrations.length > 0 && !run.areMigrationsApplied)
      return { kind: 'migrate', names: pendingMigrations.map(({ name }) => name) };
    return { kind: 'create', tag: finalTag(situation.commit) };
  }
  return (
    takeBack(situation, standing) ??
    judgeUnfinished(situation, standing) ??
    judgeMigrations(situation) ??
    releaseLeg(situation, standing)
  );
}
