import type { Actor } from '../context.ts';
import { AppError } from './errors.ts';

/** Line 1 of every verb that only an administrator, the operator's command line or a job of ours may call. */
export function requireAdmin(actor: Actor): void {
  if (actor.type === 'anonymous') {
    throw new AppError('UNAUTHENTICATED', 'Send the admin token as a bearer token.');
  }
}
