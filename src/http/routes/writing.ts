import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type GenerateInput,
  generateLyrics,
  streamGeneration,
} from '../../services/generation/generate-lyrics.ts';
import type { AppEnv } from '../app-env.ts';
import { defineRoute, TOKEN_OPTIONAL } from '../define-route.ts';
import { EVENT_STREAM, EVENT_STREAM_HEADERS, eventText } from '../event-stream.ts';
import { BODY_PROBLEMS, jsonBody, jsonOrStream, problems } from '../schemas/problem.ts';
import { GenerateAnswer, GenerateBody, GenerationEventSchema } from '../schemas/writing.ts';
import { asDocumented, startStream, streamBody } from '../stream-body.ts';

const WRITING =
  'The model writes if one is configured, and the composer what the model misses or everything without one; ' +
  '`provenance` and the `source` of each line say which. Each line has the syllables and the rhyme that were ordered, ' +
  'or the answer is 422 INFEASIBLE and names the constraint: scheme, syllables, characters, keep, vocabulary, ' +
  'originality or style. No line of a song of the catalogue is repeated, and no more than four words in a row of the ' +
  'songs that the text was made from or that are nearest to it.';

const STREAM =
  'With `stream: true` or `Accept: text/event-stream` the answer is sent as server-sent events: `line` for each line when ' +
  'it stands (a later one of the same number replaces it), then `report` and `done`, or `error` if the verse could not ' +
  'be finished. Closing the request stops the work. Events are used and not a WebSocket because text flows one way only: ' +
  'they pass proxies, need no handshake, and `fetch` reads them.';

const PROBLEMS = [...BODY_PROBLEMS, 'NOT_FOUND', 'INFEASIBLE'] as const;

function toInput(body: z.output<typeof GenerateBody>): GenerateInput {
  const { max_length, style, lines, scheme, syllables, rhyme, seed, stream, ...rest } = body;
  return {
    ...rest,
    maxLength: max_length,
    style: style ?? null,
    lines: lines ?? null,
    scheme: scheme ?? null,
    syllables: typeof syllables === 'number' ? { min: syllables, max: syllables } : (syllables ?? null),
    rhyme: rhyme ?? null,
    seed: seed ?? null,
  };
}

/** Waits for the first event, so that what cannot be written is a problem with its status and not a broken stream. */
async function sendEvents(c: Context<AppEnv>, input: GenerateInput): Promise<Response> {
  const events = await startStream(streamGeneration(c.var.ctx, input));
  const texts = eventText(events, ({ type, data }) => ({ event: type, data }));
  return c.body(streamBody(texts), 200, EVENT_STREAM_HEADERS);
}

const generate = defineRoute(
  createRoute({
    method: 'post',
    path: '/generate',
    operationId: 'generateLyrics',
    tags: ['writing'],
    security: TOKEN_OPTIONAL,
    summary: 'Write a verse to order: scheme, syllables, length, subject, style',
    description: `${WRITING} ${STREAM}`,
    request: { body: jsonBody(GenerateBody) },
    responses: {
      ...problems(...PROBLEMS),
      200: jsonOrStream(GenerateAnswer, GenerationEventSchema, 'The verse and what was measured in it'),
    },
  }),
  async (c) => {
    const body = c.req.valid('json');
    const wantsStream = body.stream || c.req.header('accept')?.includes(EVENT_STREAM) === true;
    return wantsStream
      ? asDocumented(await sendEvents(c, toInput(body)))
      : c.json(await generateLyrics(c.var.ctx, toInput(body)), 200);
  },
);

export const writingRoutes = [generate] as const;
