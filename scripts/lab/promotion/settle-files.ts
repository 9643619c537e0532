import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../../explain.ts';
import { sha256 } from '../run/configuration.ts';
import { replaceFile } from '../run/replace-file.ts';
import type { ModelName } from '../train/trainer.ts';
import { cardPath } from './card-verdict.ts';
import { inUse, type ModelVersion, type Registry, readKept } from './registry.ts';

/** The texts of a version's files as the project has them; throws `CommandError` if they are not that version's. */
export async function readProjectFiles(
  project: string,
  { version, files }: Pick<ModelVersion, 'version' | 'files'>,
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [path, hash] of Object.entries(files)) {
    const text = await readFile(join(project, path), 'utf8');
    if (sha256(text) !== hash)
      throw new CommandError(
        `${path} is not that of ${version}: it was edited by hand. git has the right one.`,
      );
    texts[path] = text;
  }
  return texts;
}

/** The same with the card, to be kept when another version comes into use. */
export async function readVersion(
  project: string,
  name: ModelName,
  version: ModelVersion,
): Promise<Record<string, string>> {
  const texts = await readProjectFiles(project, version);
  const card = await readFile(join(project, cardPath(name)), 'utf8').catch(() => null);
  return card === null ? texts : { ...texts, [cardPath(name)]: card };
}

/**
 * Makes weights and card of a project those of the version that its registry names, which a promotion or rollback that was ended in
 * the middle had not done yet. Files of versions that are kept nowhere are only checked.
 */
export async function settleFiles(project: string, registry: Registry): Promise<void> {
  const current = inUse(registry);
  if (current === null) return;
  const kept = await readKept(project, current);
  if (kept === null) {
    await readProjectFiles(project, current);
    return;
  }
  for (const [path, hash] of Object.entries(current.files)) {
    if (sha256(kept[path] ?? '') !== hash)
      throw new CommandError(
        `The kept weights of ${current.version} were edited by hand. git has the right ones.`,
      );
  }
  // With the weights its card is kept.
  for (const [path, text] of Object.entries(kept)) {
    const present = await readFile(join(project, path), 'utf8').catch(() => null);
    if (present !== text) await replaceFile(join(project, path), text);
  }
}
