import type { ChatConfig, Config } from '../../../src/config.ts';
import { PartsRefused } from '../../../src/lib/parts-refused.ts';
import { createChatModel } from '../../../src/llm/chat.ts';
import { createEmbedder } from '../../../src/llm/embedder.ts';
import type { ChatReply, ChatRequest } from '../../../src/llm/types.ts';
import { costUsd } from '../../../src/services/models/model-cost.ts';

type Verdict = 'yes' | 'no' | 'unknown' | 'not configured';

/** What was found about one capability. */
export interface Finding {
  verdict: Verdict;
  detail: string;
}

/** The configured models; null where none is. */
export interface Endpoint {
  chat: ChatConfig | null;
  embeddings: Config['embeddings'];
}

/** Asks the endpoint; throws what the endpoint answers if it fails. */
export interface Capability {
  name: string;
  test(endpoint: Endpoint, calls: number): Promise<Finding>;
}

const TIMEOUT_MS = 30_000;
const NO_CHAT: Finding = {
  verdict: 'not configured',
  detail: 'LLM_BASE_URL, LLM_API_KEY and LLM_MODEL are not set',
};
const NO_EMBEDDINGS: Finding = {
  verdict: 'not configured',
  detail: 'EMBEDDINGS_BASE_URL, EMBEDDINGS_API_KEY and EMBEDDINGS_MODEL are not set',
};

const question = (change: Partial<ChatRequest> = {}): ChatRequest => ({
  system: 'Answer in one sentence.',
  user: 'What rhymes with station?',
  temperature: 0.2,
  maxTokens: 64,
  timeoutMs: TIMEOUT_MS,
  ...change,
});

/** Without the parts that the server refuses, as the Worker does it. */
async function ask(chat: ChatConfig, request: ChatRequest): Promise<ChatReply & { left: string[] }> {
  const model = createChatModel(chat);
  try {
    return { ...(await model.complete(request)), left: [] };
  } catch (error) {
    if (!(error instanceof PartsRefused)) throw error;
    const leaveOut = [...(request.leaveOut ?? []), ...error.parts];
    if (leaveOut.length > 4) throw error;
    const again = await ask(chat, { ...request, leaveOut });
    return { ...again, left: [...error.parts, ...again.left] };
  }
}

const withChat =
  (test: (chat: ChatConfig, calls: number) => Promise<Finding>): Capability['test'] =>
  async ({ chat }, calls) =>
    chat === null ? NO_CHAT : await test(chat, calls);

const modelsList = withChat(async ({ baseUrl, apiKey, model }) => {
  const response = await fetch(`${baseUrl.replace(/\/$/, '')}/models`, {
    headers: { authorization: `Bearer ${apiKey}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'manual',
  });
  if (!response.ok) return { verdict: 'no', detail: `the list answers ${response.status}` };
  const body: unknown = await response.json();
  const ids = namesOf(body);
  if (ids === null) return { verdict: 'unknown', detail: 'the list has another shape' };
  return ids.includes(model)
    ? { verdict: 'yes', detail: `${model} is one of ${ids.length} models` }
    : { verdict: 'no', detail: `${model} is not among ${ids.length} models: ${ids.slice(0, 5).join(', ')}` };
});

function namesOf(body: unknown): string[] | null {
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : null;
  if (!Array.isArray(data)) return null;
  return data.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? one.id : [],
  );
}

const oneCall = withChat(async (chat) => {
  const { text, tokens, left } = await ask(chat, question());
  const refused = left.length === 0 ? '' : `; it refused ${left.join(', ')}`;
  return text.trim() === ''
    ? { verdict: 'no', detail: 'the answer is empty' }
    : {
        verdict: 'yes',
        detail: `${text.length} characters, ${tokens === null ? 'no count of tokens' : `${tokens.prompt} + ${tokens.completion} tokens`}${refused}`,
      };
});

const SCHEMA = {
  name: 'rhymes',
  schema: {
    type: 'object',
    properties: { words: { type: 'array', items: { type: 'string' } }, sure: { type: 'boolean' } },
    required: ['words', 'sure'],
    additionalProperties: false,
  },
};

const structuredOutput = withChat(async (chat) => {
  const request = question({
    system: 'Answer with JSON.',
    user: 'Three words that rhyme with station: {"words": […], "sure": true}',
    schema: SCHEMA,
  });
  const { text, left } = await ask(chat, request);
  if (left.includes('schema'))
    return { verdict: 'no', detail: 'the server does not accept a JSON schema; answers are read as text' };
  const { words, sure } = parsed(text);
  return Array.isArray(words) && typeof sure === 'boolean'
    ? { verdict: 'yes', detail: 'a JSON schema is accepted and followed' }
    : { verdict: 'no', detail: `a JSON schema is accepted and not followed: ${text.slice(0, 60)}` };
});

function parsed(text: string): { words?: unknown; sure?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

const streaming = withChat(async (chat) => {
  const seen: string[] = [];
  const { tokens } = await ask(chat, question({ onText: (text) => seen.push(text), maxTokens: 120 }));
  const steps = new Set(seen).size;
  return steps > 1
    ? { verdict: 'yes', detail: `${steps} steps${tokens === null ? ', without a count of tokens' : ''}` }
    : { verdict: 'no', detail: 'the whole text comes at once' };
});

const thinkingSwitch = withChat(async (chat) => {
  const { text, left } = await ask(chat, question());
  const thinks = text.includes('<think>') && !/<think>\s*<\/think>/.test(text);
  if (thinks) return { verdict: 'no', detail: 'the answer has a thought although thinking is switched off' };
  return {
    verdict: 'yes',
    detail: left.includes('thinking_switch')
      ? 'no thought; the server does not know the switch'
      : 'no thought',
  };
});

const tokenLimit = withChat(async (chat) => {
  const { truncated, tokens } = await ask(
    chat,
    question({ user: 'Count from one to fifty in words.', maxTokens: 8 }),
  );
  return truncated
    ? { verdict: 'yes', detail: `an answer of 8 tokens is cut and says so` }
    : {
        verdict: 'no',
        detail: `8 tokens allowed, ${tokens?.completion ?? 'an unknown number'} given, not marked as cut`,
      };
});

const latency = withChat(async (chat, calls) => {
  const times: number[] = [];
  for (let call = 0; call < calls; call++) {
    const started = performance.now();
    await ask(chat, question());
    times.push(performance.now() - started);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(calls - 1, Math.floor(share * calls))] ?? 0);
  return { verdict: 'yes', detail: `${calls} calls: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms` };
});

const price = withChat(async (chat) => {
  const listed = chat.prices[chat.model] ?? null;
  if (listed === null) return { verdict: 'unknown', detail: 'LLM_PRICES has no price of the model' };
  const { tokens } = await ask(chat, question());
  const cost = costUsd(tokens, listed);
  return cost === null
    ? { verdict: 'unknown', detail: 'the server does not count tokens' }
    : { verdict: 'yes', detail: `$${(cost * 1000).toFixed(4)} for a thousand such calls` };
});

const norm = (vector: readonly number[]): number => Math.hypot(...vector);
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

const embeddings: Capability['test'] = async ({ embeddings: endpoint }) => {
  if (endpoint === null) return NO_EMBEDDINGS;
  const texts = ['rain on the window', 'rain against the glass', 'the price of copper wire'];
  const [a = [], b = [], c = []] = await createEmbedder(endpoint).embed(texts, 'document');
  const [near, far] = [dot(a, b), dot(a, c)];
  const facts = `${a.length} dimensions, length ${norm(a).toFixed(3)}, alike ${near.toFixed(2)}, unlike ${far.toFixed(2)}`;
  return near > far
    ? { verdict: 'yes', detail: facts }
    : { verdict: 'no', detail: `${facts}: texts that are alike are not nearer` };
};

/** In the order in which they are asked and shown. */
export const CAPABILITIES: readonly Capability[] = [
  { name: 'models list', test: modelsList },
  { name: 'one call', test: oneCall },
  { name: 'structured output', test: structuredOutput },
  { name: 'streaming', test: streaming },
  { name: 'thinking switched off', test: thinkingSwitch },
  { name: 'limit of tokens', test: tokenLimit },
  { name: 'latency', test: latency },
  { name: 'price', test: price },
  { name: 'embeddings', test: embeddings },
];
