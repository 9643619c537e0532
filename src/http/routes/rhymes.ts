import { createRoute, z } from '@hono/zod-openapi';
import { findRhymes } from '../../services/rhymes/find-rhymes.ts';
import { getTrackRhymes } from '../../services/rhymes/get-track-rhymes.ts';
import { defineRoute, needs } from '../define-route.ts';
import { mayBeStale } from '../middleware/open-context.ts';
import { idParam } from '../schemas/paging.ts';
import { json, problems } from '../schemas/problem.ts';
import { RhymesQuery, RhymesSchema, TrackRhymesSchema } from '../schemas/rhymes.ts';

const rhymes = defineRoute(
  createRoute({
    method: 'get',
    path: '/rhymes',
    operationId: 'findRhymes',
    tags: ['rhyme'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'Rhymes for a word or phrase, with bars that use them',
    description:
      'Each reading of a homograph (`read`, `live`, `wind`) has its own rhymes, which share the limit. A phrase also gets phrases, ' +
      'built from everyday words. The word itself, its inflections and derived words, and homophones are left out. ' +
      'Without a rhyme, `reason` says what was looked for and which kinds find something.',
    request: { query: RhymesQuery },
    responses: {
      ...problems('VALIDATION_FAILED'),
      200: json(RhymesSchema, 'Rhymes by reading, the best and most frequent first'),
    },
  }),
  async (c) => {
    const { word, kind, syllables, topic, limit } = c.req.valid('query');
    const input = { word, kind, syllables: syllables ?? null, topic: topic ?? null, limit };
    return c.json(await findRhymes(c.var.ctx, input), 200);
  },
);

const trackRhymes = defineRoute(
  createRoute({
    method: 'get',
    path: '/tracks/{id}/rhymes',
    operationId: 'getTrackRhymes',
    tags: ['rhyme'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'The rhymes of a song: groups with character offsets, schemes, multis',
    description:
      'Offsets count UTF-16 code units of the stored text, which `GET /tracks/{id}` returns if the caller may read it.',
    request: { params: z.object({ id: idParam('id') }) },
    responses: {
      ...problems('VALIDATION_FAILED', 'NOT_FOUND', 'CONFLICT'),
      200: json(TrackRhymesSchema, 'The rhymes of the stored text'),
    },
  }),
  async (c) => c.json(await getTrackRhymes(c.var.ctx, c.req.valid('param').id), 200),
);

export const rhymeRoutes = [rhymes, trackRhymes] as const;
