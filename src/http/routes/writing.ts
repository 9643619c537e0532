import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type GenerateInput,
  generateLyrics,
  streamGeneration,
} from '../../services/generation/generate-lyrics.ts';
import { suggestNextLines } from '../../services/generation/next-lines.ts';
import {
  streamTransfer,
  type TransferInput,
  transferStyle,
} from '../../services/generation/transfer/transfer-style.ts';
import type { AppEnv } from '../app-env.ts';
import { defineRoute, needs } from '../define-route.ts';
import { EVENT_STREAM, EVENT_STREAM_HEADERS, eventText } from '../event-stream.ts';
import { BODY_PROBLEMS, json, jsonBody, jsonOrStream, problems } from '../schemas/problem.ts';
import { GenerateBody, NextLinesBody, type SyllablesSchema, TransferBody } from '../schemas/writing.ts';
import {
  GenerateAnswer,
  GenerationEventSchema,
  NextLinesAnswerSchema,
  TransferAnswerSchema,
  TransferEventSchema,
} from '../schemas/writing-answers.ts';
import { asDocumented, startStream, streamBody } from '../stream-body.ts';

const WRITING =
  'The model writes if one is configured, and the composer what the model misses or everything without one; ' +
  '`provenance` and the `source` of each line say which. Each line has the syllables and the rhyme that were ordered, ' +
  'or the answer is 422 INFEASIBLE and names the constraint: scheme, syllables, characters, keep, vocabulary, ' +
  'originality or style. No line of a song of the catalogue is repeated, and no more than four words in a row of the ' +
  'songs that the text was made from or that are nearest to it.';

const STREAM =
  'With `stream: true` or `Accept: text/event-stream` the answer is sent as server-sent events: `line` for each line when ' +
  'it stands (a later one of the same number replaces it), then `report`, then `done` with the whole text, or `error` if ' +
  'it could not be finished. Closing the request stops the work. Events are used and not a WebSocket because text flows one way ' +
  'only: they pass proxies, need no handshake, and `fetch` reads them.';

const PROBLEMS = [...BODY_PROBLEMS, 'NOT_FOUND', 'INFEASIBLE'] as const;

const rangeOf = (given: z.output<typeof SyllablesSchema> | undefined) =>
  typeof given === 'number' ? { min: given, max: given } : (given ?? null);

function toInput(body: z.output<typeof GenerateBody>): GenerateInput {
  const { max_length, style, lines, scheme, syllables, rhyme, seed, stream, ...rest } = body;
  return {
    ...rest,
    maxLength: max_length,
    style: style ?? null,
    lines: lines ?? null,
    scheme: scheme ?? null,
    syllables: rangeOf(syllables),
    rhyme: rhyme ?? null,
    seed: seed ?? null,
  };
}

const toTransferInput = ({
  source_artist,
  target_artist,
  ...body
}: z.output<typeof TransferBody>): TransferInput => ({
  lyrics: body.lyrics,
  source: source_artist ?? null,
  target: target_artist,
  rhyme: body.rhyme ?? null,
  temperature: body.temperature,
  seed: body.seed ?? null,
});

const wantsStream = (c: Context<AppEnv>, { stream }: { stream: boolean }): boolean =>
  stream || c.req.header('accept')?.includes(EVENT_STREAM) === true;

/** Waits for the first event, so that what cannot be written is a problem with its status and not a broken stream. */
async function sendEvents<Event extends { type: string; data: unknown }>(
  c: Context<AppEnv>,
  events: AsyncGenerator<Event>,
): Promise<never> {
  const texts = eventText(await startStream(events), ({ type, data }) => ({ event: type, data }));
  return asDocumented(c.body(streamBody(texts), 200, EVENT_STREAM_HEADERS));
}

const generate = defineRoute(
  createRoute({
    method: 'post',
    path: '/generate',
    operationId: 'generateLyrics',
    tags: ['writing'],
    security: needs('generate:run'),
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
    return wantsStream(c, body)
      ? await sendEvents(c, streamGeneration(c.var.ctx, toInput(body)))
      : c.json(await generateLyrics(c.var.ctx, toInput(body)), 200);
  },
);

const nextLines = defineRoute(
  createRoute({
    method: 'post',
    path: '/next-lines',
    operationId: 'suggestNextLines',
    tags: ['writing'],
    security: needs('generate:run'),
    summary: 'Lines that may follow the lines of a writer, and why each fits',
    description:
      'Candidates fit the rhyme and the metre of the lines so far and are written by the composer, without a model. None is a ' +
      'line of a song of the catalogue. `GET /rhymes` finds words that rhyme, this finds lines.',
    request: { body: jsonBody(NextLinesBody) },
    responses: {
      ...problems(...PROBLEMS),
      200: json(NextLinesAnswerSchema, 'The candidates, the most fitting first'),
    },
  }),
  async (c) => {
    const { prompt, style, syllables, seed, ...rest } = c.req.valid('json');
    const input = {
      ...rest,
      seed: seed ?? null,
      prompt: prompt ?? null,
      style: style ?? null,
      syllables: rangeOf(syllables),
    };
    return c.json(await suggestNextLines(c.var.ctx, input), 200);
  },
);

const transfer = defineRoute(
  createRoute({
    method: 'post',
    path: '/style-transfer',
    operationId: 'transferStyle',
    tags: ['writing'],
    security: needs('generate:run'),
    summary: 'Rewrite a text line by line in the measured style of an artist',
    description:
      'The style is measured in the catalogue: line length, rhyme, themes and typical words. The model rewrites within it, ' +
      'or without one the composer, which keeps the words that carry the meaning. The answer shows each line before and ' +
      'after, how far the text moved from the source to the target, and how much of its content stayed. A text that does ' +
      `not resemble the named source is rewritten all the same, with a note. ${STREAM}`,
    request: { body: jsonBody(TransferBody) },
    responses: {
      ...problems(...PROBLEMS),
      200: jsonOrStream(
        TransferAnswerSchema,
        TransferEventSchema,
        'The text before and after, line beside line, and what was measured',
      ),
    },
  }),
  async (c) => {
    const body = c.req.valid('json');
    return wantsStream(c, body)
      ? await sendEvents(c, streamTransfer(c.var.ctx, toTransferInput(body)))
      : c.json(await transferStyle(c.var.ctx, toTransferInput(body)), 200);
  },
);

export const writingRoutes = [generate, nextLines, transfer] as const;
