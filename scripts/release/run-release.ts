import { describeError } from '../../src/lib/errors.ts';
import { nextStep, type Step } from './decide/next-step.ts';
import { gateKey, type RunFacts, type RunSettings, type Share, type Situation } from './decide/situation.ts';

/** What can be known of Cloudflare, the database and the site. */
export type Observed = Omit<Situation, 'run'>;

/** A token that is refused, or rights that it does not have: trying again changes nothing. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
}

/** Everything that a release does outside. Methods reject when it is not known whether they had an effect. */
export interface ReleaseIo {
  observe(): Promise<Observed>;
  migrate(): Promise<void>;
  create(tag: string): Promise<void>;
  upload(tag: string, isBridge: boolean): Promise<void>;
  shift(shares: readonly Share[], message: string): Promise<void>;
  /** Why the version must not get traffic; null: it answers as it should. */
  probe(versionId: string): Promise<string | null>;
  watch(stage: { versionId: string; baseId: string; percentage: number }): Promise<string | null>;
  setTriggers(): Promise<void>;
  say(line: string): void;
  sleep(ms: number): Promise<void>;
}

export type Outcome =
  | { kind: 'released'; versionId: string }
  | { kind: 'refused'; why: string }
  | { kind: 'rolled back'; why: string }
  /** Something outside does not answer. The traffic stays as it was last set. */
  | { kind: 'stopped'; why: string };

/** A release takes about 15 steps; more mean that nothing moves. */
const MOST_STEPS = 60;
const RETRY_MS = 10_000;
const TRIES = 3;
/** A version that failed its gate still has traffic: taking it away is tried for five minutes. */
const TRIES_TO_TAKE_BACK = 30;

const shareText = (shares: readonly Share[]): string =>
  shares.map(({ versionId, percentage }) => `${versionId.slice(0, 8)} ${percentage} %`).join(', ');

export function tellStep(step: Step): string {
  switch (step.kind) {
    case 'migrate':
      return `apply ${step.names.join(', ')}`;
    case 'create':
      return `deploy ${step.tag} as the first version`;
    case 'upload':
      return `upload ${step.tag}${step.isBridge ? ' (new script and files, pages of the version before)' : ''}`;
    case 'shift':
      return `traffic: ${shareText(step.shares)}`;
    case 'probe':
      return `probe ${step.versionId.slice(0, 8)} without traffic`;
    case 'watch':
      return `watch ${step.versionId.slice(0, 8)} at ${step.percentage} %`;
    case 'set triggers':
      return 'set crons and queue consumers';
    case 'refuse':
    case 'rolled back':
      return `${step.kind}: ${step.why}`;
    case 'done':
      return `done: ${step.versionId.slice(0, 8)} has all of the traffic`;
  }
}

/** Performs a step and answers why its gate failed; null: it passed, or is no gate. */
async function perform(io: ReleaseIo, step: Step): Promise<string | null> {
  switch (step.kind) {
    case 'migrate':
      await io.migrate();
      return null;
    case 'create':
      await io.create(step.tag);
      return null;
    case 'upload':
      await io.upload(step.tag, step.isBridge);
      return null;
    case 'shift':
      await io.shift(step.shares, step.message);
      return null;
    case 'probe':
      return await io.probe(step.versionId).catch(describeError);
    case 'watch':
      return await io.watch(step).catch(describeError);
    case 'set triggers':
      await io.setTriggers();
      return null;
    default:
      return null;
  }
}

function outcomeOf(step: Step): Outcome | null {
  if (step.kind === 'refuse') return { kind: 'refused', why: step.why };
  if (step.kind === 'rolled back') return step;
  return step.kind === 'done' ? { kind: 'released', versionId: step.versionId } : null;
}

/** What the run has done once a step is through. */
function note(run: RunFacts, step: Step, failure: string | null): RunFacts {
  if (step.kind === 'migrate') return { ...run, areMigrationsApplied: true };
  if (step.kind === 'set triggers') return { ...run, areTriggersSet: true };
  if (step.kind !== 'probe' && step.kind !== 'watch') return run;
  if (failure !== null) return { ...run, failed: { versionId: step.versionId, why: failure } };
  const percentage = step.kind === 'probe' ? 0 : step.percentage;
  return { ...run, passed: new Set([...run.passed, gateKey(step.versionId, percentage)]) };
}

export interface ReleaseRun {
  /** Names the run in the messages of its deployments. */
  id: string;
  settings: RunSettings;
}

/** Only shares of the traffic may be set twice: what happened is seen in the next observation. */
const isRepeatable = (step: Step | null): boolean => step === null || step.kind === 'shift';

/** Releases by looking, deciding and doing one step at a time, until nothing is left or nothing may be done. */
export async function runRelease(io: ReleaseIo, { id, settings }: ReleaseRun): Promise<Outcome> {
  let run: RunFacts | null = null;
  let failures = 0;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    let step: Step | null = null;
    try {
      const observed = await io.observe();
      run ??= startOf(id, settings, observed);
      step = nextStep({ ...observed, run });
      io.say(tellStep(step));
      const outcome = outcomeOf(step);
      if (outcome !== null) return outcome;
      const failure = await perform(io, step);
      if (failure !== null) io.say(`failed: ${failure}`);
      run = note(run, step, failure);
      if (step.kind === 'create') run = null;
      failures = 0;
    } catch (error) {
      failures += 1;
      const why = describeError(error);
      const tries = run !== null && run.failed !== null ? TRIES_TO_TAKE_BACK : TRIES;
      if (error instanceof NotAllowedError || !isRepeatable(step) || failures >= tries)
        return { kind: 'stopped', why };
      io.say(`not known whether that worked, looking again: ${why}`);
      await io.sleep(RETRY_MS);
    }
  }
  return { kind: 'stopped', why: `${MOST_STEPS} steps did not bring it to an end` };
}

function startOf(id: string, settings: RunSettings, { deployments }: Observed): RunFacts {
  return {
    id,
    firstSeen: deployments[0]?.id ?? null,
    passed: new Set(),
    failed: null,
    areTriggersSet: false,
    areMigrationsApplied: false,
    settings,
  };
}
