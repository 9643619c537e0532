import type { ChatConfig } from '../../../src/config.ts';
import type { ChatUpstream, ServiceContext } from '../../../src/context.ts';
import type { Breaker } from '../../../src/lib/resilience/breaker.ts';
import { createChatModel } from '../../../src/llm/chat.ts';
import { exactText } from '../../../src/lyrics/text/exact-text.ts';
import {
  ANALYZER_TYPES,
  type AnalyzerType,
  chooseAnalyzers,
} from '../../../src/services/analysis/analyzers/registry.ts';
import type { AnalyzerContext } from '../../../src/services/analysis/analyzers/types.ts';
import { CommandError } from '../../explain.ts';
import type { AskAnalysis } from './ask-analyzers.ts';

type LabContext = AnalyzerContext & Pick<ServiceContext, 'config'>;

/** Long enough to wait for a slot of the rate budget; the Worker's callers wait 20 s. */
const TIMEOUT_MS = 180_000;

const ADMITTED = { state: 'closed', nextTryAt: null, admitted: true } as const;
/** A breaker would count calls that were never made as failures of the model, and those of the lab would open the Worker's. */
const ALWAYS_CLOSED: Breaker = {
  admit: async () => ADMITTED,
  peek: async () => ADMITTED,
  succeeded: async () => {},
  failed: async () => {},
  probeNow: async () => {},
  status: async () => ADMITTED,
};

/** `qwen` and `hybrid` ask the first configured model; `qwen:NAME` another one. */
export const analyzerOn = (type: AnalyzerType, model: string): string => `${type}:${model}`;

function readName(name: string): { type: AnalyzerType; model: string | null } {
  const [first = '', ...rest] = name.split(':');
  const type = ANALYZER_TYPES.find((one) => one === first);
  if (type === undefined)
    throw new CommandError(`There is no analyser "${first}": ${ANALYZER_TYPES.join(', ')}.`);
  return { type, model: rest.length === 0 ? null : rest.join(':') };
}

/** The configured model of that name, else one of that name at the first one's server. */
function upstreamOf(ctx: LabContext, name: string | null): ChatUpstream {
  const [first] = ctx.chatModels;
  const { llm } = ctx.config;
  if (first === undefined || llm === null)
    throw new CommandError('No language model is configured: set LLM_BASE_URL, LLM_API_KEY and LLM_MODEL.');
  const known = name === null ? first : ctx.chatModels.find(({ chat }) => chat.model === name);
  return known ?? otherModel(first, llm, name ?? '');
}

function otherModel(first: ChatUpstream, llm: ChatConfig, model: string): ChatUpstream {
  const price = Object.hasOwn(llm.prices, model) ? (llm.prices[model] ?? null) : null;
  return { ...first, chat: createChatModel({ ...llm, model }), price };
}

/** The same model, with what its calls took summed up in `spent.ms`. */
function timed(upstream: ChatUpstream, spent: { ms: number }): ChatUpstream {
  const complete: ChatUpstream['chat']['complete'] = async (request) => {
    const started = performance.now();
    try {
      return await upstream.chat.complete(request);
    } finally {
      spent.ms += performance.now() - started;
    }
  };
  const chat: ChatUpstream['chat'] = Object.create(upstream.chat, { complete: { value: complete } });
  return { ...upstream, chat };
}

/**
 * Asks the analysers in this process: nothing is read from or written to cache and database, no other model answers in the
 * place of one that fails, and the temperature is 0. Names are those of the analysers, or `qwen:NAME` for a model.
 */
export function askDirectly(ctx: LabContext): AskAnalysis {
  return async (body) => {
    const { lyrics, analyzer } = body;
    const { type, model } = readName(analyzer);
    const spent = { ms: 0 };
    const chatModels = type === 'algorithmic' ? [] : [timed(upstreamOf(ctx, model), spent)];
    const own: AnalyzerContext = Object.create(ctx, {
      chatModels: { value: chatModels },
      breaker: { value: () => ALWAYS_CLOSED },
    });
    const [chosen] = chooseAnalyzers(own, type).chain;
    const started = performance.now();
    const limits = { temperature: 0, timeoutMs: TIMEOUT_MS, priority: 'background' as const };
    const answer = await chosen.analyze(exactText(lyrics), limits);
    const ms = Math.round(chosen.usesModel ? spent.ms : performance.now() - started);
    const { sentiment, sentiment_score, confidence } = answer.body;
    const provenance = {
      analyzer: type,
      model: answer.model,
      degraded: false,
      tokens: answer.tokens,
      cost_usd: answer.costUsd,
    };
    return { analysis: { sentiment, sentiment_score, confidence, provenance }, cached: false, ms };
  };
}

/** The same services as if no chat model were configured. */
export const withoutModel = (ctx: ServiceContext): ServiceContext =>
  Object.create(ctx, { chatModels: { value: [] }, config: { value: { ...ctx.config, llm: null } } });
