/** What Neon's HTTP endpoint needs of a Postgres: text in, raw text out. */
export interface PostgresEngine {
  query(request: QueryRequest, session: SessionSettings): Promise<QueryOutcome>;
  /** One transaction: all of them, or none. */
  batch(
    requests: QueryRequest[],
    transaction: TransactionOptions,
    session: SessionSettings,
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

const MAX_PARAMS = 65_535;

/** Postgres takes both on the wire as garbage, so they are refused before they get there. */
export function checkRequest(request: QueryRequest): void {
  if (request.text.includes('\0')) {
    throw new PostgresError('invalid byte sequence for encoding "UTF8": 0x00', {
      severity: 'ERROR',
      code: '22021',
    });
  }
  if (request.params.length > MAX_PARAMS) {
    throw new PostgresError(`bind message has ${request.params.length} parameters, ${MAX_PARAMS} at most`, {
      severity: 'ERROR',
      code: '08P01',
    });
  }
}

export function beginStatement(options: TransactionOptions): string {
  const modes: string[] = [];
  if (options.isolationLevel) modes.push(`ISOLATION LEVEL ${options.isolationLevel}`);
  if (options.readOnly !== undefined) modes.push(options.readOnly ? 'READ ONLY' : 'READ WRITE');
  if (options.deferrable !== undefined) modes.push(options.deferrable ? 'DEFERRABLE' : 'NOT DEFERRABLE');
  return `BEGIN ${modes.join(', ')}`.trim();
}
