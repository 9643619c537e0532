import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { sendJson, startHttpServer } from '../http-server.ts';
import { type AnswerContext, estimateTokens, sendCompletion, streamCompletion } from './chat-answer.ts';
import { applyStep, type JsonSchema, simulateContent } from './chat-content.ts';
import { ChatScript, type Step, type StepInput, StepSchema } from './chat-script.ts';
import {
  badRequest,
  checkKey,
  type OpenAiError,
  readJson,
  sendFailure,
  unknownModel,
  unknownUrl,
  withFailures,
} from './openai-http.ts';
import { type RateLimit, RequestRate } from './request-rate.ts';

export interface ChatOptions {
  port?: number;
  model?: string;
  /** Requests above it get 429 with Retry-After. */
  limit?: RateLimit;
  /** The content for a request that no step scripts. */
  reply?: (request: ChatRequest) => string;
  /** How long an answer takes whose step does not say. */
  latencyMs?: number;
}

export interface LocalChat {
  baseUrl: string;
  apiKey: string;
  model: string;
  /** The same as `POST /__script`. */
  script(...steps: StepInput[]): void;
  requests(): RequestReport;
  /** Forgets steps and counts. */
  reset(): void;
  close(): Promise<void>;
}

export interface RequestReport {
  count: number;
  by_status: Record<string, number>;
  /** The last ones, oldest first. */
  recent: { at: string; status: number; body: unknown }[];
}

const API_KEY = 'barline-local';
const MODEL = 'chat-simulator';
const RECENT = 1_000;

const RequestSchema = z.looseObject({
  model: z.string(),
  messages: z
    .array(
      z.looseObject({
        role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
        content: z.string(),
      }),
    )
    .min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  max_tokens: z.int().min(1).nullish(),
  response_format: z
    .looseObject({
      type: z.enum(['text', 'json_object', 'json_schema']),
      json_schema: z.looseObject({ schema: z.custom<JsonSchema>().optional() }).optional(),
    })
    .nullish(),
});
export type ChatRequest = z.infer<typeof RequestSchema>;

/** Speaks `/v1/chat/completions` for tests and load: its answers follow a script. */
export async function startChatSimulator(options: ChatOptions = {}): Promise<LocalChat> {
  const simulator = new ChatSimulator(options);
  const server = await startHttpServer(
    { port: options.port ?? 0, name: 'the chat simulator' },
    (request, response) => withFailures(response, () => simulator.route(request, response)),
  );
  return {
    baseUrl: `${server.url}/v1`,
    apiKey: API_KEY,
    model: simulator.model,
    script: (...steps) => simulator.addSteps(steps),
    requests: () => simulator.report(),
    reset: () => simulator.reset(),
    close: server.close,
  };
}

class ChatSimulator {
  readonly model: string;
  readonly #options: ChatOptions;
  readonly #script = new ChatScript();
  readonly #rate: RequestRate | null;
  #count = 0;
  #byStatus: Record<string, number> = {};
  #recent: RequestReport['recent'] = [];

  constructor(options: ChatOptions) {
    this.#options = options;
    this.model = options.model ?? MODEL;
    this.#rate = options.limit ? new RequestRate(options.limit, performance.now()) : null;
  }

  addSteps(steps: unknown): void {
    const parsed = z.array(StepSchema).safeParse(steps);
    if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
    this.#script.add(parsed.data);
  }

  reset(): void {
    this.#script.clear();
    this.#count = 0;
    this.#byStatus = {};
    this.#recent = [];
  }

  report(): RequestReport {
    return { count: this.#count, by_status: { ...this.#byStatus }, recent: [...this.#recent] };
  }

  async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (`${request.method} ${request.url?.split('?')[0]}`) {
      case 'POST /v1/chat/completions':
        return await this.#complete(request, response);
      case 'GET /v1/models': {
        checkKey(request, API_KEY);
        const card = { id: this.model, object: 'model', created: 1_700_000_000, owned_by: 'local' };
        return sendJson(response, 200, { object: 'list', data: [card] });
      }
      case 'POST /__script': {
        const body = await readJson(request);
        this.addSteps(Array.isArray(body) ? body : [body]);
        return sendJson(response, 200, { queued: this.#script.length });
      }
      case 'DELETE /__script':
        this.reset();
        return sendJson(response, 200, { queued: 0 });
      case 'GET /__requests':
        return sendJson(response, 200, this.report());
      default:
        throw unknownUrl(request);
    }
  }

  async #complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = this.#record(response);
    checkKey(request, API_KEY);
    entry.body = await readJson(request);
    const parsed = RequestSchema.safeParse(entry.body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw badRequest(issue?.message ?? 'not understood', issue?.path.join('.') || null);
    }
    if (parsed.data.model !== this.model) throw unknownModel(parsed.data.model);
    const waitSeconds = this.#rate?.take(performance.now()) ?? null;
    if (waitSeconds !== null)
      return sendFailure(response, failureOf(429), { 'retry-after': String(waitSeconds) });
    await this.#answer(parsed.data, response);
  }

  async #answer(request: ChatRequest, response: ServerResponse): Promise<void> {
    const prompt = request.messages.map(({ content }) => content).join('\n');
    const step = this.#script.take(prompt);
    const latencyMs = step.latency_ms ?? this.#options.latencyMs ?? 0;
    if (latencyMs > 0) await sleep(latencyMs);
    if (response.destroyed) return;
    if (step.disconnect && !request.stream) return breakOff(response, step.raw_body);
    if (step.raw_body !== undefined || step.status >= 400) return sendScripted(response, step);
    const content = step.content ?? (await this.#content(request, { step, prompt }));
    const completion = applyStep(content, step);
    const context: AnswerContext = {
      id: `chatcmpl-${this.#count}`,
      model: this.model,
      created: Math.floor(Date.now() / 1_000),
      promptTokens: estimateTokens(prompt),
      includeUsage: request.stream_options?.include_usage ?? false,
    };
    if (request.stream) await streamCompletion(response, completion, context, step);
    else sendCompletion(response, completion, context);
  }

  async #content(request: ChatRequest, { step, prompt }: { step: Step; prompt: string }): Promise<string> {
    if (step.verse !== undefined) {
      const { writeVerse } = await import('./simulated-writer.ts');
      return await writeVerse(request, { miss: step.verse.miss, turn: this.#count });
    }
    return this.#options.reply?.(request) ?? simulateContent(prompt, request.response_format ?? undefined);
  }

  /** The status stays 0 until the answer is out, and for a client that went away or was cut off. */
  #record(response: ServerResponse): RequestReport['recent'][number] {
    const entry = { at: new Date().toISOString(), status: 0, body: null as unknown };
    this.#count += 1;
    this.#recent.push(entry);
    if (this.#recent.length > RECENT) this.#recent.shift();
    const settle = (status: number) => {
      entry.status = status;
      this.#byStatus[status] = (this.#byStatus[status] ?? 0) + 1;
    };
    response.once('finish', () => settle(response.statusCode));
    response.once('close', () => {
      if (!response.writableFinished) settle(0);
    });
    return entry;
  }
}

/** Closes the connection before the answer, or in the middle of a body that is given. */
function breakOff(response: ServerResponse, body: string | undefined): void {
  if (body === undefined) {
    response.destroy();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.destroy());
}

function sendScripted(response: ServerResponse, step: Step): void {
  const headers: Record<string, string> =
    step.retry_after === undefined ? {} : { 'retry-after': step.retry_after };
  if (step.raw_body === undefined) {
    sendFailure(response, failureOf(step.status), headers);
    return;
  }
  response.writeHead(step.status, { 'content-type': 'application/json', ...headers });
  response.end(step.raw_body);
}

function failureOf(status: number): OpenAiError['failure'] {
  if (status === 429) {
    return { status, message: 'Rate limit reached.', type: 'requests', code: 'rate_limit_exceeded' };
  }
  const type = status >= 500 ? 'server_error' : 'invalid_request_error';
  return { status, message: `Scripted failure with status ${status}.`, type };
}
