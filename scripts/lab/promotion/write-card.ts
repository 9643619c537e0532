import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../../explain.ts';
import { sha256 } from '../run/configuration.ts';
import { replaceFile } from '../run/replace-file.ts';
import { readRunFile } from '../run/run-file.ts';
import { AnalysesSchema } from '../train/analyses.ts';
import { inheritedCard, type RetrainedFacts } from '../train/inherited-card.ts';
import type { ModelName } from '../train/trainer.ts';
import { readCandidate } from './candidate.ts';
import { cardPath } from './card-verdict.ts';
import { withModelLock } from './model-lock.ts';
import { inUse, readRegistry } from './registry.ts';
import { readProjectFiles } from './settle-files.ts';

export interface WrittenCard {
  name: ModelName;
  version: string;
  path: string;
  /** Version of the training run whose figures the card tells; null: it tells none. */
  figures_of: string | null;
}

/**
 * Writes the card of weights in use that are older than the training command: what the registry knows of them and, as those of other
 * weights, the figures of a finished training `run`. Throws `CommandError` if their training has made a card.
 */
export const writeCard = (project: string, name: ModelName, run: string | null): Promise<WrittenCard> =>
  withModelLock(project, name, async () => {
    const current = inUse(await readRegistry(project, name));
    if (current === null) throw new CommandError(`No version of "${name}" is in use.`);
    await readProjectFiles(project, current);
    const path = cardPath(name);
    if (current.comparison !== null || Object.keys(current.metrics).length > 0)
      throw new CommandError(`${current.version} has a card that its training made: ${path}.`);
    const retrained = run === null ? null : await readRetrained(run, name);
    if (retrained?.version === current.version)
      throw new CommandError(`${run} has trained the weights in use: barline lab promote writes their card.`);
    await replaceFile(join(project, path), inheritedCard(name, current, retrained));
    return { name, version: current.version, path, figures_of: retrained?.version ?? null };
  });

async function readRetrained(run: string, name: ModelName): Promise<RetrainedFacts> {
  const candidate = await readCandidate(run);
  if (candidate.name !== name) throw new CommandError(`${run} has trained "${candidate.name}".`);
  const file = 'analyses.json';
  const text = await readFile(join(run, file), 'utf8');
  if ((await readRunFile(run))?.files[file]?.sha256 !== sha256(text))
    throw new CommandError(`${join(run, file)} was edited by hand since the run wrote it. Train again.`);
  const { version, data } = candidate;
  return { version, data, analyses: AnalysesSchema.parse(JSON.parse(text)) };
}
