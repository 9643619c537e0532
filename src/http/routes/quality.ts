import { createRoute } from '@hono/zod-openapi';
import { predictQuality } from '../../services/quality/predict-quality.ts';
import { defineRoute, needs } from '../define-route.ts';
import { BODY_PROBLEMS, json, jsonBody, problems } from '../schemas/problem.ts';
import { QualityAnswer, QualityBody } from '../schemas/quality.ts';

const DESCRIPTION =
  'A small linear model foresees the rating that a language model gave to released rap songs, from what the lyric engine ' +
  'measures. Those ratings are all ' +
  'between 7 and 10, so that the score ranks a text among released songs and does not say that one is bad; `rank`, ' +
  '`drivers` and `percentiles` tell a writer more. `model.evidence` says how far it misses on artists it has not seen, ' +
  'beside what a constant misses. The interval is conformal with artists as the unit. A text that is not a verse in English ' +
  '(another language or two, prose though it rhymes, free verse, a list, a chat, code, gibberish, a few words) is not scored, ' +
  'and `not_scored` says why. Chords above or inside the lines are left out. Popularity is ' +
  'that of the songs the catalogue has by the artist: the words have no part in it.';

const predict = defineRoute(
  createRoute({
    method: 'post',
    path: '/predict-quality',
    operationId: 'predictQuality',
    security: needs('analyze:run'),
    tags: ['analysis'],
    summary: 'Foresee the rating of a verse, with an interval and what moved it',
    description: DESCRIPTION,
    request: { body: jsonBody(QualityBody) },
    responses: {
      ...problems(...BODY_PROBLEMS),
      200: json(QualityAnswer, 'The score, or why there is none'),
    },
  }),
  async (c) => {
    const { lyrics, artist } = c.req.valid('json');
    return c.json(await predictQuality(c.var.ctx, { lyrics, artist: artist ?? null }), 200);
  },
);

export const qualityRoutes = [predict] as const;
