import type { ReplicaAddress } from './database-config.ts';

/** What the local stack and the demo use, and what the examples show: everybody knows these. */
const KNOWN_VALUES: ReadonlySet<string> = new Set([
  'at-least-sixteen-characters',
  'barline-local',
  'demo-genius-token',
  'demo-spotify-client',
  'demo-spotify-secret',
]);
const KNOWN_PASSWORDS: ReadonlySet<string> = new Set(['barline', 'password', 'postgres']);
/** Admin tokens that the local stack makes; of tests, too. */
const LOCAL_TOKEN = /^bl_(?:local|test)_/;
/** 128 bits in base64. */
const MIN_TOKEN_LENGTH = 24;

const ADDRESS = /_(?:URL|ENDPOINT)$/;
/** Modes of libpq that may end without TLS. */
const WITHOUT_TLS: ReadonlySet<string> = new Set(['disable', 'allow', 'prefer', 'false', '0', 'off', 'no']);

function databaseFault(address: string): string | null {
  const { password, searchParams } = new URL(address);
  // Clients differ in which of several they follow.
  const asked = [...searchParams.getAll('sslmode'), ...searchParams.getAll('ssl')];
  if (asked.some((mode) => WITHOUT_TLS.has(mode.toLowerCase())))
    return 'must ask for TLS: sslmode=require or verify-full';
  return KNOWN_PASSWORDS.has(password) ? 'has a password that everybody knows' : null;
}

function tokenFault(token: string): string | null {
  if (LOCAL_TOKEN.test(token)) return 'is a token of the local stack';
  if (/\s/.test(token)) return 'must not hold blanks: no request could send it';
  return token.length < MIN_TOKEN_LENGTH ? `must have at least ${MIN_TOKEN_LENGTH} characters` : null;
}

/**
 * Why a deployed Worker refuses the value of a variable, as a predicate for its name; null if it does not. An address
 * over plain HTTP would show keys and texts to everybody on the way. A Postgres address without `sslmode` is accepted,
 * because the Worker reaches it through HTTPS.
 */
export function deploymentFault(name: string, value: unknown): string | null {
  if (name === 'DATABASE_READ_URLS' && Array.isArray(value)) {
    const faults = value.map((replica: ReplicaAddress) => databaseFault(replica.url));
    return faults.find((fault) => fault !== null) ?? null;
  }
  if (typeof value !== 'string') return null;
  if (KNOWN_VALUES.has(value)) return 'is a value that everybody knows';
  if (ADDRESS.test(name) && /^http:/i.test(value)) return 'must begin with https://';
  if (name === 'DATABASE_URL') return databaseFault(value);
  return name === 'ADMIN_TOKEN' ? tokenFault(value) : null;
}
