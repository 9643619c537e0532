/** What Neon's HTTP endpoint needs of a Postgres: text in, raw text out. */
export interface PostgresEngine {
  /** `gone` is aborted when the client disconnects: a queued query is dropped, a running one cancelled if possible. */
  query(request: QueryRequest, session: SessionSettings, gone?: AbortSignal): Promise<QueryOutcome>;
  /** One transaction: all of them, or none. */
  batch(
    requests: QueryRequest[],
    transaction: TransactionOptions,
    session: SessionSettings,
    gone?: AbortSignal,
  ): Promise<QueryOutcome[]>;
  close(): Promise<void>;
}

export interface QueryRequest {
  text: string;
  params: (string | null)[];
}

export interface QueryField {
  name: string;
  dataTypeID: number;
  tableID: number;
  columnID: number;
  dataTypeSize: number;
  dataTypeModifier: number;
  format: 'text';
}

export interface QueryOutcome {
  fields: QueryField[];
  rows: (string | null)[][];
  command: string;
  rowCount: number | null;
}

export interface TransactionOptions {
  isolationLevel?: 'READ UNCOMMITTED' | 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
  readOnly?: boolean;
  deferrable?: boolean;
}

/** Run-time settings of a connection string, by name, such as `search_path`. */
export type SessionSettings = Record<string, string>;

export const ERROR_FIELDS = [
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'severity',
  'where',
  'table',
  'column',
  'schema',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const;

export type ErrorFields = { [name in (typeof ERROR_FIELDS)[number]]?: string | null | undefined };

/** Postgres refused: it carries every field of the server's error report. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly fields: ErrorFields;

  constructor(message: string, fields: ErrorFields) {
    super(message);
    this.fields = Object.fromEntries(ERROR_FIELDS.map((name) => [name, fields[name] ?? null]));
  }
}

/** What Postgres answers to a query that was cancelled. */
export const cancelled = (): PostgresError =>
  new PostgresError('canceling statement due to user request', { severity: 'ERROR', code: '57014' });

const MAX_PARAMS = 65_535;
/** Comments may stand before the statement. */
const COPY_IN = /^(?:\s|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*copy\b[\s\S]*\bfrom\s+stdin\b/i;

/** Refuses statements that would break the wire protocol or that Postgres would wait for without end. */
export function checkRequest({ text, params }: QueryRequest): void {
  if (text.includes('\0')) throw refusal('22021', 'invalid byte sequence for encoding "UTF8": 0x00');
  if (COPY_IN.test(text)) throw refusal('0A000', 'COPY FROM STDIN is not possible over HTTP');
  if (params.length > MAX_PARAMS) {
    throw refusal('08P01', `bind message has ${params.length} parameters, ${MAX_PARAMS} at most`);
  }
}

function refusal(code: string, message: string): PostgresError {
  return new PostgresError(message, { severity: 'ERROR', code });
}

export function beginStatement(options: TransactionOptions): string {
  const modes: string[] = [];
  if (options.isolationLevel) modes.push(`ISOLATION LEVEL ${options.isolationLevel}`);
  if (options.readOnly !== undefined) modes.push(options.readOnly ? 'READ ONLY' : 'READ WRITE');
  if (options.deferrable !== undefined) modes.push(options.deferrable ? 'DEFERRABLE' : 'NOT DEFERRABLE');
  return `BEGIN ${modes.join(', ')}`.trim();
}
