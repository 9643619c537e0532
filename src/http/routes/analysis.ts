import { createRoute } from '@hono/zod-openapi';
import { analyzeLyrics } from '../../services/analysis/analyze-lyrics.ts';
import { compareAnalyzers } from '../../services/analysis/compare-analyzers.ts';
import { defineRoute } from '../define-route.ts';
import { AnalyzeAnswer, AnalyzeBody, CompareAnswer, CompareBody } from '../schemas/analysis.ts';
import { BODY_PROBLEMS, json, jsonBody, problems } from '../schemas/problem.ts';

const analyze = defineRoute(
  createRoute({
    method: 'post',
    path: '/analyze',
    operationId: 'analyzeLyrics',
    tags: ['analysis'],
    summary: 'What a text says and how it rhymes',
    request: { body: jsonBody(AnalyzeBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'RATE_LIMITED', 'UPSTREAM_REJECTED', 'UPSTREAM_UNAVAILABLE'),
      200: json(AnalyzeAnswer, 'The analysis; provenance says who made it'),
    },
  }),
  async (c) => {
    const { use_cache, on_limit, ...input } = c.req.valid('json');
    const answer = await analyzeLyrics(c.var.ctx, { ...input, useCache: use_cache, onLimit: on_limit });
    return c.json(answer, 200);
  },
);

const compare = defineRoute(
  createRoute({
    method: 'post',
    path: '/analyze/compare',
    operationId: 'compareAnalyzers',
    tags: ['analysis'],
    summary: 'Several analysers on one text, side by side, and how far they agree',
    request: { body: jsonBody(CompareBody) },
    responses: {
      ...problems(...BODY_PROBLEMS),
      200: json(CompareAnswer, 'Each analysis or why there is none'),
    },
  }),
  async (c) => {
    const { use_cache, ...input } = c.req.valid('json');
    return c.json(await compareAnalyzers(c.var.ctx, { ...input, useCache: use_cache }), 200);
  },
);

export const analysisRoutes = [analyze, compare] as const;
