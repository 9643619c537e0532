import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { buildEngineAssets, ENGINE_VERSION_FILE, LEXICON_FILE } from './build.ts';

const EngineVersionSchema = z.object({ version: z.string() });

/** The bytes of the compiled lexicon, built if it is stale. */
export async function readLexicon(): Promise<ArrayBuffer> {
  return (await readEngineAssets()).lexicon;
}

/** What the Worker is built with, for the services in Node: the lexicon and the engine's version, built if stale. */
export async function readEngineAssets(): Promise<{ lexicon: ArrayBuffer; engineVersion: string }> {
  await buildEngineAssets();
  const [file, version] = await Promise.all([readFile(LEXICON_FILE), readFile(ENGINE_VERSION_FILE, 'utf8')]);
  return {
    lexicon: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength),
    engineVersion: EngineVersionSchema.parse(JSON.parse(version)).version,
  };
}
