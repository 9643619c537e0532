import type { Actor } from '../context.ts';
import { AppError } from './errors.ts';

/** What an actor may be allowed to do: a resource and a verb. */
export const SCOPES = [
  'lyrics:read',
  'catalogue:write',
  'ingest:write',
  'operations:read',
  'operations:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The admin token, the operator's command line and jobs of ours may do everything. */
const SCOPES_OF: Readonly<Record<Actor['type'], readonly Scope[]>> = {
  anonymous: [],
  admin: SCOPES,
  system: SCOPES,
  operator: SCOPES,
};

export const hasScope = (actor: Actor, scope: Scope): boolean => SCOPES_OF[actor.type].includes(scope);

/** The gate of a route with `security`. Throws UNAUTHENTICATED for those who showed no token. */
export function requireIdentity(actor: Actor): void {
  if (actor.type === 'anonymous') {
    throw new AppError('UNAUTHENTICATED', 'Send the admin token as a bearer token.');
  }
}

/** Line 1 of every verb that not everyone may call. Throws UNAUTHENTICATED or FORBIDDEN. */
export function requireScope(actor: Actor, scope: Scope): void {
  requireIdentity(actor);
  if (!hasScope(actor, scope)) throw new AppError('FORBIDDEN', `The token lacks the scope ${scope}.`);
}
