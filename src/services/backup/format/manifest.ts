import { z } from 'zod';

/** Raised when a restore of this version could not read what an older one wrote. */
export const FORMAT_VERSION = 1;

/** The rule of R2: parts of one object are equal but for the last, and none but the last is smaller than this. */
export const MIN_PART_BYTES = 5 * 1024 * 1024;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** The values of the key columns, each as Postgres writes it. */
const key = z.array(z.string());

/**
 * A column and how its values are written. `text`: what `value::text` gives under TimeZone UTC, DateStyle ISO and
 * IntervalStyle postgres; `value::type` reads it back. `base64`: the binary form that the type's send function gives, for
 * vector and halfvec. Null is null in both.
 */
export const ColumnSchema = z.object({
  name: z.string(),
  /** As `format_type` writes it, with its modifier. */
  type: z.string(),
  encoding: z.enum(['text', 'base64']),
});
export type BackupColumn = z.infer<typeof ColumnSchema>;

export const PartSchema = z.object({
  /** From 1. */
  number: z.int().positive(),
  /** Stored, with padding. */
  bytes: z.int().positive(),
  /** SHA-256 of the stored bytes. */
  sha256: digest,
  rows: z.int().nonnegative(),
  /** Of the NDJSON: a row and a line feed each. */
  ndjson_bytes: z.int().nonnegative(),
  ndjson_sha256: digest,
  /** The keys of the first and the last row; null if there are no rows. */
  first_key: key.nullable(),
  last_key: key.nullable(),
});
export type BackupPart = z.infer<typeof PartSchema>;

/** What is read of a table and how: enough to read the same rows again. */
export const TablePlanSchema = z.object({
  table: z.string(),
  columns: z.array(ColumnSchema),
  /**
   * The columns of the primary key, in whose order the rows stand. Empty: the table has none, and rows stand in the order
   * of the MD5 of their JSON text; their key is this hash and a number from 1 that tells equal ones apart.
   */
  key_columns: z.array(z.string()),
});
export type TablePlan = z.infer<typeof TablePlanSchema>;

export const TableSchema = TablePlanSchema.extend({
  /** Within the folder of the backup. */
  file: z.string(),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  parts: z.array(PartSchema),
});
export type BackupTable = z.infer<typeof TableSchema>;

export const ManifestSchema = z.object({
  format: z.literal(FORMAT_VERSION),
  id: z.string(),
  /** ISO 8601. Rows that changed between the two are as they were when their part was read. */
  started_at: z.string(),
  finished_at: z.string(),
  /** The name of the last migration that the database had; a restore brings an empty one to it. */
  last_migration: z.string(),
  /** By which text keys are ordered; `C`: by their bytes. */
  collation: z.string(),
  /** How vectors are stored, in words. */
  vectors: z.string(),
  /** Tables without their rows: name and reason. */
  left_out: z.record(z.string(), z.string()),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Children before their parents: a row may miss a parent that was deleted meanwhile. */
  tables: z.array(TableSchema),
  /** What the sequences of identity and serial columns gave last; null: nothing yet. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last_value: z.string().nullable() })),
});
export type BackupManifest = z.infer<typeof ManifestSchema>;

/**
 * A copy of a takedown: its rows by table, each column as text, in the order in which they can be inserted. The songs that
 * it removed are found by its marks (`takedown_of`).
 */
export const TakedownCopySchema = z.object({
  format: z.literal(FORMAT_VERSION),
  id: z.int(),
  created_at: z.string(),
  lifted_at: z.string().nullable(),
  rows: z.object({
    takedowns: z.array(z.record(z.string(), z.string().nullable())),
    takedown_marks: z.array(z.record(z.string(), z.string().nullable())),
    takedown_texts: z.array(z.record(z.string(), z.string().nullable())),
    takedown_bands: z.array(z.record(z.string(), z.string().nullable())),
  }),
});
export type TakedownCopy = z.infer<typeof TakedownCopySchema>;
