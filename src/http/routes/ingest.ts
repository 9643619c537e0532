import { createRoute } from '@hono/zod-openapi';
import { ingestTracks } from '../../services/import/ingest-tracks.ts';
import { listIngestRuns } from '../../services/ingest/list-runs.ts';
import { watchArtist } from '../../services/ingest/watch-artist.ts';
import { defineRoute, needs } from '../define-route.ts';
import { RunListQuery, RunPageSchema, WatchArtistAnswer, WatchArtistBody } from '../schemas/ingest.ts';
import { IngestTracksAnswer, IngestTracksQuery, TRACK_UPLOADS } from '../schemas/ingest-tracks.ts';
import { BODY_PROBLEMS, json, jsonBody, problems } from '../schemas/problem.ts';

const UPLOAD_DESCRIPTION = `The body is read as it arrives and its songs are stored row by row, cleaned as a scraped page is; embedding and \
analysis follow in the background. Columns and fields go by the names that common data sets use; encoding (UTF-8, \
UTF-16, Windows-1252, or the \`charset\` of the Content-Type) and delimiter are found by the content, and \
\`Content-Encoding: gzip\` is unpacked. A row that cannot be stored is refused alone; if that is every row, the answer is \
422. A body has at most 100 MB as sent, a row 1 MB; a JSON object without a list, 8 MB. A request stores up to \
\`limit\` rows and takes up to about 25 s: while \`next_row\` is not null, send the same body again with it as \
\`from_row\`. Rows are keyed by their Genius id, their own id within \`source\`, or artist and title, so a request that \
was interrupted can be repeated: what is stored already is counted as unchanged.`;

const watch = defineRoute(
  createRoute({
    method: 'post',
    path: '/ingest/artists',
    operationId: 'watchArtist',
    tags: ['ingest'],
    security: needs('ingest:write'),
    summary: 'Watch an artist and start scraping now',
    request: { body: jsonBody(WatchArtistBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'CONFLICT'),
      202: json(WatchArtistAnswer, 'The run that was opened, or the one that was already open'),
    },
  }),
  async (c) => {
    const body = c.req.valid('json');
    const answer = await watchArtist(c.var.ctx, {
      name: body.name,
      geniusId: body.genius_id ?? null,
      priority: body.priority ?? null,
      songLimit: body.limit ?? null,
      trigger: 'api',
    });
    c.set('auditSubject', String(answer.artist_id));
    return c.json(answer, 202);
  },
);

const runs = defineRoute(
  createRoute({
    method: 'get',
    path: '/ingest/runs',
    operationId: 'listIngestRuns',
    tags: ['ingest'],
    security: needs('tracks:read'),
    summary: 'Runs with the results of their songs, the latest first',
    request: { query: RunListQuery },
    responses: {
      ...problems('VALIDATION_FAILED', 'INVALID_CURSOR'),
      200: json(RunPageSchema, 'A page of runs'),
    },
  }),
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    return c.json(await listIngestRuns(c.var.ctx, { limit, cursor: cursor ?? null }), 200);
  },
);

const tracks = defineRoute(
  createRoute({
    method: 'post',
    path: '/ingest/tracks',
    operationId: 'ingestTracks',
    tags: ['ingest'],
    security: needs('catalogue:write'),
    summary: 'Store the songs of a file',
    description: UPLOAD_DESCRIPTION,
    request: { query: IngestTracksQuery, body: { required: true, content: TRACK_UPLOADS } },
    responses: {
      ...problems('PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED'),
      200: json(IngestTracksAnswer, 'What became of the rows'),
    },
  }),
  async (c) => {
    const { source, from_row: fromRow, limit } = c.req.valid('query');
    const answer = await ingestTracks(c.var.ctx, {
      body: c.req.raw.body,
      contentType: c.req.header('content-type') ?? '',
      contentEncoding: c.req.header('content-encoding') ?? '',
      contentLength: c.req.header('content-length') ?? '',
      source,
      fromRow,
      limit,
    });
    return c.json(answer, 200);
  },
);

export const ingestRoutes = [watch, runs, tracks] as const;
