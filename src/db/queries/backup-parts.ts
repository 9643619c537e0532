import { type Sql, type Statement, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';

/** The table of a backup that is being written, after the last part that R2 has. */
export interface TableState {
  position: number;
  upload_id: string;
  part_bytes: number;
  page_rows: number;
  attempts: number;
  done: boolean;
  /** Of the last part; 0: none. */
  number: number;
  last_key: string[] | null;
}

/** The tables whose writing has begun, in their order. */
export function findTableStates(db: Sql, backupId: string): Promise<TableState[]> {
  return db.query<TableState>(sql`
    select t.position, t.upload_id, t.part_bytes, t.page_rows, t.attempts, t.finished_at is not null as done,
      coalesce(p.number, 0) as number, p.last_key
    from backup_tables t
    left join lateral (
      select number, last_key from backup_parts p
      where p.backup_id = t.backup_id and p.position = t.position order by number desc limit 1) p on true
    where t.backup_id = ${backupId}::text order by t.position`);
}

/** Names the table of a backup for the lease that writes it. */
export interface TableRef {
  id: string;
  lease: string;
  position: number;
}

/** Nothing is written by an invocation whose lease another one has taken. */
const HELD = (p: TableRef) => sql`
  exists (select 1 from backups where id = ${p.id}::text and lease = ${p.lease}::uuid and status = 'running')`;

/** Begins a table, or begins it again without the parts that it had. Whether the lease is still held. */
export async function openTable(
  db: Sql,
  p: TableRef & { table: string; uploadId: string; partBytes: number; pageRows: number },
): Promise<boolean> {
  const [, opened] = await db.batch([
    sql`
      delete from backup_parts where backup_id = ${p.id}::text and position = ${p.position}::int and ${HELD(p)}`,
    sql`
      insert into backup_tables (backup_id, position, table_name, upload_id, part_bytes, page_rows)
      select ${p.id}::text, ${p.position}::int, ${p.table}::text, ${p.uploadId}::text, ${p.partBytes}::int,
        ${p.pageRows}::int
      where ${HELD(p)}
      on conflict (backup_id, position) do update set upload_id = excluded.upload_id,
        part_bytes = excluded.part_bytes, page_rows = excluded.page_rows, attempts = backup_tables.attempts + 1
      returning position`,
  ]);
  return (opened?.length ?? 0) > 0;
}

export interface PartWrite {
  number: number;
  etag: string;
  bytes: number;
  sha256: string;
  rows: number;
  ndjson_bytes: number;
  ndjson_sha256: string;
  first_key: readonly string[] | null;
  last_key: readonly string[] | null;
}

type PartNote = TableRef & { seconds: number; part: PartWrite };

const prolong = (p: PartNote): Statement => sql`
  update backups set leased_until = now() + make_interval(secs => ${p.seconds}::int)
  where id = ${p.id}::text and lease = ${p.lease}::uuid and status = 'running'`;

function insertPart(p: PartNote): Statement {
  const { part } = p;
  return sql`
      insert into backup_parts (backup_id, position, number, etag, bytes, sha256, rows, ndjson_bytes, ndjson_sha256,
        first_key, last_key)
      select ${p.id}::text, ${p.position}::int, ${part.number}::int, ${part.etag}::text, ${part.bytes}::int,
        ${part.sha256}::text, ${part.rows}::int, ${part.ndjson_bytes}::bigint, ${part.ndjson_sha256}::text,
        nullif(${toStorableJson(part.first_key)}::jsonb, 'null'), nullif(${toStorableJson(part.last_key)}::jsonb, 'null')
      where ${HELD(p)} returning number`;
}

/** Notes a part that R2 has and prolongs the lease. Whether it is still held. */
export async function addPart(db: Sql, p: PartNote): Promise<boolean> {
  const [, added] = await db.batch([prolong(p), insertPart(p)]);
  return (added?.length ?? 0) > 0;
}

/** Notes a table whose only part is its whole file. Whether the lease is still held. */
export async function addSmallTable(db: Sql, p: PartNote & { table: string }): Promise<boolean> {
  const [, , added] = await db.batch([
    prolong(p),
    sql`
      insert into backup_tables (backup_id, position, table_name, part_bytes, page_rows, finished_at)
      select ${p.id}::text, ${p.position}::int, ${p.table}::text, ${p.part.bytes}::int, ${p.part.rows}::int, now()
      where ${HELD(p)} on conflict do nothing`,
    insertPart(p),
  ]);
  return (added?.length ?? 0) > 0;
}

/** Notes that R2 has the whole file of the table. */
export async function finishTable(db: Sql, p: TableRef): Promise<void> {
  await db.query(sql`
    update backup_tables set finished_at = now()
    where backup_id = ${p.id}::text and position = ${p.position}::int and ${HELD(p)}`);
}

export interface PartRow extends PartWrite {
  position: number;
}

/** The parts of a table, or of all, in their order. */
export function findParts(db: Sql, p: { id: string; position?: number }): Promise<PartRow[]> {
  return db.query<PartRow>(sql`
    select position, number, etag, bytes, sha256, rows, ndjson_bytes::float8 as ndjson_bytes, ndjson_sha256, first_key,
      last_key
    from backup_parts
    where backup_id = ${p.id}::text and (${p.position ?? null}::int is null or position = ${p.position ?? null}::int)
    order by position, number`);
}
