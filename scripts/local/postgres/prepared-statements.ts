import { protocol } from '@electric-sql/pglite';
import type { QueryRequest } from './engine.ts';

const { serialize } = protocol;
/** Planning a longer statement can take longer than running it. */
const MIN_LENGTH = 1500;
/** A plan takes up to a megabyte. */
const MAX_KEPT = 32;

/** Whether a statement is parsed and planned only once. */
export const isKept = ({ text }: QueryRequest): boolean => text.length >= MIN_LENGTH;

/** Long statements that Postgres has parsed, and after a few runs planned, for the session that is open. */
export class PreparedStatements {
  readonly #names = new Map<string, string>();
  #made = 0;

  /** The messages that run a statement. */
  encode(request: QueryRequest): Uint8Array[] {
    const { text, params } = request;
    const name = this.#names.get(text);
    const run = (statement: string) => [
      serialize.bind({ statement, values: params }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
    ];
    if (!isKept(request)) return [serialize.parse({ text }), ...run('')];
    if (name === undefined)
      return [...this.#forgetOldest(), ...this.#prepare(text), ...run(`s${this.#made}`)];
    this.#names.delete(text);
    this.#names.set(text, name);
    return run(name);
  }

  /** After the session has ended or was cleaned. */
  clear(): void {
    this.#names.clear();
  }

  #prepare(text: string): Uint8Array[] {
    const name = `s${++this.#made}`;
    this.#names.set(text, name);
    return [serialize.parse({ name, text })];
  }

  #forgetOldest(): Uint8Array[] {
    const [oldest] = this.#names;
    if (oldest === undefined || this.#names.size < MAX_KEPT) return [];
    this.#names.delete(oldest[0]);
    return [serialize.close({ type: 'S', name: oldest[1] })];
  }
}
