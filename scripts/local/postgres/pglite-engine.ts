import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, protocol } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { vector } from '@electric-sql/pglite-pgvector';
import {
  beginStatement,
  cancelled,
  checkRequest,
  type PostgresEngine,
  type QueryOutcome,
  type QueryRequest,
  type SessionSettings,
  type TransactionOptions,
} from './engine.ts';
import { readReplies } from './pglite-replies.ts';
import { readTemplate, writeTemplate } from './pglite-template.ts';
import { isKept, PreparedStatements } from './prepared-statements.ts';
import { leavesTraces, sessionKey, sessionStatements } from './session.ts';

/** PGlite has a single session: everyone waits for their turn. */
export interface PgliteEngine extends PostgresEngine {
  database: PGlite;
  /** Waits for the session to be free and keeps it until the function returned is called. */
  takeSession(): Promise<() => void>;
}

/** Server settings by name, such as `shared_buffers`. */
export type ServerSettings = Record<string, string>;

export interface PgliteSettings {
  /** Absent: in memory. */
  dataDir?: string;
  settings?: ServerSettings;
  /** The name of a stored database that a new one is a copy of; absent or not stored: an empty one. */
  template?: string;
}

const EMPTY = 'empty';

/** Opens PGlite with pgvector, pg_trgm and unaccent. */
export async function openPglite(options: PgliteSettings = {}): Promise<PgliteEngine> {
  const { dataDir, settings = {} } = options;
  if (dataDir) await mkdir(dataDir, { recursive: true });
  const isNew = !dataDir || !existsSync(join(dataDir, 'PG_VERSION'));
  const wanted = isNew && options.template !== undefined ? await readTemplate(options.template) : null;
  const template = wanted ?? (isNew ? await readTemplate(EMPTY) : null);
  const database = await PGlite.create({
    ...(dataDir ? { dataDir } : {}),
    ...(template ? { loadDataDir: template } : {}),
    startParams: [
      ...PGlite.defaultStartParams,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    extensions: { vector, pg_trgm, unaccent },
  });
  if (isNew && !template) await writeTemplate(EMPTY, await database.dumpDataDir('none'));
  return new SingleSession(database);
}

/** Kept statements are planned once: their planning takes longer than what is gained by knowing their parameters. */
const PLAN_ONCE = { text: 'SET LOCAL plan_cache_mode = force_generic_plan', params: [] };

class SingleSession implements PgliteEngine {
  readonly database: PGlite;
  #last: Promise<void> = Promise.resolve();
  #session: string | null = sessionKey({});
  readonly #prepared = new PreparedStatements();

  constructor(database: PGlite) {
    this.database = database;
  }

  async query(request: QueryRequest, session: SessionSettings, gone?: AbortSignal): Promise<QueryOutcome> {
    checkRequest(request);
    const [outcome] = await this.#inTurn(session, () => this.#run([request]), gone);
    if (!outcome) throw new Error('Postgres did not answer the query.');
    return outcome;
  }

  async batch(
    requests: QueryRequest[],
    transaction: TransactionOptions,
    session: SessionSettings,
    gone?: AbortSignal,
  ): Promise<QueryOutcome[]> {
    for (const request of requests) checkRequest(request);
    const planOnce = requests.some(isKept) ? [PLAN_ONCE] : [];
    const begin = [{ text: beginStatement(transaction), params: [] }, ...planOnce];
    const commit = { text: 'COMMIT', params: [] };
    const outcomes = await this.#inTurn(session, () => this.#run([...begin, ...requests, commit]), gone);
    return outcomes.slice(begin.length, -1);
  }

  async takeSession(): Promise<() => void> {
    const release = await this.#enter();
    return () => {
      this.#session = null;
      release();
    };
  }

  async close(): Promise<void> {
    const release = await this.#enter();
    try {
      await this.database.close();
    } finally {
      release();
    }
  }

  async #enter(): Promise<() => void> {
    const previous = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await previous;
    return resolve;
  }

  async #inTurn<T>(session: SessionSettings, work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    const release = await this.#enter();
    try {
      await readSockets();
      if (gone?.aborted) throw cancelled();
      await this.#switchTo(session);
      return await work();
    } finally {
      release();
    }
  }

  async #switchTo(session: SessionSettings): Promise<void> {
    const key = sessionKey(session);
    if (this.#session === key) return;
    this.#session = null;
    this.#prepared.clear();
    await this.#send([{ text: 'DISCARD ALL', params: [] }]);
    if (key !== sessionKey({})) await this.#send(sessionStatements(session));
    this.#session = key;
  }

  async #run(requests: QueryRequest[]): Promise<QueryOutcome[]> {
    const { outcomes, error, idle } = readReplies(await this.#exchange(requests));
    if (!idle) await this.#send([{ text: 'ROLLBACK', params: [] }]);
    const dirty = requests.some(
      (request, i) => request !== PLAN_ONCE && leavesTraces(request.text, outcomes[i]?.command ?? ''),
    );
    if (dirty || error) this.#session = null;
    if (error) throw error;
    return outcomes;
  }

  async #send(requests: QueryRequest[]): Promise<void> {
    const { error } = readReplies(await this.#exchange(requests));
    if (error) throw error;
  }

  /** The extended protocol in one message with one Sync: after a fault Postgres skips what follows. */
  #encode(requests: QueryRequest[]): Uint8Array {
    const parts = requests.flatMap((request) => this.#prepared.encode(request));
    return Buffer.concat([...parts, protocol.serialize.sync()].map((part) => new Uint8Array(part)));
  }

  #exchange(requests: QueryRequest[]) {
    const message = this.#encode(requests);
    return this.database.runExclusive(() =>
      this.database.execProtocolStream(message, { throwOnError: false }),
    );
  }
}

/** Event loop turns until a connection that was closed while Postgres held the thread is known to be closed. */
const TURNS = 4;

/** Lets Node read from its sockets: a query runs on this thread, and nothing is heard of clients meanwhile. */
async function readSockets(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
}
