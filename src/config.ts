import { type DatabaseConfig, replicasOf } from './env/database-config.ts';
import { describeVariables, secretsOf, type VariableInfo } from './env/variable-info.ts';
import {
  type Env,
  type EnvFault,
  readVariables,
  VARIABLE_NAMES,
  type VariableName,
  type Variables,
} from './env.ts';
import type { LineLimits } from './lib/line-ledger.ts';
import type { LogLevel } from './lib/logger.ts';
import type { Limits } from './lib/rate-limits.ts';
import { createRedactor } from './lib/redact.ts';
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
  /** US dollars a UTC day for both, for all isolates together; null: no limit. */
  readonly dailyBudgetUsd: number | null;
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
  /** Whose pages may send every request, `*` for all; null: all may read what needs no key. */
  readonly corsOrigins: readonly string[] | null;
  readonly database: DatabaseConfig | null;
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
  /** Variables that a Worker needs and that are not set. */
  readonly missing: readonly VariableName[];
  /** Takes the secrets of this configuration out of a text. */
  readonly redact: (text: string) => string;
  /** All variables without their secrets. */
  readonly variables: readonly VariableInfo[];
}

/** Without these a Worker does less than it should. */
const REQUIRED = [
  'DATABASE_URL',
  'UPSTASH_REDIS_REST_URL',
  'UPSTASH_REDIS_REST_TOKEN',
  'EMBEDDINGS_BASE_URL',
  'EMBEDDINGS_API_KEY',
  'ADMIN_TOKEN',
] as const satisfies readonly VariableName[];

/** The variables as they were read, and those that cannot be used. */
interface Read {
  readonly v: Variables;
  readonly isFaulty: (...names: VariableName[]) => boolean;
}

function model(baseUrl: string | undefined, apiKey: string | undefined, name: string): ModelConfig | null {
  return baseUrl === undefined || apiKey === undefined ? null : { baseUrl, apiKey, model: name };
}

function embeddings({ v }: Read): EmbeddingConfig | null {
  const endpoint = model(v.EMBEDDINGS_BASE_URL, v.EMBEDDINGS_API_KEY, v.EMBEDDINGS_MODEL);
  return endpoint && { ...endpoint, maxInputTokens: v.EMBEDDINGS_MAX_INPUT_TOKENS ?? null };
}

/** Settings of its own that cannot be used are not replaced: its key would be sent to another server. */
function nextEmbeddings({ v, isFaulty }: Read): EmbeddingConfig | null {
  const name = v.EMBEDDINGS_NEXT_MODEL;
  if (name === undefined || isFaulty('EMBEDDINGS_NEXT_BASE_URL', 'EMBEDDINGS_NEXT_API_KEY')) return null;
  const endpoint = model(
    v.EMBEDDINGS_NEXT_BASE_URL ?? v.EMBEDDINGS_BASE_URL,
    v.EMBEDDINGS_NEXT_API_KEY ?? v.EMBEDDINGS_API_KEY,
    name,
  );
  return endpoint && { ...endpoint, maxInputTokens: v.EMBEDDINGS_MAX_INPUT_TOKENS ?? null };
}

/** Settings that the fallback does not have are taken from the first model, but not for those that cannot be used. */
function fallback({ v, isFaulty }: Read, first: ModelConfig): ModelConfig | null {
  const name = v.LLM_FALLBACK_MODEL;
  if (name === undefined || isFaulty('LLM_FALLBACK_BASE_URL', 'LLM_FALLBACK_API_KEY')) return null;
  return model(v.LLM_FALLBACK_BASE_URL ?? first.baseUrl, v.LLM_FALLBACK_API_KEY ?? first.apiKey, name);
}

/** Without the budget that was meant, no model is asked. */
function chat(read: Read): ChatConfig | null {
  const { v } = read;
  if (read.isFaulty('LLM_DAILY_BUDGET_USD')) return null;
  const first = model(v.LLM_BASE_URL, v.LLM_API_KEY, v.LLM_MODEL);
  return (
    first && {
      ...first,
      fallback: fallback(read, first),
      requestsPerMinute: v.LLM_REQUESTS_PER_MINUTE,
      burst: v.LLM_BURST,
      dailyBudgetUsd: v.LLM_DAILY_BUDGET_USD ?? null,
      prices: v.LLM_PRICES ?? {},
    }
  );
}

function database({ v, isFaulty }: Read): Config['database'] {
  if (v.DATABASE_URL === undefined || isFaulty('DATABASE_FETCH_ENDPOINT')) return null;
  return { url: v.DATABASE_URL, fetchEndpoint: v.DATABASE_FETCH_ENDPOINT ?? null, ...replicasOf(v) };
}

function redis({ v }: Read): Config['redis'] {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = v;
  return url === undefined || token === undefined ? null : { url, token };
}

/** The token is for the configured addresses, not for the default ones in place of a faulty one. */
function genius({ v, isFaulty }: Read): Config['genius'] {
  const token = isFaulty('GENIUS_API_URL', 'GENIUS_WEB_URL') ? null : (v.GENIUS_TOKEN ?? null);
  return { apiUrl: v.GENIUS_API_URL, webUrl: v.GENIUS_WEB_URL, token };
}

function spotify({ v, isFaulty }: Read): Config['spotify'] {
  const { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_CLIENT_SECRET: clientSecret } = v;
  const isUsable = !isFaulty('SPOTIFY_API_URL', 'SPOTIFY_ACCOUNTS_URL', 'RECCOBEATS_API_URL');
  if (clientId === undefined || clientSecret === undefined || !isUsable) return null;
  return { apiUrl: v.SPOTIFY_API_URL, accountsUrl: v.SPOTIFY_ACCOUNTS_URL, clientId, clientSecret };
}

/** A list that cannot be read gives nothing: its default might be more than was meant. */
function anonymousScopes({ v, isFaulty }: Read): readonly Scope[] {
  if (isFaulty('ANONYMOUS_SCOPES')) return [];
  return v.ANONYMOUS_SCOPES ?? DEFAULT_ANONYMOUS_SCOPES[v.ENVIRONMENT];
}

function build(env: Env): Config {
  const reading = readVariables(env);
  const { variables: v, faults } = reading;
  const isFaulty: Read['isFaulty'] = (...names) =>
    faults.some(({ name }) => names.some((one) => one === name));
  const read = { v, isFaulty };
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
    anonymousScopes: anonymousScopes(read),
    corsOrigins: isFaulty('CORS_ALLOWED_ORIGINS') ? [] : (v.CORS_ALLOWED_ORIGINS ?? null),
    database: database(read),
    redis: redis(read),
    llm: chat(read),
    embeddings: embeddings(read),
    nextEmbeddings: nextEmbeddings(read),
    genius: genius(read),
    spotify: spotify(read),
    reccobeatsUrl: v.RECCOBEATS_API_URL,
    scrape: { requestsPerSecond: v.SCRAPE_REQUESTS_PER_SECOND, contact: v.CONTACT ?? null },
    faults,
    missing: REQUIRED.filter((name) => v[name] === undefined && !isFaulty(name)),
    redact: createRedactor(secretsOf(env)),
    variables: describeVariables(env, reading),
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
