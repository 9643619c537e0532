import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Options of a command as JSON. */
export type Configuration = Record<string, z.core.util.JSONType>;

const SECRET = /(?:token|secret|password|key|authorization)$/i;

/** Without the values of options whose names say that they are secret, and addresses without credentials and query. */
export function withoutSecrets(configuration: Readonly<Record<string, unknown>>): Configuration {
  const kept: unknown = JSON.parse(JSON.stringify(configuration), (name, value: unknown) =>
    SECRET.test(name) ? undefined : withoutLogin(value),
  );
  return z.record(z.string(), z.json()).parse(kept);
}

function withoutLogin(value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes('://') || !URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.username + url.password + url.search === '') return value;
  Object.assign(url, { username: '', password: '', search: '' });
  return url.href;
}

/** JSON with the names of every object in order, so that equal values have equal texts. */
export function orderedJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

/** SHA-256 in hexadecimal digits. */
export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
