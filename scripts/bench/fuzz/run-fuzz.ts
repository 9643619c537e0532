import { shuffled } from '../../../src/ml/compose/random.ts';
import { isObject } from '../../openapi/closed-schemas.ts';
import { type Actors, createActors, tokensOf } from './actors.ts';
import { type Api, type ApiOperation, readDocument } from './api-document.ts';
import { breakRequest } from './break-request.ts';
import { Chains } from './chains.ts';
import type { Actor, Draft } from './draft.ts';
import { Draw } from './draw.ts';
import { KnownValues } from './known-values.ts';
import { exampleDraft, makeDraft, REMOVES } from './make-draft.ts';
import { ValueMaker } from './make-value.ts';
import { closeConnections } from './send.ts';
import { Session } from './session.ts';
import { sweep } from './sweep.ts';
import { type FuzzReport, Tally } from './tally.ts';
import type { FuzzWorld } from './world.ts';

export interface FuzzOptions {
  /** Drawn requests; chains, borders and the search for smaller requests come on top. */
  requests: number;
  seed: number;
  /** Ids of the operations; null: all. */
  operations: readonly string[] | null;
  /** Ends the run earlier, with what it has found; absent: never. */
  seconds?: number | undefined;
  /** Headers of every request. */
  headers?: Readonly<Record<string, string>>;
  onProgress: (done: number, total: number) => void;
}

/** Requests at the same time. */
const WAVE = 8;
const CHAINS_EVERY = 2000;
const BROKEN_SHARE = 0.6;
const ALLOWED_SHARE = 0.75;
const ANONYMOUS_SHARE = 0.5;

/** The OpenAPI document that a Worker serves. */
export async function fetchDocument(url: string): Promise<Api> {
  const response = await fetch(`${url}/openapi.json`);
  const document: unknown = await response.json();
  if (!response.ok || !isObject(document)) throw new Error(`${url} serves no OpenAPI document.`);
  return readDocument(document);
}

function drawActor(draw: Draw, { scope }: ApiOperation, actors: Actors): Actor {
  const { admin, roles, anonymous, refused } = actors;
  const may = ({ scopes }: Actor) => scope === null || (scopes instanceof Set && scopes.has(scope));
  if (draw.chance(ALLOWED_SHARE)) return draw.pick([admin, ...roles].filter(may));
  return draw.chance(ANONYMOUS_SHARE) ? anonymous : draw.pick([...roles, ...refused]);
}

function chosenOperations({ operations }: Api, ids: readonly string[] | null): readonly ApiOperation[] {
  if (ids === null) return operations;
  return ids.map((id) => {
    const found = operations.find((one) => one.id === id);
    if (found === undefined) throw new Error(`The API has no operation ${id}.`);
    return found;
  });
}

/** Sends drawn requests to every operation, as a client would and as none should, and checks every answer. */
export async function runFuzz(world: FuzzWorld, options: FuzzOptions): Promise<FuzzReport> {
  const started = performance.now();
  const api = await fetchDocument(world.url);
  const operations = chosenOperations(api, options.operations);
  const actors = await createActors(world.url, world.token, world.anonymousScopes);
  const known = new KnownValues(actors.keyIds);
  const tally = new Tally(world.url);
  const secrets = { ...world.secrets, ...tokensOf(actors) };
  const session = new Session({ url: world.url, api, known, tally, secrets, headers: options.headers ?? {} });
  const chains = new Chains(api, session, actors.admin);
  const only = options.operations === null ? null : new Set(options.operations);
  const until = started + (options.seconds ?? Number.POSITIVE_INFINITY) * 1000;
  const borders = sweepAll({ api, operations, actors, known }, options.seed);
  for (let done = 0; done < borders.length && performance.now() < until; done += WAVE)
    await session.wave(borders.slice(done, done + WAVE));
  for (let done = 0; done < options.requests && performance.now() < until; done += WAVE) {
    if (done % CHAINS_EVERY < WAVE) await chains.run(Math.floor(done / CHAINS_EVERY) + 1, only);
    if (done === 0) await chains.flood(actors.anonymous, only);
    const count = Math.min(WAVE, options.requests - done);
    const drafts = Array.from({ length: count }, (_, at) =>
      drawRequest({ api, operations, actors, known }, options.seed, done + at),
    );
    await session.wave(drafts);
    options.onProgress(done + count, options.requests);
  }
  closeConnections();
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return tally.report(
    operations.map(({ id }) => id),
    { seed: options.seed, seconds },
  );
}

interface Drawn {
  api: Api;
  operations: readonly ApiOperation[];
  actors: Actors;
  known: KnownValues;
}

/**
 * Every operation asked by everybody, and by one who may at every border of its input. What would take songs away is left
 * out.
 */
function sweepAll({ api, operations, actors, known }: Drawn, seed: number): Draft[] {
  const draw = new Draw(seed);
  const parts = { draw, known, values: new ValueMaker(draw, known, api) };
  const everybody = [actors.anonymous, ...actors.roles, ...actors.refused];
  return operations
    .filter(({ id }) => id !== REMOVES)
    .flatMap((operation) => [
      ...everybody.map((actor) => exampleDraft(parts, operation, actor)),
      ...sweep(exampleDraft(parts, operation, actors.admin), api),
    ]);
}

const ROUND_SEED = 7919;
const REQUEST_SEED = 104_729;

/** The nth request of a seed: every round asks for each operation once, in an order of its own. */
function drawRequest({ api, operations, actors, known }: Drawn, seed: number, n: number): Draft {
  const round = Math.floor(n / operations.length);
  const order = new Draw(seed * ROUND_SEED + round);
  const operation = shuffled(operations, () => order.number(0, 1))[n % operations.length];
  if (operation === undefined) throw new Error('There is no operation to ask for.');
  const draw = new Draw(seed * REQUEST_SEED + n);
  const values = new ValueMaker(draw, known, api);
  const draft = makeDraft({ draw, known, values }, operation, drawActor(draw, operation, actors));
  if (draw.chance(BROKEN_SHARE)) breakRequest(draft, { draw, known });
  return draft;
}
