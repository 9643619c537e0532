import { createRoute } from '@hono/zod-openapi';
import { analyzeLyrics } from '../../services/analysis/analyze-lyrics.ts';
import { defineRoute } from '../define-route.ts';
import { AnalyzeAnswer, AnalyzeBody } from '../schemas/analysis.ts';
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
      ...problems(...BODY_PROBLEMS),
      200: json(AnalyzeAnswer, 'The analysis; provenance says who made it'),
    },
  }),
  async (c) => {
    const { lyrics, analyzer, temperature, use_cache } = c.req.valid('json');
    const answer = await analyzeLyrics(c.var.ctx, { lyrics, analyzer, temperature, useCache: use_cache });
    return c.json(answer, 200);
  },
);

export const analysisRoutes = [analyze] as const;
