import { createRoute } from '@hono/zod-openapi';
import { analyzeTrends } from '../../services/trends/analyze-trends.ts';
import { defineRoute, needs } from '../define-route.ts';
import { mayBeStale } from '../middleware/open-context.ts';
import { AnalyzeTrendsAnswer, AnalyzeTrendsBody } from '../schemas/analyze-trends.ts';
import { BODY_PROBLEMS, json, jsonBody, problems } from '../schemas/problem.ts';

const analyze = defineRoute(
  createRoute({
    method: 'post',
    path: '/analyze-trends',
    operationId: 'analyzeTrends',
    tags: ['trends'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'What rises and falls in the songs of the catalogue, and how it goes on',
    description:
      'Themes, feelings, sentiment, rhyme, vocabulary, explicitness and repetition in equal bins counted back from the newest ' +
      'release, as narrow as the songs allow. A trend is significant if Mann-Kendall (valid under autocorrelation) and ' +
      'resampling of whole artists agree, also without the two artists who carry most, after correction for all series. Songs count once, near-duplicates not at all. ' +
      'With too few songs there are no series, and `insufficient` says how many are needed.',
    request: { body: jsonBody(AnalyzeTrendsBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'NOT_FOUND'),
      200: json(AnalyzeTrendsAnswer, 'The series of the analysis type'),
    },
  }),
  async (c) => {
    const { analysis_type: type, time_period: timePeriod, artist, language, theme } = c.req.valid('json');
    const filters = { artist: artist ?? null, language: language ?? null, theme: theme ?? null };
    return c.json(await analyzeTrends(c.var.ctx, { type, timePeriod, filters }), 200);
  },
);

export const analyzeTrendsRoutes = [analyze] as const;
