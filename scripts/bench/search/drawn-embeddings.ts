import { z } from 'zod';
import type { Vector } from '../../lab/vector-math.ts';
import { readBody, sendJson, startHttpServer } from '../../local/http-server.ts';
import { hash32 } from '../../local/sites/stable-random.ts';
import { DRAWN_MODEL } from './fill-tables.ts';

export interface DrawnEmbeddings {
  vars: Record<string, string>;
  /** The vector that a text gets. */
  vectorOf(text: string): number[];
  close(): Promise<void>;
}

const RequestSchema = z.object({ input: z.array(z.string()) });
const MAX_BYTES = 1_000_000;

/**
 * `/v1/embeddings` that answers immediately with one of the drawn vectors per text, because the search bench uses no
 * model.
 */
export async function startDrawnEmbeddings(vectors: readonly Vector[]): Promise<DrawnEmbeddings> {
  const vectorOf = (text: string): number[] => Array.from(vectors[hash32(text) % vectors.length] ?? []);
  const server = await startHttpServer({ name: 'drawn embeddings' }, async (request, response) => {
    const { input } = RequestSchema.parse(JSON.parse(await readBody(request, MAX_BYTES)));
    sendJson(response, 200, {
      object: 'list',
      data: input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })),
      model: DRAWN_MODEL,
      usage: { prompt_tokens: 0, total_tokens: 0 },
    });
  });
  return {
    vars: {
      EMBEDDINGS_BASE_URL: `${server.url}/v1`,
      EMBEDDINGS_API_KEY: 'none-needed',
      EMBEDDINGS_MODEL: DRAWN_MODEL,
    },
    vectorOf,
    close: server.close,
  };
}
