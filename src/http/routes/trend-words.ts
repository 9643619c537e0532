import { createRoute } from '@hono/zod-openapi';
import { wordsOverYears } from '../../services/trends/words/words-over-years.ts';
import { defineRoute, needs } from '../define-route.ts';
import { toFilters } from '../filters.ts';
import { mayBeStale } from '../middleware/open-context.ts';
import { json, problems } from '../schemas/problem.ts';
import { TrendWordsQuery, TrendWordsSchema } from '../schemas/trend-words.ts';

const trendWords = defineRoute(
  createRoute({
    method: 'get',
    path: '/trends/words',
    operationId: 'trendWords',
    tags: ['trends'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'Words over the years: uses per million words and share of songs, with intervals and songs',
    description:
      'Read from counts that are kept as songs are stored; a song that nearly repeats another is not counted. Every occurrence in ' +
      'the sung lines counts, refrains as often as they are written.',
    request: { query: TrendWordsQuery },
    responses: {
      ...problems('VALIDATION_FAILED'),
      200: json(TrendWordsSchema, 'A line of points for each term'),
    },
  }),
  async (c) => {
    const { terms, by, from_year, to_year } = c.req.valid('query');
    const { fromYear, toYear } = toFilters({ from_year, to_year });
    return c.json(await wordsOverYears(c.var.ctx, { terms, by, fromYear, toYear }), 200);
  },
);

export const trendWordRoutes = [trendWords] as const;
