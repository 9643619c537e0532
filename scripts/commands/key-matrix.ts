import type { Command } from 'commander';
import {
  ANONYMOUS_CHOICES,
  DEFAULT_ANONYMOUS_SCOPES,
  ROLE_SCOPES,
  ROLES,
  type Role,
} from '../../src/lib/scopes.ts';

/** Who is let in to an operation. A key that is expired, revoked, past its grace or of another environment never is. */
interface MatrixRow {
  operation: string;
  method: string;
  path: string;
  /** Null: for everybody. */
  scope: string | null;
  /** Callers without a key: whatever is configured, only if `ANONYMOUS_SCOPES` says so, or never. */
  anonymous: 'always' | 'by configuration' | 'never';
  /** Whether they are let in in production if it is not set. */
  anonymous_in_production: boolean;
  roles: Role[];
}

export function addKeyMatrix(command: Command): void {
  command.option('--json', 'print as one JSON array').action(async ({ json }: { json?: boolean }) => {
    const rows = await authorisationMatrix();
    console.log(json ? JSON.stringify(rows) : rows.map(describeRow).join('\n'));
  });
}

/** Which roles may use each operation, read from the OpenAPI document. */
export async function authorisationMatrix(): Promise<MatrixRow[]> {
  const { operations } = await import('../openapi/operations.ts');
  return operations.map(({ id, method, path, scope }) => ({
    operation: id,
    method,
    path,
    scope,
    anonymous: isIn(ANONYMOUS_CHOICES, scope) ? (scope === null ? 'always' : 'by configuration') : 'never',
    anonymous_in_production: isIn(DEFAULT_ANONYMOUS_SCOPES.production, scope),
    roles: ROLES.filter((role) => isIn(ROLE_SCOPES[role], scope)),
  }));
}

const isIn = (scopes: readonly string[], scope: string | null): boolean =>
  scope === null || scopes.includes(scope);

function describeRow({ method, path, scope, anonymous, roles }: MatrixRow): string {
  const marks = ROLES.map((role) => (roles.includes(role) ? role : '-').padEnd(8)).join(' ');
  return `${method.padEnd(6)} ${path.padEnd(34)} ${(scope ?? 'public').padEnd(16)} ${anonymous.padEnd(16)} ${marks}`.trimEnd();
}
