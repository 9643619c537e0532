import { createRoute } from '@hono/zod-openapi';
import { getCacheStats } from '../../services/metrics/get-cache-stats.ts';
import { getModelsInfo } from '../../services/model-status/get-models-info.ts';
import { getModelsStatus } from '../../services/model-status/get-models-status.ts';
import { defineRoute, needs } from '../define-route.ts';
import { CacheStatsSchema, ModelsInfoSchema, ModelsStatusSchema } from '../schemas/models.ts';
import { json, problems } from '../schemas/problem.ts';

const info = defineRoute(
  createRoute({
    method: 'get',
    path: '/models/info',
    operationId: 'getModelsInfo',
    tags: ['system'],
    security: needs('tracks:read'),
    summary: 'Capabilities, the model behind each, and the cost of a request',
    responses: { ...problems(), 200: json(ModelsInfoSchema, 'Each capability with its state') },
  }),
  async (c) => c.json(await getModelsInfo(c.var.ctx), 200),
);

const status = defineRoute(
  createRoute({
    method: 'get',
    path: '/models/status',
    operationId: 'getModelsStatus',
    tags: ['system'],
    security: needs('tracks:read'),
    summary: 'Measurements of each model, and the share of the catalogue each analyser has covered',
    responses: {
      ...problems(),
      200: json(ModelsStatusSchema, 'Calls, errors, times, tokens, cost and coverage'),
    },
  }),
  async (c) => c.json(await getModelsStatus(c.var.ctx), 200),
);

const cacheStats = defineRoute(
  createRoute({
    method: 'get',
    path: '/cache/stats',
    operationId: 'getCacheStats',
    tags: ['system'],
    security: needs('tracks:read'),
    summary: 'Hits and misses of every cache',
    responses: { ...problems(), 200: json(CacheStatsSchema, 'For the last hour and in total') },
  }),
  async (c) => c.json(await getCacheStats(c.var.ctx), 200),
);

export const modelRoutes = [info, status, cacheStats] as const;
