import { isObject } from '../../openapi/closed-schemas.ts';
import type { ApiOperation } from './api-document.ts';

const KEPT = 40;
const MAX_TEXT = 300;

function keep(values: Map<string, unknown[]>, name: string, value: unknown): void {
  const kept = values.get(name) ?? [];
  if (kept.includes(value)) return;
  values.set(name, [...kept, value].slice(-KEPT));
}

/** `/tracks` of `/tracks/{id}/similar`: where the things with these ids are listed or made. */
export const collectionOf = (path: string): string => path.slice(0, Math.max(0, path.indexOf('/{')));

/**
 * Ids, names and cursors of earlier answers, so that later requests ask for things that exist. What the run itself needs,
 * such as its own keys, is left out.
 */
export class KnownValues {
  readonly #ids = new Map<string, unknown[]>();
  readonly #byName = new Map<string, unknown[]>();
  readonly #cursors = new Map<string, string[]>();
  readonly #spared: ReadonlySet<unknown>;

  constructor(spared: readonly unknown[] = []) {
    this.#spared = new Set(spared);
  }

  /** Ids of things under a path such as `/tracks`. */
  ids(collection: string): readonly unknown[] {
    return this.#ids.get(collection) ?? [];
  }

  /** Values that answers had under a name such as `artist`. */
  named(name: string): readonly unknown[] {
    return this.#byName.get(name) ?? [];
  }

  /** Cursors that an operation issued. */
  cursors(operationId: string): readonly string[] {
    return this.#cursors.get(operationId) ?? [];
  }

  addId(collection: string, id: unknown): void {
    if (!this.#spared.has(id)) keep(this.#ids, collection, id);
  }

  /** Learns from the JSON of a successful answer. */
  learn(operation: ApiOperation, answer: unknown): void {
    if (!isObject(answer)) return;
    if (typeof answer.next_cursor === 'string')
      this.#cursors.set(operation.id, [...this.cursors(operation.id), answer.next_cursor].slice(-KEPT));
    const collection = operation.path.includes('{') ? collectionOf(operation.path) : operation.path;
    for (const one of [answer, ...itemsOf(answer)]) this.#learnIds(collection, one);
    this.#learnNames(answer, 0);
  }

  #learnIds(collection: string, one: Record<string, unknown>): void {
    const id = one.id ?? one.batch_id ?? (isObject(one.key) ? one.key.id : undefined);
    if (typeof id === 'string' || typeof id === 'number') this.addId(collection, id);
    if (isObject(one.track) && typeof one.track.id === 'number') this.addId('/tracks', one.track.id);
  }

  #learnNames(node: unknown, depth: number): void {
    if (depth > 4) return;
    if (Array.isArray(node)) for (const one of node.slice(0, 5)) this.#learnNames(one, depth + 1);
    if (!isObject(node)) return;
    for (const [name, value] of Object.entries(node)) {
      const isText = typeof value === 'string' && value !== '' && value.length <= MAX_TEXT;
      if (isText && !this.#spared.has(value)) keep(this.#byName, name, value);
      else this.#learnNames(value, depth + 1);
    }
  }
}

function itemsOf(answer: Record<string, unknown>): Record<string, unknown>[] {
  return ['items', 'hits', 'keys'].flatMap((name) => {
    const value = answer[name];
    return Array.isArray(value) ? value.filter(isObject) : [];
  });
}
