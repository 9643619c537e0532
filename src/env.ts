import type { Fetcher, Queue, R2Bucket, RateLimit, WorkerVersionMetadata } from '@cloudflare/workers-types';
import { z } from 'zod';
import { readUrls, regionOf } from './env/database-config.ts';
import { deploymentFault } from './env/deployment-rules.ts';
import { issueText } from './lib/issue-text.ts';
import { LOG_LEVELS } from './lib/logger.ts';
import { REGIONS } from './lib/regions.ts';
import { ANONYMOUS_CHOICES } from './lib/scopes.ts';

const url = z.url({ protocol: /^https?$/, hostname: /.+/ });
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** A number in decimal digits: a blank is not 0, and `0x10` is not 16. */
const decimalText = z
  .string()
  .regex(/^\d{1,9}(?:\.\d{1,9})?$/, { message: 'must be a number in decimal digits' })
  .transform(Number);

/** A number that defaults to `fallback` if the variable is absent or empty. */
const decimal = (range: z.ZodType<number, number>, fallback: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), decimalText.pipe(range).default(fallback));

const dollars = z.number().min(0).max(10_000);

/** A price table as JSON text; a model that is missing from it has no known price. */
const PricesSchema = z
  .string()
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      ctx.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.strictObject({ prompt: dollars, completion: dollars })));

const NO_SCOPES = 'none';

/** Scopes with commas between them, or `none`. */
const anonymousScopes = z
  .string()
  .transform((text) => (text.trim() === NO_SCOPES ? [] : text.split(',').map((name) => name.trim())))
  .pipe(z.array(z.enum(ANONYMOUS_CHOICES)));

/** Scheme and host as browsers send them, without a path. A host with a wildcard would match no page. */
const origin = z
  .string()
  .refine(
    (text) =>
      /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text && !text.includes('*'),
    {
      message: 'must be origins such as https://example.com, without a path or a wildcard',
    },
  );

/** Origins with commas between them, `*` for all, or `none`. */
const origins = z
  .string()
  .transform((text) => (text.trim() === 'none' ? [] : text.split(',').map((one) => one.trim())))
  .pipe(z.array(z.union([z.literal('*'), origin])));

/** All variables and secrets of the Worker with their purpose: `barline config check` prints these. */
export const variablesSchema = z.object({
  ENVIRONMENT: z
    .enum(['local', 'staging', 'production'])
    .default('production')
    .describe(
      'local, staging or production; all but local refuse addresses without TLS, known tokens and short ones',
    ),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info').describe('Least severe log line that is written'),
  PUBLIC_LYRICS: z.stringbool().default(false).describe('Whether everyone may read full lyrics'),
  RATE_LIMIT_READS_PER_MINUTE: decimal(z.int().min(1).max(100_000_000), 1200).describe(
    'Reading requests a minute of an address without a key',
  ),
  RATE_LIMIT_MODELS_PER_MINUTE: decimal(z.int().min(1).max(100_000_000), 45).describe(
    'Requests a minute of an address without a key to analyse or write a text',
  ),
  RATE_LIMIT_WRITES_PER_MINUTE: decimal(z.int().min(1).max(100_000_000), 60).describe(
    'Writing requests a minute of an address without a key, where it may write',
  ),
  RATE_LIMIT_BATCH_ITEMS_PER_MINUTE: decimal(z.int().min(1).max(100_000_000), 2000).describe(
    'Items of batches a minute of an address without a key',
  ),
  LYRICS_LINES_PER_SONG: decimal(z.int().min(0).max(1000), 8).describe(
    'Where lyrics are not public: different lines of a song that a caller is shown a UTC day',
  ),
  LYRICS_LINES_PER_DAY: decimal(z.int().min(0).max(5000), 500).describe(
    'The same of all songs together; a line takes 8 bytes of Redis for a day',
  ),
  ADMIN_TOKEN: optional(z.string().min(16)).describe(
    'Bearer token with the role admin, by which the first key is made, 16 characters or more',
  ),
  ANONYMOUS_SCOPES: optional(anonymousScopes).describe(
    `What callers without a key may do: none, or a list with commas of ${ANONYMOUS_CHOICES.join(', ')}. ` +
      'Where it is not set: all of these if ENVIRONMENT is local, otherwise tracks:read',
  ),
  CORS_ALLOWED_ORIGINS: optional(origins).describe(
    'Origins whose pages may send every request: a list with commas, * for all, or none. Where it is not set, pages of ' +
      'every origin may read by GET what needs no key',
  ),
  CONTACT: optional(z.string().min(3)).describe('Address in the user agent of every scrape'),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address that begins with postgresql://' }),
  ).describe('Postgres connection string of Neon'),
  DATABASE_FETCH_ENDPOINT: optional(url).describe(
    "Neon's SQL-over-HTTP endpoint, if not derived from the host",
  ),
  DATABASE_REGION: optional(z.enum(REGIONS)).describe(
    'AWS region of the primary, beside DATABASE_READ_URLS, where the host of DATABASE_URL does not name it',
  ),
  DATABASE_READ_URLS: optional(readUrls).describe(
    'Read replicas, each with its region, blanks between them: us-west-2=postgresql://… What may be a second old is read ' +
      'from the nearest',
  ),
  UPSTASH_REDIS_REST_URL: optional(url).describe('Upstash Redis REST endpoint'),
  UPSTASH_REDIS_REST_TOKEN: optional(z.string().min(1)).describe('Upstash Redis REST token'),
  LLM_BASE_URL: optional(url).describe('OpenAI-compatible endpoint of the chat model'),
  LLM_API_KEY: optional(z.string().min(1)).describe('Key of the chat model'),
  LLM_MODEL: z.string().min(1).default('qwen/qwen3-4b-fp8').describe('Chat model'),
  LLM_FALLBACK_MODEL: optional(z.string().min(1)).describe('Chat model that is asked when the first fails'),
  LLM_FALLBACK_BASE_URL: optional(url).describe('Endpoint of the fallback model, if another'),
  LLM_FALLBACK_API_KEY: optional(z.string().min(1)).describe('Key of the fallback model, if another'),
  LLM_REQUESTS_PER_MINUTE: decimal(z.number().min(1).max(60_000), 45).describe(
    'Requests a minute to the chat model, of all isolates together',
  ),
  LLM_BURST: decimal(z.int().min(1).max(1000), 5).describe('Of them, how many at once'),
  LLM_PRICES: optional(PricesSchema).describe(
    'US dollars for a million tokens by model, as JSON: {"model": {"prompt": 0.03, "completion": 0.03}}',
  ),
  LLM_DAILY_BUDGET_USD: optional(decimalText.pipe(z.number().max(1_000_000))).describe(
    'US dollars a UTC day for the chat models, by LLM_PRICES, of all isolates together; then the engine answers',
  ),
  EMBEDDINGS_BASE_URL: optional(url).describe('OpenAI-compatible endpoint of the embedding model'),
  EMBEDDINGS_API_KEY: optional(z.string().min(1)).describe('Key of the embedding model'),
  EMBEDDINGS_MODEL: z.string().min(1).default('qwen/qwen3-embedding-0.6b').describe('Embedding model'),
  EMBEDDINGS_MAX_INPUT_TOKENS: optional(decimalText.pipe(z.int().min(72).max(1_000_000))).describe(
    'Tokens that the server of the embeddings takes of one text, if fewer than the model or the model is little known',
  ),
  EMBEDDINGS_NEXT_MODEL: optional(z.string().min(1)).describe(
    'Embedding model that takes over once `reindex embeddings` has gone through',
  ),
  EMBEDDINGS_NEXT_BASE_URL: optional(url).describe('Its endpoint, if another'),
  EMBEDDINGS_NEXT_API_KEY: optional(z.string().min(1)).describe('Its key, if another'),
  GENIUS_TOKEN: optional(z.string().min(1)).describe('Client access token of the Genius API'),
  GENIUS_API_URL: url.default('https://api.genius.com').describe('Genius API'),
  GENIUS_WEB_URL: url.default('https://genius.com').describe('Genius song pages'),
  SPOTIFY_CLIENT_ID: optional(z.string().min(1)).describe('Spotify client id'),
  SPOTIFY_CLIENT_SECRET: optional(z.string().min(1)).describe('Spotify client secret'),
  SPOTIFY_API_URL: url.default('https://api.spotify.com').describe('Spotify Web API'),
  SPOTIFY_ACCOUNTS_URL: url.default('https://accounts.spotify.com').describe('Spotify token endpoint'),
  RECCOBEATS_API_URL: url.default('https://api.reccobeats.com').describe('ReccoBeats, for audio features'),
  SCRAPE_REQUESTS_PER_SECOND: decimal(z.number().min(0.01).max(100), 1).describe('Polite rate per host'),
});

export type Variables = z.infer<typeof variablesSchema>;
export type VariableName = keyof Variables;

// The schema's own keys.
export const VARIABLE_NAMES = Object.keys(variablesSchema.shape) as VariableName[];

/** The purpose of the variable, from its schema. */
export function describeVariable(name: VariableName): string {
  return variablesSchema.shape[name].description ?? '';
}

/** The bindings of wrangler.toml. A queue or bucket may be missing if a command runs without a Worker. */
export interface Bindings {
  INGEST_QUEUE?: Queue;
  ANALYSIS_QUEUE?: Queue;
  ASSETS?: Fetcher;
  BACKUPS?: R2Bucket;
  FLOOD_LIMIT?: RateLimit;
  CF_VERSION?: WorkerVersionMetadata;
}

export type Env = Bindings & Partial<Record<VariableName, string>>;

export interface EnvFault {
  name: string;
  message: string;
}

/**
 * Reads the variables. A faulty one is reported by name and gets its default (or stays absent), so that the Worker
 * still answers and can report the fault; values are never shown. Where `ENVIRONMENT` is absent or wrong, the rules of
 * production hold: nothing is open because a name was forgotten.
 */
export function readVariables(raw: Env): { variables: Variables; faults: EnvFault[] } {
  const faults: EnvFault[] = [];
  const isDeployed = variablesSchema.shape.ENVIRONMENT.safeParse(raw.ENVIRONMENT).data !== 'local';
  const entries = VARIABLE_NAMES.map((name) => {
    const schema = variablesSchema.shape[name];
    const result = schema.safeParse(raw[name], { error: (issue) => issueText(issue) ?? 'is not valid' });
    const message = result.success
      ? isDeployed && deploymentFault(name, result.data)
      : (result.error.issues[0]?.message ?? 'is not valid');
    if (message) faults.push({ name, message });
    return [name, message ? schema.safeParse(undefined).data : result.data];
  });
  // Each value was parsed by the schema of its name, or is that schema's default.
  const variables = Object.fromEntries(entries) as Variables;
  if (variables.DATABASE_READ_URLS !== undefined && regionOf(variables) === null)
    faults.push({
      name: 'DATABASE_REGION',
      message: 'must name the region of the primary beside DATABASE_READ_URLS',
    });
  if (lacksPrice(variables)) faults.push({ name: 'LLM_DAILY_BUDGET_USD', message: UNPRICED });
  return { variables, faults };
}

const UNPRICED = 'needs a price of every chat model in LLM_PRICES';

/** Whether there is a budget that could not be kept, because what a model costs is not known. */
function lacksPrice(v: Variables): boolean {
  const models = [v.LLM_MODEL, ...(v.LLM_FALLBACK_MODEL === undefined ? [] : [v.LLM_FALLBACK_MODEL])];
  return (
    v.LLM_DAILY_BUDGET_USD !== undefined && models.some((name) => !Object.hasOwn(v.LLM_PRICES ?? {}, name))
  );
}
