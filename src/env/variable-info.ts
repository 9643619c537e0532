import {
  describeVariable,
  type Env,
  type EnvFault,
  VARIABLE_NAMES,
  type VariableName,
  type Variables,
} from '../env.ts';
import type { ReplicaAddress } from './database-config.ts';

/** What is told of a variable: its value, the host of its address, or only whether it is set. */
export type Shown = 'value' | 'host' | 'presence';

/** All that is told. A variable that is added is a secret until it is named here. */
const SHOWN: Readonly<Partial<Record<VariableName, Shown>>> = {
  ENVIRONMENT: 'value',
  LOG_LEVEL: 'value',
  PUBLIC_LYRICS: 'value',
  RATE_LIMIT_READS_PER_MINUTE: 'value',
  RATE_LIMIT_MODELS_PER_MINUTE: 'value',
  RATE_LIMIT_WRITES_PER_MINUTE: 'value',
  RATE_LIMIT_BATCH_ITEMS_PER_MINUTE: 'value',
  LYRICS_LINES_PER_SONG: 'value',
  LYRICS_LINES_PER_DAY: 'value',
  ANONYMOUS_SCOPES: 'value',
  CORS_ALLOWED_ORIGINS: 'value',
  CONTACT: 'value',
  DATABASE_URL: 'host',
  DATABASE_FETCH_ENDPOINT: 'host',
  DATABASE_REGION: 'value',
  DATABASE_READ_URLS: 'host',
  UPSTASH_REDIS_REST_URL: 'host',
  LLM_BASE_URL: 'host',
  LLM_MODEL: 'value',
  LLM_FALLBACK_MODEL: 'value',
  LLM_FALLBACK_BASE_URL: 'host',
  LLM_REQUESTS_PER_MINUTE: 'value',
  LLM_BURST: 'value',
  LLM_PRICES: 'value',
  LLM_DAILY_BUDGET_USD: 'value',
  EMBEDDINGS_BASE_URL: 'host',
  EMBEDDINGS_MODEL: 'value',
  EMBEDDINGS_MAX_INPUT_TOKENS: 'value',
  EMBEDDINGS_NEXT_MODEL: 'value',
  EMBEDDINGS_NEXT_BASE_URL: 'host',
  GENIUS_API_URL: 'host',
  GENIUS_WEB_URL: 'host',
  SPOTIFY_API_URL: 'host',
  SPOTIFY_ACCOUNTS_URL: 'host',
  RECCOBEATS_API_URL: 'host',
  SCRAPE_REQUESTS_PER_SECOND: 'value',
};

/** A variable without its secret. */
export interface VariableInfo {
  readonly name: VariableName;
  readonly description: string;
  readonly is_set: boolean;
  /** Why its value cannot be used; null if it can. */
  readonly fault: string | null;
  readonly shown: Shown;
  /** The value in use, a default included, or its host; null if there is none, and for a secret. */
  readonly value: Exclude<NonNullable<Variables[VariableName]>, readonly ReplicaAddress[]> | null;
}

const areReplicas = (value: unknown): value is readonly ReplicaAddress[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object');

function shownValue(shown: Shown, value: Variables[VariableName]): VariableInfo['value'] {
  if (value === undefined || shown === 'presence') return null;
  if (areReplicas(value)) return value.map(({ region, url }) => `${region} ${new URL(url).host}`);
  return shown === 'host' ? new URL(String(value)).host : value;
}

/** Addresses in a list, as in `DATABASE_READ_URLS`. */
const addressesIn = (value: string): readonly string[] => value.match(/\bpostgres(?:ql)?:\/\/\S+/g) ?? [];

function secretParts(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { username, password, search } = new URL(address);
  return [username, password, search.slice(1)].filter((part) => part !== '');
}

/**
 * The secrets among the values, as they stand in the environment, and the user, password, path and query of addresses:
 * what may not be written anywhere.
 */
export function secretsOf(raw: Env): string[] {
  return VARIABLE_NAMES.flatMap((name) => {
    const value = raw[name];
    const shown = SHOWN[name] ?? 'presence';
    if (typeof value !== 'string' || value === '' || shown === 'value') return [];
    const whole = shown === 'presence' ? [value] : [];
    return [...whole, ...[value, ...addressesIn(value)].flatMap(secretParts)];
  });
}

/** All variables in the order of the table, without secrets: of an address the host alone is told. */
export function describeVariables(
  raw: Env,
  { variables, faults }: { variables: Variables; faults: readonly EnvFault[] },
): readonly VariableInfo[] {
  return VARIABLE_NAMES.map((name) => {
    const shown = SHOWN[name] ?? 'presence';
    return {
      name,
      description: describeVariable(name),
      is_set: raw[name] !== undefined && raw[name] !== '',
      fault: faults.find((fault) => fault.name === name)?.message ?? null,
      shown,
      value: shownValue(shown, variables[name]),
    };
  });
}
