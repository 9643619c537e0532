import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { exportAnalyses } from '../../services/export/export-analyses.ts';
import { exportTracks } from '../../services/export/export-tracks.ts';
import type { ExportFormat } from '../../services/export/stream-rows.ts';
import { defineRoute, needs } from '../define-route.ts';
import { toFilters } from '../filters.ts';
import { EXPORT_TYPES, ExportAnalysesQuery, ExportTracksQuery } from '../schemas/export.ts';
import { problems } from '../schemas/problem.ts';
import { asDocumented, streamBody } from '../stream-body.ts';

const tags = ['export'];

const description = `Rows come in the order of their ids and are sent while they are read. An export holds what was there when it \
began. One that breaks off has no end of its own (the connection fails): take the last whole row's \`id\` and go on \
with \`after\`. In CSV (RFC 4180, UTF-8, CRLF) nothing is null, "" an empty text; lists are separated by "; ", and a text that a \
spreadsheet would run as a formula has an apostrophe before it, also behind a semicolon, a tab or a line end inside a
cell; imports take it away. NDJSON has the same columns as they are.`;

const rows = (name: string) => ({
  description: `${name}, one per row`,
  content: {
    [EXPORT_TYPES.ndjson]: { schema: z.string().openapi({ description: 'One JSON object per line' }) },
    [EXPORT_TYPES.csv]: { schema: z.string() },
  },
});

interface Asked {
  format?: ExportFormat | undefined;
  header: boolean;
  after: number;
  limit?: number | undefined;
}

function toInput(c: Context, { format, header, after, limit }: Asked) {
  const accepted: ExportFormat = c.req.header('accept')?.includes(EXPORT_TYPES.csv) ? 'csv' : 'ndjson';
  return { format: format ?? accepted, header, afterId: after, limit: limit ?? null };
}

function send(c: Context, name: string, format: ExportFormat, texts: AsyncGenerator<string>): never {
  const type = format === 'csv' ? `${EXPORT_TYPES.csv}; charset=utf-8` : EXPORT_TYPES.ndjson;
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="barline-${name}.${format}"`,
    vary: 'accept',
  };
  return asDocumented(c.body(streamBody(texts), 200, headers));
}

const tracks = defineRoute(
  createRoute({
    method: 'get',
    path: '/export/tracks',
    operationId: 'exportTracks',
    tags,
    security: needs('exports:read'),
    summary: 'All songs as NDJSON or CSV',
    description,
    request: { query: ExportTracksQuery },
    responses: { ...problems('VALIDATION_FAILED'), 200: rows('Songs') },
  }),
  async (c) => {
    const { format, header, after, limit, lyrics, ...filters } = c.req.valid('query');
    const input = toInput(c, { format, header, after, limit });
    const texts = await exportTracks(c.var.ctx, { ...input, lyrics, filters: toFilters(filters) });
    return send(c, 'tracks', input.format, texts);
  },
);

const analyses = defineRoute(
  createRoute({
    method: 'get',
    path: '/export/analyses',
    operationId: 'exportAnalyses',
    tags,
    security: needs('exports:read'),
    summary: 'Counts and scores of all analyses of songs, as NDJSON or CSV',
    description: `${description} The filters apply to the songs.`,
    request: { query: ExportAnalysesQuery },
    responses: { ...problems('VALIDATION_FAILED'), 200: rows('Analyses') },
  }),
  async (c) => {
    const { format, header, after, limit, analyzer, current, ...filters } = c.req.valid('query');
    const input = toInput(c, { format, header, after, limit });
    const texts = await exportAnalyses(c.var.ctx, {
      ...input,
      analyzer: analyzer ?? null,
      currentOnly: current,
      filters: toFilters(filters),
    });
    return send(c, 'analyses', input.format, texts);
  },
);

export const exportRoutes = [tracks, analyses] as const;
