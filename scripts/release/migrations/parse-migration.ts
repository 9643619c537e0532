import type { Node, RangeVar } from 'libpg-query';

/** The first line of a file whose statements run one by one, because Postgres refuses them inside a transaction. */
export const OUTSIDE_TRANSACTION = '-- outside a transaction';

export const isOutsideTransaction = (sql: string): boolean => sql.startsWith(`${OUTSIDE_TRANSACTION}\n`);

export interface ParsedStatement {
  node: Node;
  text: string;
  /** In its file, from 1. */
  line: number;
}

const isSkipped = (line: string): boolean => line.trim() === '' || line.trimStart().startsWith('--');

/** The statements of a file, read by Postgres's own grammar. Throws its SqlError when the file is not SQL. */
export async function parseMigration(sql: string): Promise<ParsedStatement[]> {
  // Postgres's parser is 2 MB of WebAssembly, which few callers need.
  const { parse } = await import('libpg-query');
  const bytes = Buffer.from(sql);
  const { stmts = [] } = await parse(sql);
  return stmts.flatMap(({ stmt, stmt_location = 0, stmt_len }) => {
    if (stmt === undefined) return [];
    const end = stmt_len === undefined ? bytes.length : stmt_location + stmt_len;
    const lines = bytes.subarray(stmt_location, end).toString().split('\n');
    const skipped = lines.findIndex((line) => !isSkipped(line));
    const before = bytes.subarray(0, stmt_location).toString().split('\n').length;
    return [{ node: stmt, text: lines.slice(skipped).join('\n').trim(), line: before + skipped }];
  });
}

/** The name as it is written, with a schema if it has one. */
export function relationName({ schemaname, relname = '' }: RangeVar): string {
  return schemaname === undefined ? relname : `${schemaname}.${relname}`;
}

/** Every part of a parsed statement that has the given kind, at any depth; bodies of functions are text. */
export function findParts(part: unknown, kind: string): unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => [
    ...(key === kind ? [value] : []),
    ...findParts(value, kind),
  ]);
}
