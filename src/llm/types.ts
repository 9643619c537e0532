import type { RequestPart } from '../lib/parts-refused.ts';

/** What a text's vector is for: some models embed a question differently from a document. */
export type EmbeddingPurpose = 'query' | 'document';

export interface Embedder {
  /** Stored beside every vector; only vectors of one model are compared. */
  readonly model: string;
  /** Whether the model knows the language (ISO 639-1); a text of unknown language is taken as English. */
  supports(language: string | null): boolean;
  /** The longest text it is given, in bytes of UTF-8, of which no tokenizer makes more tokens. */
  readonly maxInputBytes: number;
  /** Unit vectors of EMBEDDING_DIMENSIONS, in the order of the texts. Throws UPSTREAM_REJECTED or UPSTREAM_UNAVAILABLE. */
  embed(texts: readonly string[], purpose: EmbeddingPurpose): Promise<number[][]>;
}

export interface ChatTurn {
  role: 'assistant' | 'user';
  content: string;
}

export interface ChatRequest {
  system: string;
  user: string;
  /** What was said after the first question, oldest first; the last turn is the user's. */
  followUp?: readonly ChatTurn[];
  temperature: number;
  maxTokens: number;
  timeoutMs: number;
  /** A JSON schema the answer must follow, where the server can enforce it. */
  schema?: { name: string; schema: Record<string, unknown> };
  /** What this server does not take. Where it is `max_tokens`, its newer name is tried. */
  leaveOut?: readonly RequestPart[];
}

export interface ChatReply {
  text: string;
  model: string;
  truncated: boolean;
  tokens: { prompt: number; completion: number } | null;
}

export interface ChatModel {
  readonly model: string;
  /** Server and model, without secrets: what is learnt of one holds for no other. */
  readonly endpoint: string;
  /** Throws PartsRefused where the server may take the request without some of its parts. */
  complete(request: ChatRequest): Promise<ChatReply>;
}

/** An embedding model; `maxInputTokens` where its server takes less than the model, or nobody knows the model. */
export interface EmbeddingEndpoint extends ModelEndpoint {
  readonly maxInputTokens?: number | null;
}

/** An OpenAI-compatible server, its key, and the model asked for. */
export interface ModelEndpoint {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
}
