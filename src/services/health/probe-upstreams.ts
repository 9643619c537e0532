import type { ChatUpstream, ServiceContext } from '../../context.ts';
import { describeCause, type FailureCause } from '../../lib/failure-cause.ts';
import type { ChatRequest } from '../../llm/types.ts';
import { embedTexts } from '../embedding/embed-texts.ts';
import { callModel } from '../models/call-model.ts';
import { withinSpend } from '../models/reserve-spend.ts';

export interface UpstreamProbe {
  upstream: string;
  status: 'ok' | 'error';
  latency_ms: number;
  failure: Pick<FailureCause, 'code' | 'message' | 'upstream'> | null;
}

type Context = Pick<
  ServiceContext,
  'breaker' | 'state' | 'metrics' | 'clock' | 'config' | 'chatModels' | 'embedder' | 'genius' | 'spotify'
>;

/** The shortest question a model can answer, in JSON like all other questions. */
export const PROBE_QUESTION: ChatRequest = {
  system: 'Answer with JSON.',
  user: 'Answer {"ok": true}.',
  temperature: 0.1,
  maxTokens: 16,
  timeoutMs: 10_000,
  schema: {
    name: 'ok',
    schema: {
      type: 'object',
      properties: { ok: { type: 'boolean' } },
      required: ['ok'],
      additionalProperties: false,
    },
  },
};

/**
 * Sends one small request to every upstream that is configured and has a key; the outcome is recorded as for any call.
 */
export async function probeUpstreams(ctx: Context): Promise<UpstreamProbe[]> {
  const { genius, spotify, embedder } = ctx;
  return Promise.all([
    ...ctx.chatModels.map((model) => ask(ctx, model.name, () => askChat(ctx, model))),
    ...(embedder === null
      ? []
      : [ask(ctx, 'embeddings', () => embedTexts(ctx, embedder, ['hello'], 'query'))]),
    ...(ctx.config.genius.token === null ? [] : [ask(ctx, 'genius-api', () => genius.findArtist('a'))]),
    ...(spotify === null ? [] : [ask(ctx, 'spotify', () => spotify.checkCredentials())]),
  ]);
}

async function ask(ctx: Context, upstream: string, question: () => Promise<unknown>): Promise<UpstreamProbe> {
  const started = ctx.clock.now();
  try {
    await question();
    return { upstream, status: 'ok', latency_ms: ctx.clock.now() - started, failure: null };
  } catch (error) {
    return {
      upstream,
      status: 'error',
      latency_ms: ctx.clock.now() - started,
      failure: describeCause(error),
    };
  }
}

function askChat(ctx: Context, upstream: ChatUpstream): Promise<unknown> {
  const { name, chat } = upstream;
  const call = () =>
    callModel(ctx, { upstream: name, model: chat.model }, () => chat.complete(PROBE_QUESTION));
  return withinSpend(ctx, upstream, { question: PROBE_QUESTION, call });
}
