import type { RequestPart } from '../lib/parts-refused.ts';

/** The purpose of a vector: some models embed a query differently from a document. */
export type EmbeddingPurpose = 'query' | 'document';

export interface Embedder {
  /** Stored beside every vector; only vectors of one model are compared. */
  readonly model: string;
  /** Whether the model knows the language (ISO 639-1); a text of unknown language is treated as English. */
  supports(language: string | null): boolean;
  /** The longest text it accepts, in bytes of UTF-8; no tokenizer makes more tokens than there are bytes. */
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
  /** The turns after the first question, oldest first; the last turn is the user's. */
  followUp?: readonly ChatTurn[];
  temperature: number;
  maxTokens: number;
  timeoutMs: number;
  /** A JSON schema the answer must follow, where the server can enforce it. */
  schema?: { name: string; schema: Record<string, unknown> };
  /**
   * Asks for a stream, and gets the text so far whenever more of it has arrived; from the start again if the request is
   * sent again. A server that does not stream gives the whole text with the reply only.
   */
  onText?: (text: string) => void;
  /** Aborted when nobody waits for the answer any more: the call ends with CLIENT_GONE. */
  signal?: AbortSignal | null;
  /** Fields that this server does not accept. If `max_tokens` is one of them, its newer name is used. */
  leaveOut?: readonly RequestPart[];
}

export interface ChatReply {
  text: string;
  model: string;
  truncated: boolean;
  tokens: { prompt: number; completion: number } | null;
  /** Parts that the server refused before it gave this answer without them. */
  refused?: readonly RequestPart[];
}

export interface ChatModel {
  readonly model: string;
  /** Server and model, without secrets: what is learnt about one does not apply to others. */
  readonly endpoint: string;
  /** Throws PartsRefused if the server may accept the request without some of its parts. */
  complete(request: ChatRequest): Promise<ChatReply>;
}

/** An embedding model; `maxInputTokens` if its server accepts less than the model, or if the model is unknown. */
export interface EmbeddingEndpoint extends ModelEndpoint {
  readonly maxInputTokens?: number | null;
}

/** An OpenAI-compatible server, its key, and the model to request. */
export interface ModelEndpoint {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
}
