import type { Config } from '../config.ts';
import type { ServiceContext } from '../context.ts';

/**
 * Writes to the log what an isolate cannot use of its configuration and what it lacks, without values, and once: `told`
 * holds the configurations that were. A command prints what it lacks itself.
 */
export function tellFaults(
  ctx: Pick<ServiceContext, 'config' | 'actor' | 'log'>,
  told: WeakSet<Config>,
): void {
  const { config, actor } = ctx;
  if (told.has(config) || actor.type === 'operator') return;
  told.add(config);
  const { faults, missing, environment } = config;
  // A logger is made only where it is used.
  if (faults.length > 0) ctx.log.error('variables that cannot be used', { environment, variables: faults });
  if (missing.length > 0) ctx.log.warn('variables that are not set', { environment, variables: missing });
}
