import type { Config, ModelConfig } from '../src/config.ts';
import { createSql } from '../src/db/client.ts';
import { pingDatabase } from '../src/db/queries/health.ts';
import { describeError } from '../src/lib/errors.ts';
import { createChatModel } from '../src/llm/chat.ts';
import { createEmbedder } from '../src/llm/embedder.ts';
import { createRedis } from '../src/redis/client.ts';
import { PROBE_QUESTION } from '../src/services/health/probe-upstreams.ts';

export interface ProbeResult {
  name: string;
  status: 'ok' | 'error' | 'off';
  detail: string;
}

const TIMEOUT_MS = 10_000;

type Probe = [name: string, ask: (() => Promise<unknown>) | null];

async function probe([name, ask]: Probe, redact: Config['redact']): Promise<ProbeResult> {
  if (ask === null) return { name, status: 'off', detail: 'not configured' };
  const started = Date.now();
  try {
    await ask();
    return { name, status: 'ok', detail: `${Date.now() - started} ms` };
  } catch (error) {
    return { name, status: 'error', detail: redact(describeError(error)) };
  }
}

async function get(url: string, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' });
  await response.body?.cancel();
  if (response.status >= 400) throw new Error(`HTTP ${response.status}`);
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function askSpotify(spotify: NonNullable<Config['spotify']>): Promise<void> {
  const credentials = Buffer.from(`${spotify.clientId}:${spotify.clientSecret}`).toString('base64');
  const response = await fetch(`${spotify.accountsUrl}/api/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${credentials}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}

/** A real request, because many servers list their models to anyone, whatever the key. */
async function askChat(model: ModelConfig): Promise<void> {
  await createChatModel(model).complete(PROBE_QUESTION);
}

/** Sends one small request to every configured upstream. */
export function probeUpstreams(config: Config): Promise<ProbeResult[]> {
  const { database, redis, embeddings, nextEmbeddings, llm, genius, spotify } = config;
  const fallback = llm?.fallback ?? null;
  const probes: Probe[] = [
    ['database', database && (() => pingDatabase(createSql(database)))],
    ['redis', redis && (() => createRedis(redis).ping())],
    ['embeddings', embeddings && (() => createEmbedder(embeddings).embed(['hello'], 'query'))],
    ['model', llm && (() => askChat(llm))],
    ['model_fallback', fallback && (() => askChat(fallback))],
    ['next_embeddings', nextEmbeddings && (() => createEmbedder(nextEmbeddings).embed(['hello'], 'query'))],
    [
      'genius',
      genius.token === null ? null : () => get(`${genius.apiUrl}/search?q=a`, bearer(genius.token ?? '')),
    ],
    ['spotify', spotify && (() => askSpotify(spotify))],
  ];
  return Promise.all(probes.map((one) => probe(one, config.redact)));
}
