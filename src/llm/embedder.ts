import { z } from 'zod';
import { toModelError } from './errors.ts';
import { limitFetch } from './limited-fetch.ts';
import { createOpenAiClient } from './openai-client.ts';
import type { Embedder, EmbeddingEndpoint, EmbeddingPurpose } from './types.ts';

const DIMENSIONS = 512;
/** Interactive requests wait for a query's vector, queue jobs for a document's. */
const TIMEOUT_MS: Record<EmbeddingPurpose, number> = { query: 20_000, document: 60_000 };
const BATCH = 32;
/** Of a batch of 4,096 dimensions at 20 digits each, twice as much. */
const MAX_BYTES = 6_000_000;

interface ModelTraits {
  /** Languages the model was trained on; null: all of them. */
  languages: readonly string[] | null;
  maxTokens: number;
  query: (text: string) => string;
}

// Qwen3-Embedding's model card asks for an instruction before a query and none before a document.
const QWEN_INSTRUCTION = 'Given a question about songs, retrieve rap lyrics that answer it';
const TRAITS: readonly { pattern: RegExp; traits: ModelTraits }[] = [
  {
    pattern: /universal-sentence-encoder-lite/i,
    traits: { languages: ['en'], maxTokens: 12_000, query: (text) => text },
  },
  {
    pattern: /qwen3-embedding/i,
    traits: {
      languages: null,
      maxTokens: 32_768,
      query: (text) => `Instruct: ${QWEN_INSTRUCTION}\nQuery: ${text}`,
    },
  },
];
// OpenAI's models and most other current ones accept 8,192 tokens.
const UNKNOWN_MODEL: ModelTraits = { languages: null, maxTokens: 8192, query: (text) => text };
/** Tokens that a tokenizer adds around a text. */
const SPECIAL_TOKENS = 8;
/** A shorter passage is no longer a sentence. */
const MIN_INPUT_BYTES = 64;

/**
 * The first 512 dimensions at unit length. Truncation is valid for models trained with Matryoshka representation
 * learning (https://arxiv.org/abs/2205.13147); a shorter vector is refused.
 */
export function toUnitVector(vector: readonly number[]): number[] {
  if (vector.length < DIMENSIONS) {
    throw new Error(`the embedding model gives ${vector.length} dimensions, ${DIMENSIONS} are needed`);
  }
  const cut = vector.slice(0, DIMENSIONS);
  const length = Math.sqrt(cut.reduce((sum, x) => sum + x * x, 0));
  if (!(length > 0 && length < Number.POSITIVE_INFINITY)) {
    throw new Error('the embedding model gave a vector without a direction');
  }
  return cut.map((x) => x / length);
}

// `toUnitVector` checks the numbers themselves.
const EmbeddingsSchema = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.custom<number[]>(Array.isArray) })),
});

/** Embeddings over any OpenAI-compatible server; the time limits are for the whole answer. */
export function createEmbedder(
  config: EmbeddingEndpoint,
  timeoutMs: Record<EmbeddingPurpose, number> = TIMEOUT_MS,
): Embedder {
  const traits = TRAITS.find(({ pattern }) => pattern.test(config.model))?.traits ?? UNKNOWN_MODEL;
  const send = createOpenAiClient(config, limitFetch(MAX_BYTES));

  const embedBatch = async (texts: readonly string[], purpose: EmbeddingPurpose): Promise<number[][]> => {
    const input = texts.map((text) => (purpose === 'query' ? traits.query(text) : text));
    try {
      const body = { model: config.model, input, encoding_format: 'float' };
      const signal = AbortSignal.timeout(timeoutMs[purpose]);
      const reply = await send({ path: '/embeddings', body, signal });
      const { data } = EmbeddingsSchema.parse(reply);
      if (data.length !== texts.length) throw new Error('the embedding model left out a text');
      return data.sort((a, b) => a.index - b.index).map((item) => toUnitVector(item.embedding));
    } catch (error) {
      throw toModelError(error, 'embedding model');
    }
  };

  const maxTokens = config.maxInputTokens ?? traits.maxTokens;
  return {
    model: config.model,
    maxInputBytes: Math.max(MIN_INPUT_BYTES, maxTokens - SPECIAL_TOKENS - traits.query('').length),
    supports: (language) => traits.languages === null || traits.languages.includes(language ?? 'en'),
    embed: async (texts, purpose) => {
      const vectors: number[][] = [];
      for (let i = 0; i < texts.length; i += BATCH) {
        vectors.push(...(await embedBatch(texts.slice(i, i + BATCH), purpose)));
      }
      return vectors;
    },
  };
}
