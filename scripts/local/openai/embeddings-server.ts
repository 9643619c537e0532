import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type HttpServer, sendJson, startHttpServer } from '../http-server.ts';
import {
  DIMENSIONS,
  type Embedding,
  type EmbeddingPool,
  MODEL,
  openEmbeddingPool,
  type PoolOptions,
} from './embedding-pool.ts';
import { badRequest, checkKey, readJson, unknownModel, unknownUrl, withFailures } from './openai-http.ts';

export interface EmbeddingsOptions extends PoolOptions {
  port?: number;
}

export interface LocalEmbeddings {
  /** Ends in `/v1`, as OpenAI's clients expect it. */
  baseUrl: string;
  apiKey: string;
  model: string;
  close(): Promise<void>;
}

const API_KEY = 'barline-local';
const MAX_INPUTS = 2_048;
/** The tokenizer's time grows with the square of the length. */
export const MAX_CHARACTERS = 12_000;

const RequestSchema = z.object({
  model: z.string(),
  input: z.union([z.string().transform((text) => [text]), z.array(z.string()).min(1).max(MAX_INPUTS)]),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.literal(DIMENSIONS).optional(),
});
type EmbeddingsRequest = z.infer<typeof RequestSchema>;

/** Serves `/v1/embeddings` and `/v1/models` over Universal Sentence Encoder Lite (English, 512 dimensions). */
export async function startEmbeddings(options: EmbeddingsOptions = {}): Promise<LocalEmbeddings> {
  const server: HttpServer = await startHttpServer(
    { port: options.port ?? 0, name: 'embeddings' },
    (request, response) => withFailures(response, () => route(pool, request, response)),
  );
  const pool = openEmbeddingPool(options);
  return {
    baseUrl: `${server.url}/v1`,
    apiKey: API_KEY,
    model: MODEL,
    async close() {
      await server.close();
      await pool.close();
    },
  };
}

async function route(pool: EmbeddingPool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  checkKey(request, API_KEY);
  const call = `${request.method} ${request.url?.split('?')[0]}`;
  if (call === 'POST /v1/embeddings') return await answerEmbeddings(pool, await readJson(request), response);
  if (call === 'GET /v1/models') return sendJson(response, 200, { object: 'list', data: [MODEL_CARD] });
  if (call === `GET /v1/models/${MODEL}`) return sendJson(response, 200, MODEL_CARD);
  if (call.startsWith('GET /v1/models/')) throw unknownModel(decodeURIComponent(call.slice(15)));
  throw unknownUrl(request);
}

const MODEL_CARD = { id: MODEL, object: 'model', created: 1_524_009_600, owned_by: 'local' };

async function answerEmbeddings(pool: EmbeddingPool, body: unknown, response: ServerResponse): Promise<void> {
  const { model, input, encoding_format: format } = parseRequest(body);
  const texts = input.map(clean);
  const embeddings = await pool.embed(texts);
  const tokens = embeddings.reduce((sum, embedding) => sum + embedding.tokens, 0);
  sendJson(response, 200, {
    object: 'list',
    data: embeddings.map((embedding, index) => ({
      object: 'embedding',
      index,
      embedding: format === 'base64' ? toBase64(embedding) : Array.from(embedding.vector),
    })),
    model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  });
}

function parseRequest(body: unknown): EmbeddingsRequest {
  const parsed = RequestSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const param = issue?.path.join('.') || null;
    throw badRequest(`Invalid value for '${param ?? 'body'}': ${issue?.message ?? 'not understood'}.`, param);
  }
  if (parsed.data.model !== MODEL) throw unknownModel(parsed.data.model);
  return parsed.data;
}

/** The model does not know line breaks: it reads them as unknown words joined to their neighbours. */
function clean(input: string): string {
  const text = input.replace(/\s+/g, ' ').trim();
  if (text === '') throw badRequest('Input cannot be an empty string.', 'input');
  if (text.length > MAX_CHARACTERS) {
    const message = `This model takes ${MAX_CHARACTERS} characters at most, the input has ${text.length}.`;
    throw badRequest(message, 'input', 'context_length_exceeded');
  }
  return text;
}

function toBase64({ vector }: Embedding): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}
