import { type Env, type EnvFault, readVariables, VARIABLE_NAMES, type Variables } from './env.ts';
import type { LineLimits } from './lib/line-ledger.ts';
import type { LogLevel } from './lib/logger.ts';
import type { Limits } from './lib/rate-limits.ts';
import { DEFAULT_ANONYMOUS_SCOPES, type Scope } from './lib/scopes.ts';

export interface ModelConfig {
  baseUrl: string;
  apiKey: string;
  model: string;
}

export interface EmbeddingConfig extends ModelConfig {
  /** Null: the default for the model. */
  readonly maxInputTokens: number | null;
}

/** US dollars for a million tokens. */
export interface ModelPrice {
  prompt: number;
  completion: number;
}

/** The chat model, its fallback model, and the request rate for both. */
export interface ChatConfig extends ModelConfig {
  readonly fallback: ModelConfig | null;
  /** For all isolates together. */
  readonly requestsPerMinute: number;
  readonly burst: number;
  /** By the model's name as used in requests. */
  readonly prices: Readonly<Record<string, ModelPrice>>;
}

/** The parsed configuration of the Worker. A part that is null is not configured. */
export interface Config {
  readonly environment: 'local' | 'staging' | 'production';
  readonly logLevel: LogLevel;
  readonly publicLyrics: boolean;
  /** The daily budget of lyrics lines per caller if lyrics are not public. */
  readonly lineLimits: LineLimits;
  /** Of an address without a key. */
  readonly anonymousLimits: Limits;
  readonly adminToken: string | null;
  /** What callers without a key may do. */
  readonly anonymousScopes: readonly Scope[];
  readonly database: { readonly url: string; readonly fetchEndpoint: string | null } | null;
  readonly redis: { readonly url: string; readonly token: string } | null;
  readonly llm: ChatConfig | null;
  readonly embeddings: EmbeddingConfig | null;
  /** The new embedding model during a change of models. */
  readonly nextEmbeddings: EmbeddingConfig | null;
  readonly genius: { readonly apiUrl: string; readonly webUrl: string; readonly token: string | null };
  readonly spotify: {
    readonly apiUrl: string;
    readonly accountsUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
  } | null;
  readonly reccobeatsUrl: string;
  readonly scrape: { readonly requestsPerSecond: number; readonly contact: string | null };
  readonly faults: readonly EnvFault[];
}

/** The parts that a production Worker needs; `missingParts` names the missing ones. */
const REQUIRED_PARTS = {
  database: ['DATABASE_URL'],
  redis: ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'],
  embeddings: ['EMBEDDINGS_BASE_URL', 'EMBEDDINGS_API_KEY'],
  adminToken: ['ADMIN_TOKEN'],
} as const satisfies Partial<Record<keyof Config, readonly string[]>>;

export function missingParts(config: Config): { part: string; variables: readonly string[] }[] {
  return Object.entries(REQUIRED_PARTS)
    .filter(([part]) => config[part as keyof typeof REQUIRED_PARTS] === null)
    .map(([part, variables]) => ({ part, variables }));
}

function model(baseUrl: string | undefined, apiKey: string | undefined, name: string): ModelConfig | null {
  return baseUrl === undefined || apiKey === undefined ? null : { baseUrl, apiKey, model: name };
}

function embeddings(v: Variables, endpoint: ModelConfig | null): EmbeddingConfig | null {
  return endpoint && { ...endpoint, maxInputTokens: v.EMBEDDINGS_MAX_INPUT_TOKENS ?? null };
}

/** Settings that the fallback does not have are taken from the first model. */
function chat(v: Variables): ChatConfig | null {
  const first = model(v.LLM_BASE_URL, v.LLM_API_KEY, v.LLM_MODEL);
  if (first === null) return null;
  const fallback =
    v.LLM_FALLBACK_MODEL === undefined
      ? null
      : {
          baseUrl: v.LLM_FALLBACK_BASE_URL ?? first.baseUrl,
          apiKey: v.LLM_FALLBACK_API_KEY ?? first.apiKey,
          model: v.LLM_FALLBACK_MODEL,
        };
  return {
    ...first,
    fallback,
    requestsPerMinute: v.LLM_REQUESTS_PER_MINUTE,
    burst: v.LLM_BURST,
    prices: v.LLM_PRICES ?? {},
  };
}

/** A list that cannot be read gives nothing: its default might be more than was meant. */
function anonymousScopes(v: Variables, faults: readonly EnvFault[]): readonly Scope[] {
  if (faults.some(({ name }) => name === 'ANONYMOUS_SCOPES')) return [];
  return v.ANONYMOUS_SCOPES ?? DEFAULT_ANONYMOUS_SCOPES[v.ENVIRONMENT];
}

function build(env: Env): Config {
  const { variables: v, faults } = readVariables(env);
  return Object.freeze({
    environment: v.ENVIRONMENT,
    logLevel: v.LOG_LEVEL,
    publicLyrics: v.PUBLIC_LYRICS,
    lineLimits: { perSong: v.LYRICS_LINES_PER_SONG, total: v.LYRICS_LINES_PER_DAY },
    anonymousLimits: {
      reads: v.RATE_LIMIT_READS_PER_MINUTE,
      models: v.RATE_LIMIT_MODELS_PER_MINUTE,
      writes: v.RATE_LIMIT_WRITES_PER_MINUTE,
      'batch-items': v.RATE_LIMIT_BATCH_ITEMS_PER_MINUTE,
    },
    adminToken: v.ADMIN_TOKEN ?? null,
    anonymousScopes: anonymousScopes(v, faults),
    database:
      v.DATABASE_URL === undefined
        ? null
        : { url: v.DATABASE_URL, fetchEndpoint: v.DATABASE_FETCH_ENDPOINT ?? null },
    redis:
      v.UPSTASH_REDIS_REST_URL === undefined || v.UPSTASH_REDIS_REST_TOKEN === undefined
        ? null
        : { url: v.UPSTASH_REDIS_REST_URL, token: v.UPSTASH_REDIS_REST_TOKEN },
    llm: chat(v),
    embeddings: embeddings(v, model(v.EMBEDDINGS_BASE_URL, v.EMBEDDINGS_API_KEY, v.EMBEDDINGS_MODEL)),
    nextEmbeddings:
      v.EMBEDDINGS_NEXT_MODEL === undefined
        ? null
        : embeddings(
            v,
            model(
              v.EMBEDDINGS_NEXT_BASE_URL ?? v.EMBEDDINGS_BASE_URL,
              v.EMBEDDINGS_NEXT_API_KEY ?? v.EMBEDDINGS_API_KEY,
              v.EMBEDDINGS_NEXT_MODEL,
            ),
          ),
    genius: { apiUrl: v.GENIUS_API_URL, webUrl: v.GENIUS_WEB_URL, token: v.GENIUS_TOKEN ?? null },
    spotify:
      v.SPOTIFY_CLIENT_ID === undefined || v.SPOTIFY_CLIENT_SECRET === undefined
        ? null
        : {
            apiUrl: v.SPOTIFY_API_URL,
            accountsUrl: v.SPOTIFY_ACCOUNTS_URL,
            clientId: v.SPOTIFY_CLIENT_ID,
            clientSecret: v.SPOTIFY_CLIENT_SECRET,
          },
    reccobeatsUrl: v.RECCOBEATS_API_URL,
    scrape: { requestsPerSecond: v.SCRAPE_REQUESTS_PER_SECOND, contact: v.CONTACT ?? null },
    faults,
  });
}

/** One environment that was read: its values in the order of `VARIABLE_NAMES`, and what they mean. */
interface Reading {
  readonly values: readonly unknown[];
  readonly config: Config;
}

/** A deployed isolate has one environment; only tests and tools have several. */
const MAX_READINGS = 8;
/** Of this isolate, the one read last first. */
let readings: readonly Reading[] = [];

const isOf = (env: Env) => (reading: Reading) =>
  VARIABLE_NAMES.every((name, i) => env[name] === reading.values[i]);

/**
 * The configuration in `env`. Never throws: faults are listed in the result. It is parsed once for the same values,
 * whatever object brings them, so that what an isolate keeps by configuration outlives a new `env` object.
 */
export function readConfig(env: Env): Config {
  const [last] = readings;
  const isKnown = isOf(env);
  if (last !== undefined && isKnown(last)) return last.config;
  const reading = readings.find(isKnown) ?? {
    values: VARIABLE_NAMES.map((name) => env[name]),
    config: build(env),
  };
  readings = [reading, ...readings.filter((other) => other !== reading)].slice(0, MAX_READINGS);
  return reading.config;
}
