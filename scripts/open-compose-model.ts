import { readFile } from 'node:fs/promises';
import { type GeneralModel, openGeneralModel } from '../src/ml/compose/general-model.ts';
import { buildComposeAsset, COMPOSE_MODEL_FILE } from './build.ts';

/** The composer's model as the Worker reads it, built if it is stale. */
export async function openComposeModel(): Promise<GeneralModel> {
  await buildComposeAsset();
  const file = await readFile(COMPOSE_MODEL_FILE);
  return openGeneralModel(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
}
