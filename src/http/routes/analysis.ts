import { createRoute, z } from '@hono/zod-openapi';
import { analyzeLyrics } from '../../services/analysis/analyze-lyrics.ts';
import { compareAnalyzers } from '../../services/analysis/compare-analyzers.ts';
import { streamAnalysis } from '../../services/analysis/stream-analysis.ts';
import { flushMetrics } from '../../services/metrics/flush-metrics.ts';
import { defineRoute } from '../define-route.ts';
import { EVENT_STREAM, EVENT_STREAM_HEADERS, eventText } from '../event-stream.ts';
import { AnalyzeAnswer, AnalyzeBody, CompareAnswer, CompareBody } from '../schemas/analysis.ts';
import { BODY_PROBLEMS, json, jsonBody, problems } from '../schemas/problem.ts';
import { asDocumented, streamBody } from '../stream-body.ts';

const analyze = defineRoute(
  createRoute({
    method: 'post',
    path: '/analyze',
    operationId: 'analyzeLyrics',
    tags: ['analysis'],
    summary: 'What a text says and how it rhymes',
    description:
      'With `Accept: text/event-stream` the answer is a stream: `engine` at once, then `model` or `degraded` (why there is ' +
      'no answer of the model), then `done`. Offsets count UTF-16 code units of the text as it was sent, whatever its ' +
      'line ends and however its letters are composed. Concurrent requests for the same text, analyser and temperature cost one call.',
    request: { body: jsonBody(AnalyzeBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'RATE_LIMITED', 'UPSTREAM_REJECTED', 'UPSTREAM_UNAVAILABLE'),
      200: {
        description: 'The analysis; provenance says who made it',
        content: {
          'application/json': { schema: AnalyzeAnswer },
          [EVENT_STREAM]: { schema: z.string().openapi({ description: 'Server-sent events' }) },
        },
      },
    },
  }),
  async (c) => {
    const { use_cache, on_limit, ...rest } = c.req.valid('json');
    const input = { ...rest, useCache: use_cache, onLimit: on_limit };
    if (c.req.header('accept')?.includes(EVENT_STREAM) === true) {
      const events = streamAnalysis(c.var.ctx, input);
      const texts = eventText(events, ({ type, data }) => ({ event: type, data }));
      const body = streamBody(texts, () => flushMetrics(c.var.ctx));
      return asDocumented(c.body(body, 200, EVENT_STREAM_HEADERS));
    }
    const answer = await analyzeLyrics(c.var.ctx, input);
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
