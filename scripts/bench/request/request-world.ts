import { request } from 'node:http';
import { judgeRequest } from '../../local/openai/simulated-judge.ts';
import { startBarline, UNLIMITED } from '../../local/start-barline.ts';
import { storeDemo } from '../store-demo.ts';
import { type Meters, startMeters } from './meters.ts';
import type { CaseRequest } from './route-cases.ts';

export interface SentAnswer {
  status: number;
  /** Bytes of the body of the request. */
  bytesIn: number;
  /** The body of the answer as sent to a client that takes gzip. */
  answer: Buffer;
}

/** The built Worker as it is deployed, over the demo songs, with a meter before every service. */
export interface RequestWorld {
  url: string;
  meters: Meters;
  token: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

// Every request to the model is allowed, and Spotify, which is optional, is not configured.
const VARS = {
  LOG_LEVEL: 'error',
  LLM_REQUESTS_PER_MINUTE: '60000',
  LLM_BURST: '1000',
  SPOTIFY_CLIENT_ID: '',
};

export async function startRequestWorld(onStep: (step: string) => void): Promise<RequestWorld> {
  let meters: Meters | null = null;
  const barline = await startBarline({
    defaults: UNLIMITED,
    port: 0,
    memory: true,
    env: {},
    chat: { reply: judgeRequest },
    vars: VARS,
    // Jobs would add to the price of the request that runs meanwhile.
    jobs: false,
    between: async (services) => {
      meters = await startMeters(services);
      return meters;
    },
    onStep,
  });
  try {
    if (meters === null) throw new Error('no meter was started');
    onStep('storing the demo songs');
    await storeDemo({ ...barline.stack.vars, ...VARS });
    const token = { authorization: `Bearer ${barline.adminToken}` };
    return { url: barline.url, meters, token, close: barline.stop };
  } catch (error) {
    await barline.stop();
    throw error;
  }
}

/** Sends a request as a browser would and reads the answer without unpacking it. */
export async function send(url: string, { path, init }: CaseRequest): Promise<SentAnswer> {
  const body = typeof init.body === 'string' ? Buffer.from(init.body) : Buffer.alloc(0);
  const headers = {
    ...Object.fromEntries(new Headers(init.headers)),
    'accept-encoding': 'gzip',
    ...(body.length === 0 ? {} : { 'content-length': String(body.length) }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url + path, { method: init.method ?? 'GET', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, bytesIn: body.length, answer: Buffer.concat(chunks) }),
      );
      answer.once('error', reject);
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
