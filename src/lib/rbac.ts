import type { Actor, KeyActor } from '../context.ts';
import { AppError } from './errors.ts';
import { ROLE_SCOPES, type Role, SCOPE_NAMES, type Scope } from './scopes.ts';

/** Our own jobs and the operator's command line may do everything. */
const scopesOf = (actor: Actor): readonly Scope[] =>
  actor.type === 'anonymous' || actor.type === 'key' ? actor.scopes : SCOPE_NAMES;

export const hasScope = (actor: Actor, scope: Scope): boolean => scopesOf(actor).includes(scope);

/**
 * The check of every route that names a scope, and line 1 of every verb with restricted access. Throws UNAUTHENTICATED for
 * a caller without a key, and FORBIDDEN for a key whose role lacks the scope.
 */
export function requireScope(actor: Actor, scope: Scope): void {
  if (hasScope(actor, scope)) return;
  if (actor.type === 'anonymous')
    throw new AppError('UNAUTHENTICATED', `Send a key with the scope ${scope} as a bearer token.`);
  throw new AppError('FORBIDDEN', `The key lacks the scope ${scope}.`);
}

/** The id of the actor that sends ADMIN_TOKEN; no stored key has it, because theirs are of twelve characters. */
const ADMIN_TOKEN_ID = 'admin-token';

/** The actor of a key by what is stored about it. */
export const keyActor = (
  key: Pick<KeyActor, 'id' | 'caller' | 'requestsPerMinute'> & { role: Role },
): KeyActor => ({
  type: 'key',
  ...key,
  scopes: ROLE_SCOPES[key.role],
});

/** The actor of the token in the configuration, by which the first key is made. */
export const adminTokenActor: KeyActor = keyActor({
  id: ADMIN_TOKEN_ID,
  caller: ADMIN_TOKEN_ID,
  role: 'admin',
  requestsPerMinute: null,
});
