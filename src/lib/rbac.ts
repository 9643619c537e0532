import type { Actor } from '../context.ts';
import { AppError } from './errors.ts';

/** A permission of an actor: a resource and a verb. */
export const SCOPES = [
  'lyrics:read',
  'catalogue:write',
  'ingest:write',
  'operations:read',
  'operations:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The admin token, the operator's command line and our own jobs have all permissions. */
const SCOPES_OF: Readonly<Record<Actor['type'], readonly Scope[]>> = {
  anonymous: [],
  admin: SCOPES,
  system: SCOPES,
  operator: SCOPES,
};

export const hasScope = (actor: Actor, scope: Scope): boolean => SCOPES_OF[actor.type].includes(scope);

/** The check of a route with `security`. Throws UNAUTHENTICATED without a token. */
export function requireIdentity(actor: Actor): void {
  if (actor.type === 'anonymous') {
    throw new AppError('UNAUTHENTICATED', 'Send the admin token as a bearer token.');
  }
}

/** Line 1 of every verb with restricted access. Throws UNAUTHENTICATED or FORBIDDEN. */
export function requireScope(actor: Actor, scope: Scope): void {
  requireIdentity(actor);
  if (!hasScope(actor, scope)) throw new AppError('FORBIDDEN', `The token lacks the scope ${scope}.`);
}
