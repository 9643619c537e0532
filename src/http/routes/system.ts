import { createRoute, z } from '@hono/zod-openapi';
import { VERSION } from '../../lib/version.ts';
import { getConfigInfo } from '../../services/health/get-config-info.ts';
import { getHealth, probeHealth } from '../../services/health/get-health.ts';
import { getReadiness } from '../../services/health/get-readiness.ts';
import { getMetrics } from '../../services/metrics/get-metrics.ts';
import { defineRoute, needs, PUBLIC } from '../define-route.ts';
import { booleanParam, withDefault } from '../schemas/parameters.ts';
import { json, jsonOrProblem, problems } from '../schemas/problem.ts';
import { ConfigInfoSchema, HealthSchema, LiveSchema, ReadySchema } from '../schemas/system.ts';

// The answers of these two routes have no field for an unavailable service.
const NOT_CONFIGURED = ['DATABASE_UNAVAILABLE', 'QUERY_TIMEOUT', 'CONFIG_INVALID'] as const;

const health = defineRoute(
  createRoute({
    method: 'get',
    path: '/health',
    operationId: 'getHealth',
    tags: ['system'],
    security: PUBLIC,
    summary:
      'The health of every component: database and Redis are probed now, upstreams are judged by their last answers',
    request: {
      query: z.strictObject({
        probe: withDefault(booleanParam(), false).openapi({
          description: 'Send one request to every upstream; needs the scope operations:write',
        }),
      }),
    },
    responses: {
      ...problems('VALIDATION_FAILED'),
      200: json(HealthSchema, 'Healthy, or degraded and still answering'),
      503: jsonOrProblem(HealthSchema, 'The database is unavailable', ...NOT_CONFIGURED),
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
    security: PUBLIC,
    summary: 'Whether the Worker answers at all; nothing is probed',
    responses: { ...problems(), 200: json(LiveSchema, 'Alive') },
  }),
  (c) => {
    const id = c.env.CF_VERSION?.id;
    return c.json({ status: 'live' as const, version: VERSION, ...(id ? { deployment: id } : {}) }, 200);
  },
);

const ready = defineRoute(
  createRoute({
    method: 'get',
    path: '/health/ready',
    operationId: 'getReadiness',
    tags: ['system'],
    security: PUBLIC,
    summary: 'Whether requests can be served: the Worker is configured and the database answers',
    responses: {
      ...problems(),
      200: json(ReadySchema, 'Ready'),
      503: jsonOrProblem(ReadySchema, 'Not ready, with reasons', ...NOT_CONFIGURED),
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
    security: needs('operations:read'),
    summary:
      'Counters and histograms of all isolates, and the state of queues, schedule, database and Redis, for Prometheus',
    responses: {
      ...problems(),
      200: {
        description: 'Prometheus text, version 0.0.4',
        content: { 'text/plain': { schema: z.string() } },
      },
    },
  }),
  async (c) => c.text(await getMetrics(c.var.ctx), 200, { 'content-type': 'text/plain; version=0.0.4' }),
);

const configInfo = defineRoute(
  createRoute({
    method: 'get',
    path: '/config/info',
    operationId: 'getConfigInfo',
    tags: ['system'],
    security: needs('operations:read'),
    summary:
      'The configuration in use without its secrets: which variables are set, missing or cannot be used',
    responses: { ...problems(), 200: json(ConfigInfoSchema, 'Every variable, in the order of the table') },
  }),
  (c) => c.json(getConfigInfo(c.var.ctx), 200),
);

export const systemRoutes = [health, live, ready, metrics, configInfo] as const;
