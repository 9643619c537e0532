import { createRoute, z } from '@hono/zod-openapi';
import { listBackups } from '../../services/backup/list-backups.ts';
import { makeBackup } from '../../services/backup/make-backup.ts';
import { readFile, readTakedownCopies } from '../../services/backup/read-file.ts';
import { defineRoute, needs } from '../define-route.ts';
import { BackupFilePath, BackupListSchema, BackupStepSchema, MakeBackupBody } from '../schemas/backups.ts';
import { BODY_PROBLEMS, json, jsonBody, problems } from '../schemas/problem.ts';
import { sendFile } from '../send-file.ts';
import { asDocumented, streamBody } from '../stream-body.ts';

const tags = ['admin'];
const NDJSON = 'application/x-ndjson';

const list = defineRoute(
  createRoute({
    method: 'get',
    path: '/admin/backups',
    operationId: 'listBackups',
    tags,
    security: needs('backups:admin'),
    summary: 'Backups, the latest first',
    description:
      'Complete ones are read from R2, so that they are listed although the database does not answer.',
    responses: {
      ...problems('UPSTREAM_UNAVAILABLE'),
      200: json(BackupListSchema, 'At most 30 complete backups, and those that run or failed'),
    },
  }),
  async (c) => c.json(await listBackups(c.var.ctx), 200),
);

const make = defineRoute(
  createRoute({
    method: 'post',
    path: '/admin/backups',
    operationId: 'makeBackup',
    tags,
    security: needs('backups:admin'),
    summary: 'Do the next step of a backup',
    description:
      'Goes on with the backup that runs, or begins one, for about 20 seconds at most. The schedule does the same every 15 ' +
      'minutes, once a day from the beginning; ask again while `state` is `running` to have it sooner.',
    request: { body: jsonBody(MakeBackupBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'CONFLICT', 'UPSTREAM_UNAVAILABLE'),
      200: json(BackupStepSchema, 'What became of it'),
    },
  }),
  async (c) => c.json(await makeBackup(c.var.ctx, c.req.valid('json')), 200),
);

const takedowns = defineRoute(
  createRoute({
    method: 'get',
    path: '/admin/backups/takedowns',
    operationId: 'readTakedownCopies',
    tags,
    security: needs('backups:admin'),
    summary: 'Copies of all takedowns, which a restore applies again',
    description: 'Read from R2, like the files of backups.',
    responses: {
      ...problems('UPSTREAM_UNAVAILABLE'),
      200: {
        description: 'Takedowns, one per row, the oldest first',
        content: { [NDJSON]: { schema: z.string().openapi({ description: 'One JSON object per line' }) } },
      },
    },
  }),
  async (c) => {
    const texts = await readTakedownCopies(c.var.ctx);
    return asDocumented(c.body(streamBody(texts), 200, { 'content-type': NDJSON }));
  },
);

const BYTES = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };
const FILE = {
  ...BYTES,
  'application/gzip': { schema: z.string().openapi({ format: 'binary' }) },
  'application/json': { schema: z.unknown() },
};

const file = defineRoute(
  createRoute({
    method: 'get',
    path: '/admin/backups/{id}/files/{file}',
    operationId: 'readBackupFile',
    tags,
    security: needs('backups:admin'),
    summary: 'A file of a backup, or a range of it',
    description:
      'Read from R2 without the database. A `Range` of one piece is served; any other gets the whole file. ' +
      '`docs/backups.md` describes the files.',
    request: { params: BackupFilePath },
    responses: {
      ...problems('NOT_FOUND', 'UPSTREAM_UNAVAILABLE'),
      200: { description: 'The file', content: FILE },
      206: { description: 'The range of the file that was asked for', content: FILE },
    },
  }),
  async (c) => {
    const range = c.req.header('range') ?? null;
    return asDocumented(sendFile(await readFile(c.var.ctx, { ...c.req.valid('param'), range })));
  },
);

export const backupRoutes = [list, make, takedowns, file] as const;
