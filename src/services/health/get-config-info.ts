import type { Config } from '../../config.ts';
import type { ServiceContext } from '../../context.ts';
import type { VariableInfo } from '../../env/variable-info.ts';
import { requireScope } from '../../lib/rbac.ts';
import type { Scope } from '../../lib/scopes.ts';
import { VERSION } from '../../lib/version.ts';

/** The parts of the configuration that may be absent. */
const PARTS = ['database', 'redis', 'llm', 'embeddings', 'nextEmbeddings', 'spotify', 'adminToken'] as const;
const PART_NAMES: Readonly<Record<(typeof PARTS)[number], string>> = {
  database: 'database',
  redis: 'redis',
  llm: 'model',
  embeddings: 'embeddings',
  nextEmbeddings: 'next_embeddings',
  spotify: 'spotify',
  adminToken: 'admin_token',
};

export interface ConfigInfo {
  environment: Config['environment'];
  version: string;
  engine_version: string;
  /** By part, whether it is configured. */
  parts: Record<string, boolean>;
  anonymous_scopes: Scope[];
  missing: string[];
  variables: VariableInfo[];
}

/** The configuration in use, without secrets: a secret is only told to be set, and of an address the host. */
export function getConfigInfo(ctx: Pick<ServiceContext, 'config' | 'actor' | 'engineVersion'>): ConfigInfo {
  requireScope(ctx.actor, 'operations:read');
  const { config } = ctx;
  const isConfigured = PARTS.map((part) => [PART_NAMES[part], config[part] !== null] as const);
  return {
    environment: config.environment,
    version: VERSION,
    engine_version: ctx.engineVersion,
    parts: { ...Object.fromEntries(isConfigured), genius: config.genius.token !== null },
    anonymous_scopes: [...config.anonymousScopes],
    missing: [...config.missing],
    variables: [...config.variables],
  };
}
