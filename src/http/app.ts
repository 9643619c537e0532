import { type DeflatedJson, deflateJson } from '../lib/deflated-json.ts';
import { describeError } from '../lib/errors.ts';
import { createLogger } from '../lib/logger.ts';
import { LimitReached } from '../services/access/take-requests.ts';
import { answerOtherMethods } from './allowed-methods.ts';
import type { OpenContext } from './app-env.ts';
import { HEADER_COMPONENTS } from './documented-headers.ts';
import { answerHeaders } from './middleware/answer-headers.ts';
import { checkUrl } from './middleware/check-url.ts';
import { crossOrigin } from './middleware/cross-origin.ts';
import { limitBody, limitBodyShape } from './middleware/limit-body.ts';
import { limitHeaderSize } from './middleware/limit-headers.ts';
import { refuseFloods } from './middleware/limit-rate.ts';
import { observe, requestId } from './middleware/observe.ts';
import { authenticate, openRequestContext } from './middleware/open-context.ts';
import { requireJson } from './middleware/require-json.ts';
import { unlessStreamed } from './middleware/streamed-bodies.ts';
import { openApiDocument } from './openapi.ts';
import { answerUnknownPath, servePages, showLostPage } from './pages.ts';
import { problemResponse, toAppError } from './problem.ts';
import { createRouter } from './router.ts';
import { adminRoutes } from './routes/admin.ts';
import { analysisRoutes } from './routes/analysis.ts';
import { analyzeTrendsRoutes } from './routes/analyze-trends.ts';
import { artistRoutes } from './routes/artists.ts';
import { backupRoutes } from './routes/backups.ts';
import { batchRoutes } from './routes/batches.ts';
import { exportRoutes } from './routes/export.ts';
import { ingestRoutes } from './routes/ingest.ts';
import { keyRoutes } from './routes/keys.ts';
import { modelRoutes } from './routes/models.ts';
import { qualityRoutes } from './routes/quality.ts';
import { recommendationRoutes } from './routes/recommendations.ts';
import { rhymeRoutes } from './routes/rhymes.ts';
import { searchRoutes } from './routes/search.ts';
import { systemRoutes } from './routes/system.ts';
import { takedownRoutes } from './routes/takedowns.ts';
import { trackRoutes } from './routes/tracks.ts';
import { trendMapRoutes } from './routes/trend-map.ts';
import { trendWordRoutes } from './routes/trend-words.ts';
import { writingRoutes } from './routes/writing.ts';
import { keptJson, sendJson, WHOLE } from './send-json.ts';

const KEYS =
  'An API key (`bl_…`), or ADMIN_TOKEN. Each operation names the scope that the key needs; where `{}` stands beside it, ' +
  'callers without a key are let in if the configuration gives them the scope.';

/** The whole HTTP API. The caller provides the function that opens a context, so this module imports no client. */
export function createApp(deps: { openContext: OpenContext }) {
  const app = createRouter();
  const securityScheme = { type: 'http', scheme: 'bearer', description: KEYS } as const;
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', securityScheme);
  for (const [name, header] of Object.entries(HEADER_COMPONENTS))
    app.openAPIRegistry.registerComponent('headers', name, header);

  app.use(requestId);
  app.use(showLostPage);
  servePages(app);
  app.use(answerHeaders);
  app.use(openRequestContext(deps.openContext));
  app.use(observe);
  app.use(refuseFloods);
  app.use(crossOrigin);
  app.use(limitHeaderSize);
  app.use(checkUrl);
  for (const check of [limitBody, requireJson, limitBodyShape]) app.use(unlessStreamed(check));
  app.use(authenticate);

  app.openapiRoutes([
    ...systemRoutes,
    ...modelRoutes,
    ...searchRoutes,
    ...trackRoutes,
    ...artistRoutes,
    ...recommendationRoutes,
    ...rhymeRoutes,
    ...trendWordRoutes,
    ...trendMapRoutes,
    ...analysisRoutes,
    ...writingRoutes,
    ...analyzeTrendsRoutes,
    ...qualityRoutes,
    ...batchRoutes,
    ...exportRoutes,
    ...ingestRoutes,
    ...adminRoutes,
    ...keyRoutes,
    ...takedownRoutes,
    ...backupRoutes,
  ] as const);

  // Not its promise: a request may not wait for work that another one began.
  let document: DeflatedJson | null = null;
  app.get('/openapi.json', async (c) => {
    document ??= await deflateJson(JSON.stringify(openApiDocument(app)));
    return sendJson(c.req.raw, keptJson(document), WHOLE);
  });
  answerOtherMethods(app);
  app.notFound(answerUnknownPath);
  app.onError((error, c) => {
    const problem = toAppError(error);
    if (problem instanceof LimitReached) c.set('limit', problem.limit);
    if (problem.status >= 500) {
      const log = c.var.ctx?.log ?? createLogger('error', { request_id: c.var.requestId });
      log.error('request failed', { code: problem.code, error: describeError(error) });
    }
    return problemResponse(problem, { path: c.req.path, requestId: c.var.requestId });
  });
  return app;
}
