import { createRoute, z } from '@hono/zod-openapi';
import { VERSION } from '../../lib/version.ts';
import { getHealth, probeHealth } from '../../services/health/get-health.ts';
import { getReadiness } from '../../services/health/get-readiness.ts';
import { getMetrics } from '../../services/metrics/get-metrics.ts';
import { defineRoute } from '../define-route.ts';
import { json, problems } from '../schemas/problem.ts';
import { HealthSchema, LiveSchema, ReadySchema } from '../schemas/system.ts';

const health = defineRoute(
  createRoute({
    method: 'get',
    path: '/health',
    operationId: 'getHealth',
    tags: ['system'],
    summary: 'Every component: the database and Redis probed now, upstreams as their last answers left them',
    request: {
      query: z.strictObject({
        probe: z.stringbool().default(false).openapi({
          description: 'Ask every upstream once; needs the admin token',
          type: 'boolean',
        }),
      }),
    },
    responses: {
      ...problems('VALIDATION_FAILED', 'UNAUTHENTICATED'),
      200: json(HealthSchema, 'Healthy, or degraded and still answering'),
      503: json(HealthSchema, 'The database is gone'),
    },
  }),
  async (c) => {
    const { probe } = c.req.valid('query');
    const answer = probe ? await probeHealth(c.var.ctx) : await getHealth(c.var.ctx);
    return c.json(answer, answer.status === 'error' ? 503 : 200);
  },
);

const live = defineRoute(
  createRoute({
    method: 'get',
    path: '/health/live',
    operationId: 'getLiveness',
    tags: ['system'],
    summary: 'Whether the Worker answers at all; nothing is probed',
    responses: { ...problems(), 200: json(LiveSchema, 'It does') },
  }),
  (c) => c.json({ status: 'live' as const, version: VERSION }, 200),
);

const ready = defineRoute(
  createRoute({
    method: 'get',
    path: '/health/ready',
    operationId: 'getReadiness',
    tags: ['system'],
    summary: 'Whether requests can be served: configured, and the database answers',
    responses: {
      ...problems(),
      200: json(ReadySchema, 'They can'),
      503: json(ReadySchema, 'They cannot, and why'),
    },
  }),
  async (c) => {
    const answer = await getReadiness(c.var.ctx);
    return c.json(answer, answer.status === 'ready' ? 200 : 503);
  },
);

const metrics = defineRoute(
  createRoute({
    method: 'get',
    path: '/metrics',
    operationId: 'getMetrics',
    tags: ['system'],
    security: [{ bearer: [] }],
    summary: 'Counters and histograms of all isolates, for Prometheus',
    responses: {
      ...problems('FORBIDDEN'),
      200: {
        description: 'Prometheus text, version 0.0.4',
        content: { 'text/plain': { schema: z.string() } },
      },
    },
  }),
  async (c) => c.text(await getMetrics(c.var.ctx), 200, { 'content-type': 'text/plain; version=0.0.4' }),
);

export const systemRoutes = [health, live, ready, metrics] as const;
