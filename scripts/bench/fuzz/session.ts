import { isObject } from '../../openapi/closed-schemas.ts';
import type { Api } from './api-document.ts';
import { type Checks, checkAnswer, type Exchange } from './check-answer.ts';
import { type Draft, wireOf } from './draft.ts';
import { Expectation } from './expectation.ts';
import { type Fault, fault } from './fault.ts';
import type { KnownValues } from './known-values.ts';
import { LeakFinder } from './leaks.ts';
import { reduce } from './reduce.ts';
import { type Answer, send } from './send.ts';
import { keyOf, type Tally } from './tally.ts';

export interface SessionParts {
  url: string;
  api: Api;
  known: KnownValues;
  tally: Tally;
  secrets: Readonly<Record<string, string>>;
  /** Headers of every request. */
  headers: Readonly<Record<string, string>>;
}

const MAX_REDUCED = 30;
const NO_ANSWER: Answer = { status: 0, headers: {}, body: Buffer.alloc(0), whole: false, ms: 0 };

/** Sends requests, checks what comes back, and learns from it. */
export class Session {
  readonly #parts: SessionParts;
  readonly #checks: Checks;
  readonly #expectation: Expectation;
  #reduced = 0;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    const { schemas, operations } = parts.api;
    this.#checks = { schemas, operations, leaks: new LeakFinder(parts.secrets) };
    this.#expectation = new Expectation(schemas, parts.known);
  }

  /** Sends the requests at the same time and reads their answers in order, so that what is learnt does not vary. */
  async wave(drafts: readonly Draft[]): Promise<void> {
    const exchanges = await Promise.all(drafts.map((draft) => this.#exchange(draft)));
    for (const exchange of exchanges) await this.#take(exchange);
  }

  /**
   * Sends one request and returns the JSON of its answer, null if there is none. `expected`: its status; `check` says what
   * else is wrong with it.
   */
  async ask(
    draft: Draft,
    expected: number,
    check: (answer: unknown) => string | null = () => null,
  ): Promise<unknown> {
    const exchange = await this.#exchange(draft);
    const { status } = exchange.answer;
    const answer = jsonOf(exchange.answer);
    const wrong = check(answer);
    const faults = [
      ...(status === expected ? [] : [`a step of a chain: ${status}, not ${expected}`]),
      ...(wrong === null ? [] : [wrong]),
    ];
    await this.#take(
      exchange,
      faults.map((what) => fault('schema_violations', what)),
    );
    return answer;
  }

  async #exchange(draft: Draft): Promise<Exchange> {
    const wire = wireOf(draft);
    const headers = { ...wire.headers, ...this.#parts.headers };
    const validity = this.#expectation.of(draft.operation, wire);
    const answer = await send(this.#parts.url, { ...wire, headers }).catch((error: Error) => ({
      ...NO_ANSWER,
      body: Buffer.from(error.message),
    }));
    return { draft, wire, answer, validity };
  }

  async #take(exchange: Exchange, more: readonly Fault[] = []): Promise<void> {
    const { tally, known } = this.#parts;
    const { draft, answer } = exchange;
    if (answer.status === 0) {
      tally.addUnanswered();
      tally.addFault(exchange, fault('responses_5xx', `no answer: ${answer.body}`));
      return;
    }
    tally.add(exchange);
    for (const one of [...this.#faultsOf(exchange), ...more]) await this.#note(exchange, one);
    this.#noteRule(exchange);
    if (answer.status < 300 && draft.method === draft.operation.method)
      known.learn(draft.operation, jsonOf(answer));
  }

  #faultsOf = (exchange: Exchange): Fault[] => checkAnswer(this.#checks, exchange);

  async #note(exchange: Exchange, found: Fault): Promise<void> {
    const { tally } = this.#parts;
    const key = keyOf(exchange.draft.operation.id, found);
    const isNew = !tally.has(key);
    tally.addFault(exchange, found);
    if (!isNew || this.#reduced >= MAX_REDUCED) return;
    this.#reduced += 1;
    const smaller = await reduce(exchange, async (draft) => {
      const other = await this.#exchange(draft);
      const shows = this.#faultsOf(other).some((one) => keyOf(draft.operation.id, one) === key);
      return shows ? other : null;
    });
    tally.replace(smaller, found);
  }

  /** A refusal that no schema explains is shown, so that a person can compare it with the document. */
  #noteRule({ draft, answer, validity }: Exchange): void {
    if (validity !== 'valid' || answer.status !== 422) return;
    const problem = jsonOf(answer);
    const errors = isObject(problem) && Array.isArray(problem.errors) ? problem.errors.filter(isObject) : [];
    const [first] = errors;
    const path = String(first?.path ?? '').replaceAll(/\.\d+/g, '.*');
    const message = String(first?.message ?? (isObject(problem) ? problem.code : ''))
      .replaceAll(/".*"/gs, '"…"')
      .replaceAll(/\d+/g, 'n');
    this.#parts.tally.addRule(`${draft.operation.id} ${path}: ${message}`);
  }
}

function jsonOf({ body }: Answer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
