import { z } from '@hono/zod-openapi';
import { FailureCauseSchema } from '../../lib/failure-cause.ts';

const BackupSchema = z
  .object({
    id: z.string(),
    status: z.enum(['running', 'complete', 'failed']),
    started_at: z.string().nullable(),
    finished_at: z.string().nullable(),
    tables: z.int().nullable(),
    tables_done: z.int().nullable().openapi({ description: 'Tables whose file R2 has' }),
    rows: z.int().nullable(),
    bytes: z.int().nullable().openapi({ description: 'As stored, compressed' }),
    failure: FailureCauseSchema.nullable().openapi({
      description: 'Why it failed, or why its last step did; the next step tries again',
    }),
  })
  .openapi('Backup');

export const BackupListSchema = z
  .object({
    items: z.array(BackupSchema),
    database_answers: z.boolean().openapi({
      description: 'False: those that run or failed are not listed, because the database does not answer',
    }),
  })
  .openapi('BackupList');

export const MakeBackupBody = z
  .strictObject({
    now: z.boolean().openapi({
      description: 'Whether to begin one if none runs, though one was begun this day',
    }),
  })
  .openapi({ example: { now: false } });

export const BackupStepSchema = z
  .object({
    state: z.enum(['idle', 'busy', 'running', 'complete', 'failed']).openapi({
      description:
        'idle: none runs and none is due; busy: another invocation works on it; running: ask again for the next step',
    }),
    id: z.string().nullable(),
    parts: z.int().openapi({ description: 'Parts that this step wrote' }),
    removed: z.int().openapi({ description: 'Old backups that were removed' }),
  })
  .openapi('BackupStep');

export const BackupFilePath = z.object({
  id: z
    .string()
    .regex(/^(?:latest|\d{8}T\d{6}Z-[a-z0-9]{6})$/)
    .openapi({
      param: { name: 'id', in: 'path' },
      description: 'The id of a backup, or `latest` for the latest complete one',
      example: 'latest',
    }),
  file: z
    .string()
    .max(600)
    .regex(/^(?:[A-Za-z0-9_~-]+\.ndjson\.gz|manifest\.json)$/)
    .openapi({
      param: { name: 'file', in: 'path' },
      description: '`manifest.json`, or the `file` of a table in it',
      example: 'manifest.json',
    }),
});
