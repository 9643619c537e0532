import { join } from 'node:path';
import { CommandError } from '../../explain.ts';
import { replaceFile } from '../run/replace-file.ts';
import type { ModelName } from '../train/trainer.ts';
import type { Candidate } from './candidate.ts';
import { cardPath, describePromotion } from './card-verdict.ts';
import { decidePromotion } from './decide-promotion.ts';
import { withModelLock } from './model-lock.ts';
import {
  type Comparison,
  comparisonsWith,
  inUse,
  keepFiles,
  ModelVersion,
  type Registry,
  readKept,
  readRegistry,
  writeRegistry,
} from './registry.ts';
import { readVersion, settleFiles } from './settle-files.ts';

export interface Promotion {
  name: ModelName;
  version: string;
  /** What is in use from now on. */
  in_use: string | null;
  outcome: 'promoted' | 'rejected' | 'already_in_use';
  comparison: Comparison | null;
}

/**
 * Brings a trained model into use if it is better than the one in use by the rule of `decidePromotion`, and notes either in
 * the registry. The registry is what counts: it is written last but for the weights, which the next command writes if this
 * one is ended between. Throws `CommandError` if nothing can be decided.
 */
export const promote = (project: string, candidate: Candidate, now: Date): Promise<Promotion> =>
  withModelLock(project, candidate.name, async () => {
    const registry = await readRegistry(project, candidate.name);
    await settleFiles(project, registry);
    const current = inUse(registry);
    const base = { name: candidate.name, version: candidate.version };
    if (current?.version === candidate.version) {
      await renewCard(project, candidate, current);
      return { ...base, in_use: current.version, outcome: 'already_in_use', comparison: current.comparison };
    }
    const comparison = compare(candidate, registry, now);
    const isBetter = comparison.is_better;
    const noted = noteVersion(registry, candidate, { comparison: comparison.noted, isBetter, now });
    if (isBetter) {
      if (current !== null && (await readKept(project, current)) === null)
        await keepFiles(project, current, await readVersion(project, candidate.name, current));
      const card = cardOf(candidate, comparison.noted);
      await keepFiles(project, candidate, { ...candidate.texts, [cardPath(candidate.name)]: card });
    }
    await writeRegistry(project, noted);
    await settleFiles(project, noted);
    return {
      ...base,
      in_use: inUse(noted)?.version ?? null,
      outcome: isBetter ? 'promoted' : 'rejected',
      comparison: comparison.noted,
    };
  });

function compare({ held_out, why_not, version }: Candidate, registry: Registry, now: Date) {
  const current = inUse(registry);
  if (registry.versions.some((one) => one.version === version))
    throw new CommandError(
      `${version} was decided about before: see scripts/lab/models/${registry.name}.json.`,
    );
  if (held_out === null)
    throw new CommandError(`${version} cannot be compared with the model in use: ${why_not ?? 'unknown'}`);
  if (held_out.with !== (current?.version ?? null))
    throw new CommandError(
      `${version} was compared with ${held_out.with ?? 'a constant'}, and ${current?.version ?? 'none'} is in use now. Train again.`,
    );
  const attempt = (current === null ? 0 : comparisonsWith(registry.versions, current)) + 1;
  const { is_better, ...decision } = decidePromotion(held_out.rows, attempt);
  const noted: Comparison = { with: held_out.with, compared_at: now.toISOString(), attempt, ...decision };
  return { is_better, noted };
}

function noteVersion(
  registry: Registry,
  candidate: Candidate,
  { comparison, isBetter, now }: { comparison: Comparison; isBetter: boolean; now: Date },
): Registry {
  // Parsing leaves out what only a candidate has.
  const version = ModelVersion.parse({
    ...candidate,
    state: isBetter ? 'in_use' : 'rejected',
    promoted_at: isBetter ? now.toISOString() : null,
    withdrawn_at: null,
    comparison,
  });
  const others = registry.versions.map(
    (one): ModelVersion => (isBetter && one.state === 'in_use' ? { ...one, state: 'retired' } : one),
  );
  return { ...registry, versions: [...others, version] };
}

const cardOf = ({ card }: Candidate, comparison: Comparison | null): string =>
  comparison === null ? card : `${card}\n${describePromotion(comparison)}`;

/** The same weights were trained again: what is known of them may be more. */
async function renewCard(project: string, candidate: Candidate, current: ModelVersion): Promise<void> {
  const path = cardPath(candidate.name);
  const card = cardOf(candidate, current.comparison);
  const kept = await readKept(project, current);
  if (kept !== null) await keepFiles(project, current, { ...kept, [path]: card });
  await replaceFile(join(project, path), card);
}
