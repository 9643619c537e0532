import { createKeyText } from '../../../src/lib/api-key.ts';
import { ROLES } from '../../../src/lib/scopes.ts';
import { createWorkerApi, type WorkerApi } from '../../worker-api.ts';
import type { Actor } from './draft.ts';

interface NewKey {
  key: { id: string; scopes: string[] };
  secret: string;
}

export interface Actors {
  /** The token that the run was given: it may everything. */
  admin: Actor;
  /** One key of each role, whose limit the run does not reach. */
  roles: readonly Actor[];
  anonymous: Actor;
  /** Keys and headers that are refused. */
  refused: readonly Actor[];
  /** Ids of the keys that the run needs. */
  keyIds: readonly string[];
}

const REQUESTS_PER_MINUTE = 1_000_000;
/** 198.18.0.0/15 is set aside for benchmarks (RFC 2544). */
const ADDRESS = '198.18.0.1';

const createKey = (api: WorkerApi, role: string): Promise<NewKey> =>
  api.post<NewKey>('/admin/keys', {
    name: `fuzz ${role}`,
    role,
    expires_in_days: 1,
    requests_per_minute: REQUESTS_PER_MINUTE,
  });

const bearer = (token: string): string => `Bearer ${token}`;

/**
 * Makes a key of each role through the API of the Worker, and one that it revokes. `anonymousScopes`: what callers without
 * a key may do, if that is known.
 */
export async function createActors(
  url: string,
  token: string,
  anonymousScopes: ReadonlySet<string> | 'unknown',
): Promise<Actors> {
  const api = createWorkerApi(url, token);
  const keys = await Promise.all(ROLES.map((role) => createKey(api, role)));
  const revoked = await createKey(api, 'admin');
  await api.remove(`/admin/keys/${revoked.key.id}`);
  const roles = keys.map(({ key, secret }, at) => ({
    name: `${ROLES[at]}_key`.toUpperCase(),
    authorization: bearer(secret),
    scopes: new Set(key.scopes),
    address: ADDRESS,
  }));
  const refusedHeaders = {
    REVOKED: bearer(revoked.secret),
    WRONG: bearer(createKeyText('local').text),
    OTHER_ENVIRONMENT: bearer(createKeyText('production').text),
    CHANGED: bearer(`${token.slice(0, -1)}#`),
    BASIC: 'Basic YTpiLXNlY3JldA==',
    EMPTY: 'Bearer ',
  };
  const refused = Object.entries(refusedHeaders).map(([name, authorization]) => ({
    name,
    authorization,
    scopes: null,
  }));
  const all = new Set(roles.flatMap(({ scopes }) => [...scopes]));
  return {
    admin: { name: 'ADMIN_TOKEN', authorization: bearer(token), scopes: all, address: ADDRESS },
    roles,
    anonymous: { name: 'ANONYMOUS', authorization: null, scopes: anonymousScopes, address: ADDRESS },
    refused,
    keyIds: [...keys, revoked].map(({ key }) => key.id),
  };
}

/** Every token that an answer must not repeat, by the name of its holder. */
export const tokensOf = ({ admin, roles, refused }: Actors): Record<string, string> =>
  Object.fromEntries(
    [admin, ...roles, ...refused].map(({ name, authorization }) => [
      name,
      authorization?.split(' ')[1] ?? '',
    ]),
  );
