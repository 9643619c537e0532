import { isObject } from '../../openapi/closed-schemas.ts';
import type { Api, ApiOperation } from './api-document.ts';
import type { Actor, Draft, DraftBody } from './draft.ts';
import type { Session } from './session.ts';

interface Step {
  path?: Record<string, string>;
  query?: [string, string][];
  headers?: Record<string, string>;
  json?: unknown;
  bytes?: Buffer;
  /** What is wrong with the answer, beside its form; null: nothing. */
  check?: (answer: unknown) => string | null;
}

/** Sends a valid request and returns the JSON of its answer. */
type Ask = (operation: string, expected: number, step?: Step) => Promise<unknown>;

/** More than a stranger may send to a model in a minute. */
const FLOOD = 64;
const FLOOD_WAVE = 8;

type Chain = (ask: Ask, turn: number) => Promise<void>;

/** The value under names such as `key.id`, as text; empty if there is none. */
function textAt(value: unknown, ...names: (string | number)[]): string {
  const found = names.reduce<unknown>(
    (node, name) => (Array.isArray(node) ? node[Number(name)] : isObject(node) ? node[name] : undefined),
    value,
  );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

const keys: Chain = async (ask) => {
  const made = await ask('createKey', 201, { json: { name: 'fuzz chain', role: 'reader' } });
  const id = textAt(made, 'key', 'id');
  const rotated = await ask('rotateKey', 201, { path: { id }, json: { grace_hours: 1 } });
  await ask('rotateKey', 409, { path: { id }, json: { grace_hours: 1 } });
  await ask('revokeKey', 200, { path: { id: textAt(rotated, 'key', 'id') } });
  await ask('listKeys', 200, { query: [['limit', '2']] });
};

const songOf = (turn: number, n: number) => ({
  artist: `Fuzz Artist ${turn}`,
  title: `Chain ${turn} ${n}`,
  lyrics: `The turn is ${turn} and the number is ${n}\nA kettle on the stove and a ledger and a pen\nWe count it ${turn * n} times again`,
});

const songs: Chain = async (ask, turn) => {
  const rows = [1, 2, 3].map((n) => songOf(turn, n));
  await ask('ingestTracks', 200, { json: rows.slice(0, 1), headers: { 'content-type': 'application/json' } });
  await ask('ingestTracks', 200, {
    bytes: Buffer.from(JSON.stringify(rows[1])),
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const csv = `artist,title,lyrics\n${rows[2]?.artist},${rows[2]?.title},"${rows[2]?.lyrics}"\n`;
  await ask('ingestTracks', 200, { bytes: Buffer.from(csv), headers: { 'content-type': 'text/csv' } });
  const query: [string, string][] = [['artist', encodeURIComponent(`Fuzz Artist ${turn}`)]];
  const id = textAt(await ask('listTracks', 200, { query }), 'items', 0, 'id');
  await ask('getTrack', 200, { path: { id } });
  const reason = 'Asked for by the writer';
  const taken = await ask('takeDown', 201, { json: { kind: 'track', id: Number(id), reason } });
  await ask('getTrack', 404, { path: { id } });
  await ask('liftTakedown', 200, { path: { id: textAt(taken, 'id') } });
  await ask('listTakedowns', 200);
};

const batches: Chain = async (ask, turn) => {
  const lyrics = songOf(turn, 9).lyrics;
  const headers = { 'idempotency-key': `fuzz-chain-${turn}-${process.pid}` };
  const json = { items: [{ id: 'a', lyrics }, { lyrics: `${lyrics} more` }], operation: 'validate' };
  const id = textAt(await ask('submitBatch', 202, { json, headers }), 'batch_id');
  await ask('submitBatch', 202, { json, headers });
  await ask('submitBatch', 409, { json: { ...json, operation: 'analyze' }, headers });
  await ask('getBatchStatus', 200, { path: { id } });
  await ask('watchBatch', 200, { path: { id } });
  await ask('listBatchResults', 200, { path: { id } });
  await ask('listBatchResults', 200, { path: { id }, query: [['format', 'ndjson']] });
  const other = textAt(await ask('submitBatch', 202, { json: { items: [{ lyrics }] } }), 'batch_id');
  await ask('cancelBatch', 200, { path: { id: other } });
};

const scrape: Chain = async (ask) => {
  await ask('watchArtist', 202, { json: { name: 'Marlow Vane', limit: 1 } });
  await ask('listIngestRuns', 200, { query: [['limit', '1']] });
};

const letters: Chain = async (ask) => {
  const id = textAt(await ask('listDeadLetters', 200, { query: [['limit', '1']] }), 'items', 0, 'id');
  if (id === '') return;
  await ask('replayDeadLetter', 202, { path: { id } });
  await ask('replayDeadLetter', 404, { path: { id } });
};

const streams: Chain = async (ask, turn) => {
  const lyrics = songOf(turn, 5).lyrics;
  await ask('streamAnalysis', 200, { json: { lyrics, analyzer: 'hybrid' } });
  await ask('analyzeLyrics', 200, { json: { lyrics }, headers: { accept: 'text/event-stream' } });
  await ask('generateLyrics', 200, {
    json: { prompt: 'walking home before sunrise', lines: 2, stream: true, seed: turn },
  });
  await ask('exportTracks', 200, {
    query: [
      ['format', 'csv'],
      ['limit', '3'],
    ],
  });
  await ask('exportAnalyses', 200, { query: [['limit', '3']] });
};

const idsOf = (answer: unknown): unknown[] => {
  const items = isObject(answer) ? (answer.items ?? answer.hits) : null;
  return Array.isArray(items)
    ? items.filter(isObject).map((one) => one.id ?? (isObject(one.track) ? one.track.id : null))
    : [];
};

/** Reads two pages of every list: nothing of the first one comes again. */
function pages(operations: readonly ApiOperation[]): Chain {
  const lists = operations.filter(
    (one) => one.parameters.some(({ name }) => name === 'cursor') && !one.path.includes('{'),
  );
  return async (ask) => {
    for (const { id, parameters } of lists) {
      const asked: [string, string][] = parameters.some(({ name }) => name === 'q') ? [['q', 'rain']] : [];
      const query: [string, string][] = [...asked, ['limit', '2']];
      const first = await ask(id, 200, { query });
      const cursor = textAt(first, 'next_cursor');
      if (cursor === '') continue;
      const seen = new Set(idsOf(first));
      await ask(id, 200, {
        query: [...query, ['cursor', encodeURIComponent(cursor)]],
        check: (answer) =>
          idsOf(answer).some((one) => one !== null && seen.has(one)) ? 'a page repeats the one before' : null,
      });
    }
  };
}

/** Chains of requests that use each other's answers, as a client does; they reach what drawn requests seldom reach. */
export class Chains {
  readonly #chains: readonly Chain[];
  readonly #session: Session;
  readonly #operations: ReadonlyMap<string, ApiOperation>;
  readonly #actor: Actor;

  constructor({ operations }: Pick<Api, 'operations'>, session: Session, actor: Actor) {
    this.#session = session;
    this.#operations = new Map(operations.map((one) => [one.id, one]));
    this.#actor = actor;
    this.#chains = [keys, songs, batches, scrape, letters, streams, pages(operations)];
  }

  /** Goes through all of them once. `only`: without those that ask for none of these operations. */
  async run(turn: number, only: ReadonlySet<string> | null): Promise<void> {
    for (const chain of this.#chains) await chain((...step) => this.#ask(step, only), turn);
  }

  async #ask([id, expected, step = {}]: Parameters<Ask>, only: ReadonlySet<string> | null): Promise<unknown> {
    const operation = this.#operations.get(id);
    // A Worker of another version may lack it.
    if (operation === undefined || (only !== null && !only.has(id))) return null;
    // What a step before it should have named was not there, and that step has told so.
    if (Object.values(step.path ?? {}).includes('')) return null;
    const json = step.json === undefined ? null : { json: step.json };
    const body: DraftBody | null = step.bytes === undefined ? json : { bytes: step.bytes };
    const draft: Draft = {
      operation,
      actor: this.#actor,
      method: operation.method,
      path: step.path ?? {},
      query: step.query ?? [],
      headers: { ...(json === null ? {} : { 'content-type': 'application/json' }), ...step.headers },
      body,
      changes: ['chain'],
    };
    return await this.#session.ask(draft, expected, step.check);
  }

  /** As many requests of a stranger as reach the limit of a minute, for the answers beyond it. */
  async flood(stranger: Actor, only: ReadonlySet<string> | null): Promise<void> {
    const operation = this.#operations.get('analyzeLyrics');
    if (operation === undefined || (only !== null && !only.has(operation.id))) return;
    const draft: Draft = {
      operation,
      actor: stranger,
      method: operation.method,
      path: {},
      query: [],
      headers: { 'content-type': 'application/json' },
      body: { json: { lyrics: songOf(0, 0).lyrics, analyzer: 'algorithmic' } },
      changes: ['flood'],
    };
    for (let sent = 0; sent < FLOOD; sent += FLOOD_WAVE)
      await this.#session.wave(Array(FLOOD_WAVE).fill(draft));
  }
}
