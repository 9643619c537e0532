import type { Exchange } from './check-answer.ts';
import { curlOf } from './draft.ts';
import { type Fault, KINDS, type Kind } from './fault.ts';

/** One fault of an operation, with the smallest request that shows it. */
export interface Finding {
  operation: string;
  kind: Kind;
  what: string;
  /** Requests that showed it. */
  count: number;
  status: number;
  changes: readonly string[];
  curl: string;
  answer: string;
}

export interface Slowest {
  operation: string;
  ms: number;
  status: number;
  curl: string;
}

export interface FuzzReport extends Record<Kind, number> {
  requests: number;
  operations: number;
  operations_reached_2xx: number;
  not_reached: string[];
  seed: number;
  seconds: number;
  by_status: Record<string, number>;
  /** Requests that got no answer in time, or a broken one. */
  unanswered: number;
  /** Requests that fit the schemas and were refused by a rule that no schema can express, by rule. */
  refused_by_rule: Record<string, number>;
  slowest: Slowest[];
  findings: Finding[];
}

const SHOWN_ANSWER = 600;
const SHOWN_SLOWEST = 5;

export const keyOf = (operation: string, { kind, what }: Fault): string => `${operation} ${kind} ${what}`;

/** Counts what a run sees. */
export class Tally {
  readonly #url: string;
  readonly #findings = new Map<string, Finding>();
  readonly #reached = new Set<string>();
  readonly #statuses = new Map<string, number>();
  readonly #rules = new Map<string, number>();
  #slowest: Slowest[] = [];
  #requests = 0;
  #unanswered = 0;

  constructor(url: string) {
    this.#url = url;
  }

  get requests(): number {
    return this.#requests;
  }

  has(key: string): boolean {
    return this.#findings.has(key);
  }

  hasReached(operation: string): boolean {
    return this.#reached.has(operation);
  }

  add({ draft, answer }: Exchange): void {
    const { id, method } = draft.operation;
    this.#requests += 1;
    this.#statuses.set(String(answer.status), (this.#statuses.get(String(answer.status)) ?? 0) + 1);
    if (answer.status < 300 && draft.method === method) this.#reached.add(id);
    const last = this.#slowest.at(-1);
    if (this.#slowest.length === SHOWN_SLOWEST && last !== undefined && last.ms >= answer.ms) return;
    const one = {
      operation: id,
      ms: Math.round(answer.ms),
      status: answer.status,
      curl: curlOf(this.#url, draft),
    };
    this.#slowest = [...this.#slowest, one].sort((a, b) => b.ms - a.ms).slice(0, SHOWN_SLOWEST);
  }

  addUnanswered(): void {
    this.#requests += 1;
    this.#unanswered += 1;
  }

  addRule(rule: string): void {
    this.#rules.set(rule, (this.#rules.get(rule) ?? 0) + 1);
  }

  /** Counts a fault; the first request that shows it is kept until `replace`. */
  addFault(exchange: Exchange, fault: Fault): void {
    const key = keyOf(exchange.draft.operation.id, fault);
    const known = this.#findings.get(key);
    if (known !== undefined) known.count += 1;
    else this.#findings.set(key, this.#finding(exchange, fault, 1));
  }

  /** Shows a smaller request for a finding. */
  replace(exchange: Exchange, fault: Fault): void {
    const key = keyOf(exchange.draft.operation.id, fault);
    this.#findings.set(key, this.#finding(exchange, fault, this.#findings.get(key)?.count ?? 1));
  }

  #finding({ draft, answer }: Exchange, { kind, what }: Fault, count: number): Finding {
    const { operation, changes } = draft;
    const shown = answer.body.toString().slice(0, SHOWN_ANSWER);
    return {
      operation: operation.id,
      kind,
      what,
      count,
      status: answer.status,
      changes,
      curl: curlOf(this.#url, draft),
      answer: shown,
    };
  }

  report(operations: readonly string[], { seed, seconds }: { seed: number; seconds: number }): FuzzReport {
    const findings = [...this.#findings.values()];
    const counts = KINDS.map((kind) => [
      kind,
      sum(findings.filter((one) => one.kind === kind).map((one) => one.count)),
    ]);
    const not_reached = operations.filter((id) => !this.#reached.has(id));
    return {
      requests: this.#requests,
      ...(Object.fromEntries(counts) as Record<Kind, number>),
      operations: operations.length,
      operations_reached_2xx: operations.length - not_reached.length,
      not_reached,
      seed,
      seconds,
      by_status: Object.fromEntries([...this.#statuses].sort()),
      unanswered: this.#unanswered,
      refused_by_rule: Object.fromEntries([...this.#rules].sort()),
      slowest: this.#slowest,
      findings,
    };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
