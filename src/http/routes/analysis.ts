import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type AnalyzedLyrics,
  type AnalyzeLyricsInput,
  analyzeLyrics,
} from '../../services/analysis/analyze-lyrics.ts';
import { compareAnalyzers } from '../../services/analysis/compare-analyzers.ts';
import { streamAnalysis } from '../../services/analysis/stream-analysis.ts';
import type { AppEnv } from '../app-env.ts';
import { defineRoute, needs } from '../define-route.ts';
import { EVENT_STREAM, EVENT_STREAM_HEADERS, eventText } from '../event-stream.ts';
import {
  AnalysisEventSchema,
  AnalyzeAnswer,
  AnalyzeBody,
  CompareAnswer,
  CompareBody,
} from '../schemas/analysis.ts';
import { BODY_PROBLEMS, eventStream, json, jsonBody, problems } from '../schemas/problem.ts';
import { keptJson, plainJson, sendJson, textAround } from '../send-json.ts';
import { asDocumented, streamBody } from '../stream-body.ts';

const OFFSETS =
  'Offsets count UTF-16 code units of the text as it was sent, regardless of its line ends and of how its letters ' +
  'are composed. Concurrent requests for the same text, analyser and temperature cost one call.';

const REVALIDATION =
  'The `ETag` names the analysis without its times. If the cache holds an analysis that `If-None-Match` names, the answer ' +
  'is 304 without a body.';

function toInput({ use_cache, on_limit, ...rest }: z.output<typeof AnalyzeBody>): AnalyzeLyricsInput {
  return { ...rest, useCache: use_cache, onLimit: on_limit };
}

function sendEvents(c: Context<AppEnv>, input: AnalyzeLyricsInput): Response {
  const events = streamAnalysis(c.var.ctx, input);
  const texts = eventText(events, ({ type, data }) => ({ event: type, data }));
  return c.body(streamBody(texts), 200, EVENT_STREAM_HEADERS);
}

/** The answer; an analysis of the cache is sent as it is kept, or as 304 to a client that has it. */
async function sendAnalyzed(c: Context<AppEnv>, { analysis, ...told }: AnalyzedLyrics): Promise<Response> {
  const json = 'blocks' in analysis ? keptJson(analysis) : await plainJson(JSON.stringify(analysis));
  const around = textAround((hole) => ({ success: true, analysis: hole, ...told }));
  return sendJson(c.req.raw, json, { ...around, mayBeKnown: told.cached, vary: ['accept'] });
}

const analyze = defineRoute(
  createRoute({
    method: 'post',
    path: '/analyze',
    operationId: 'analyzeLyrics',
    tags: ['analysis'],
    security: needs('analyze:run'),
    summary: 'Analyse a text: mood, themes, style and rhyme',
    description: `${OFFSETS} ${REVALIDATION} A request with \`Accept: text/event-stream\` gets the same answer as \`POST /analyze/stream\`.`,
    request: { body: jsonBody(AnalyzeBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'RATE_LIMITED', 'UPSTREAM_REJECTED', 'UPSTREAM_UNAVAILABLE'),
      200: json(AnalyzeAnswer, 'The analysis; provenance names the analyser that made it'),
      304: { description: 'The client has this analysis: `If-None-Match` names it' },
    },
  }),
  async (c) => {
    const input = toInput(c.req.valid('json'));
    if (c.req.header('accept')?.includes(EVENT_STREAM) === true) return asDocumented(sendEvents(c, input));
    return asDocumented(await sendAnalyzed(c, await analyzeLyrics(c.var.ctx, input)));
  },
);

const stream = defineRoute(
  createRoute({
    method: 'post',
    path: '/analyze/stream',
    operationId: 'streamAnalysis',
    tags: ['analysis'],
    security: needs('analyze:run'),
    summary: 'Like /analyze, as server-sent events: the engine immediately, the model when it answers',
    description:
      '`engine` is sent immediately, then `model` or `degraded` (why the model gave no answer), then `done`. With ' +
      '`analyzer: "algorithmic"` there is no `model`; `on_limit` has no effect, because the engine has already answered. ' +
      OFFSETS,
    request: { body: jsonBody(AnalyzeBody) },
    responses: {
      ...problems(...BODY_PROBLEMS),
      200: eventStream(AnalysisEventSchema, 'Events `engine`, `model` or `degraded`, and `done`'),
    },
  }),
  (c) => asDocumented(sendEvents(c, toInput(c.req.valid('json')))),
);

const compare = defineRoute(
  createRoute({
    method: 'post',
    path: '/analyze/compare',
    operationId: 'compareAnalyzers',
    tags: ['analysis'],
    security: needs('analyze:run'),
    summary: 'Compare several analysers on one text, and how far they agree',
    request: { body: jsonBody(CompareBody) },
    responses: {
      ...problems(...BODY_PROBLEMS),
      200: json(CompareAnswer, 'Each analysis, or the reason why there is none'),
    },
  }),
  async (c) => {
    const { use_cache, ...input } = c.req.valid('json');
    return c.json(await compareAnalyzers(c.var.ctx, { ...input, useCache: use_cache }), 200);
  },
);

export const analysisRoutes = [analyze, stream, compare] as const;
