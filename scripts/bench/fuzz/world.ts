import { type Sql, sql } from '../../../src/db/client.ts';
import { DEFAULT_ANONYMOUS_SCOPES } from '../../../src/lib/scopes.ts';
import { judgeRequest } from '../../local/openai/simulated-judge.ts';
import { startBarline } from '../../local/start-barline.ts';
import { storeDemo } from '../store-demo.ts';

/** A Worker to send requests to. */
export interface FuzzWorld {
  url: string;
  token: string;
  /** What no answer may hold, by name. */
  secrets: Readonly<Record<string, string>>;
  anonymousScopes: ReadonlySet<string> | 'unknown';
  close(): Promise<void>;
}

const VARS = {
  LOG_LEVEL: 'error',
  LLM_REQUESTS_PER_MINUTE: '60000',
  LLM_BURST: '1000',
  ADMIN_TOKEN: 'canary-admin-token-5f2c9a71e04b',
};
const DEAD_LETTERS = 300;
const SECRET_NAMES = /TOKEN|SECRET|KEY|PASSWORD|DATABASE_URL/;

/** Somebody else's Worker: what it keeps secret, besides the token, is not known. */
export const remoteWorld = (url: string, token: string): FuzzWorld => ({
  url,
  token,
  secrets: {},
  anonymousScopes: 'unknown',
  close: async () => {},
});

/** Letters to replay: each can be replayed once. */
async function seedDeadLetters(db: Sql): Promise<void> {
  const message = JSON.stringify({ type: 'track.analyze', track_id: 1 });
  await db.query(sql`
    insert into dead_letters (queue, message_id, message_type, body, attempts)
    select 'barline-analysis', 'fuzz-' || n, 'track.analyze', ${message}::jsonb, 1
    from generate_series(1, ${DEAD_LETTERS}::int) n`);
}

function secretsOf(vars: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries(vars).filter(([name]) => SECRET_NAMES.test(name));
  const url = vars.DATABASE_URL ?? '';
  return { ...Object.fromEntries(named), DATABASE_PASSWORD: URL.canParse(url) ? new URL(url).password : '' };
}

/** The built Worker over the demo songs, with a simulated model, running jobs, and the limits of strangers as they are. */
export async function startFuzzWorld(onStep: (step: string) => void): Promise<FuzzWorld> {
  const barline = await startBarline({
    port: 0,
    memory: true,
    env: {},
    chat: { reply: judgeRequest },
    vars: VARS,
    onStep,
  });
  try {
    onStep('storing the demo songs');
    await seedDeadLetters(await storeDemo({ ...barline.stack.vars, ...VARS }));
    return {
      url: barline.url,
      token: VARS.ADMIN_TOKEN,
      secrets: secretsOf({ ...barline.stack.vars, ...VARS }),
      anonymousScopes: new Set(DEFAULT_ANONYMOUS_SCOPES.local),
      close: barline.stop,
    };
  } catch (error) {
    await barline.stop();
    throw error;
  }
}
