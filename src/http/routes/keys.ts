import { createRoute } from '@hono/zod-openapi';
import { listWrites } from '../../services/access/audit/list-writes.ts';
import { createKey } from '../../services/access/keys/create-key.ts';
import { listKeys } from '../../services/access/keys/list-keys.ts';
import { revokeKey } from '../../services/access/keys/revoke-key.ts';
import { rotateKey, rotationOf } from '../../services/access/keys/rotate-key.ts';
import { defineRoute, needs } from '../define-route.ts';
import {
  AuditPageSchema,
  AuditQuery,
  CreateKeyBody,
  KeyListQuery,
  KeyPageSchema,
  KeyPath,
  KeySchema,
  NewKeySchema,
  RotatedKeySchema,
  RotateKeyBody,
} from '../schemas/keys.ts';
import { BODY_PROBLEMS, json, jsonBody, NO_BODY_PROBLEMS, problems } from '../schemas/problem.ts';

const tags = ['admin'];
/** An answer with a key in it is for its caller alone, whether lyrics are public or not. */
const NOT_STORED = { 'cache-control': 'no-store' };

const list = defineRoute(
  createRoute({
    method: 'get',
    path: '/admin/keys',
    operationId: 'listKeys',
    tags,
    security: needs('keys:admin'),
    summary: 'All keys, the latest first, without their secrets',
    request: { query: KeyListQuery },
    responses: { ...problems('INVALID_CURSOR'), 200: json(KeyPageSchema, 'A page of keys') },
  }),
  async (c) => {
    const { limit, cursor, expiring_within_days: expiringInDays } = c.req.valid('query');
    const input = { limit, cursor: cursor ?? null, expiringInDays: expiringInDays ?? null };
    return c.json(await listKeys(c.var.ctx, input), 200);
  },
);

const create = defineRoute(
  createRoute({
    method: 'post',
    path: '/admin/keys',
    operationId: 'createKey',
    tags,
    security: needs('keys:admin'),
    summary: 'Make a key; its secret is in this answer only',
    request: { body: jsonBody(CreateKeyBody) },
    responses: { ...problems(...BODY_PROBLEMS), 201: json(NewKeySchema, 'The key with its secret') },
  }),
  async (c) => {
    const { name, role, expires_in_days, requests_per_minute } = c.req.valid('json');
    const created = await createKey(c.var.ctx, {
      name,
      role,
      expiresInDays: expires_in_days,
      requestsPerMinute: requests_per_minute ?? null,
    });
    c.set('auditSubject', created.key.id);
    return c.json(created, 201, NOT_STORED);
  },
);

const rotate = defineRoute(
  createRoute({
    method: 'post',
    path: '/admin/keys/{id}/rotate',
    operationId: 'rotateKey',
    tags,
    security: needs('keys:admin'),
    summary: 'Replace a key by a new one of the same name and role; both work during the grace',
    request: { params: KeyPath, body: jsonBody(RotateKeyBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'NOT_FOUND', 'CONFLICT'),
      201: json(RotatedKeySchema, 'The new key with its secret, and the old one'),
    },
  }),
  async (c) => {
    const { grace_hours, expires_in_days, expiring_within_days } = c.req.valid('json');
    const rotated = await rotateKey(c.var.ctx, {
      id: c.req.valid('param').id,
      graceHours: grace_hours,
      expiresInDays: expires_in_days,
      expiringInDays: expiring_within_days ?? null,
    });
    c.set('auditSubject', rotationOf(rotated));
    return c.json(rotated, 201, NOT_STORED);
  },
);

const revoke = defineRoute(
  createRoute({
    method: 'delete',
    path: '/admin/keys/{id}',
    operationId: 'revokeKey',
    tags,
    security: needs('keys:admin'),
    summary: 'Revoke a key for good; within 30 seconds no isolate accepts it',
    request: { params: KeyPath },
    responses: {
      ...problems(...NO_BODY_PROBLEMS, 'NOT_FOUND'),
      200: json(KeySchema, 'The key as it is now'),
    },
  }),
  async (c) => c.json(await revokeKey(c.var.ctx, c.req.valid('param').id), 200),
);

const audit = defineRoute(
  createRoute({
    method: 'get',
    path: '/admin/audit',
    operationId: 'listWrites',
    tags,
    security: needs('audit:read'),
    summary: 'Who wrote what, when, and what became of it; the latest first',
    request: { query: AuditQuery },
    responses: { ...problems('INVALID_CURSOR'), 200: json(AuditPageSchema, 'A page of the audit log') },
  }),
  async (c) => {
    const { limit, cursor, actor, action } = c.req.valid('query');
    const input = { limit, cursor: cursor ?? null, actor: actor ?? null, action: action ?? null };
    return c.json(await listWrites(c.var.ctx, input), 200);
  },
);

export const keyRoutes = [list, create, rotate, revoke, audit] as const;
