import { PostgresError, type QueryRequest, type SessionSettings } from './engine.ts';

export interface Login {
  user: string;
  password: string;
  settings: SessionSettings;
}

/**
 * Reads a connection string. `?schema=name` puts a schema before `public`; `?options=-c%20name%3Dvalue` sets any
 * run-time setting, as libpq does.
 */
export function parseConnectionString(value: string): Login {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new PostgresError('Database connection string is not valid', { severity: 'FATAL', code: '08001' });
  }
  const settings: SessionSettings = parseOptions(url.searchParams.get('options') ?? '');
  const schema = url.searchParams.get('schema');
  if (schema !== null) settings.search_path = `${quoteIdentifier(schema)}, public`;
  return {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    settings,
  };
}

function parseOptions(options: string): SessionSettings {
  const settings: SessionSettings = {};
  for (const [, name, value] of options.matchAll(/(?:-c\s*|--)([\w.]+)=((?:\\.|[^\s\\])*)/g)) {
    if (name !== undefined && value !== undefined) settings[name] = value.replace(/\\(.)/g, '$1');
  }
  return settings;
}

export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What turns a clean session into this one. */
export function sessionStatements(settings: SessionSettings): QueryRequest[] {
  return Object.entries(settings).map(([name, value]) => ({
    text: 'select set_config($1, $2, false)',
    params: [name, value],
  }));
}

export function sessionKey(settings: SessionSettings): string {
  return JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Prepared statements do not survive a change of the tables they read. */
const SCHEMA_COMMAND = /^(?:CREATE|ALTER|DROP)\b/;
const SESSION_COMMANDS = new Set(['SET', 'RESET', 'DISCARD', 'LISTEN', 'PREPARE', 'DECLARE', 'LOAD']);

/**
 * Neon gives every request a clean session, so that a `SET` never outlives it. Cleaning costs a round through
 * Postgres: it is done only after a statement that can leave something behind.
 */
export function leavesTraces(text: string, command: string): boolean {
  if (SESSION_COMMANDS.has(command) || SCHEMA_COMMAND.test(command)) return true;
  if (/advisory_lock|\btemp(orary)?\b/i.test(text)) return true;
  const calls = [...text.matchAll(/set_config\s*\(([^)]*)\)/gi)];
  return calls.some(([, argumentList = '']) => !/,\s*true\s*$/i.test(argumentList));
}
