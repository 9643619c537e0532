import type { Result, Router } from 'hono/router';
import { TrieRouter } from 'hono/router/trie-router';

const isLiteral = (path: string): boolean => !/[:*]/.test(path);

/**
 * A router that looks up a path without parameters once and remembers its handlers. The paths are those of the routes,
 * so that no client can fill its memory; Hono's router of this speed has no place for `/artists/compare` beside
 * `/artists/{id}`.
 */
export class StaticMatches<T> implements Router<T> {
  readonly name = 'StaticMatches';
  readonly #router = new TrieRouter<T>();
  /** The matches of every literal path, by method. */
  readonly #matches = new Map<string, Map<string, Result<T>>>();

  add(method: string, path: string, handler: T): void {
    this.#router.add(method, path, handler);
    if (isLiteral(path)) this.#matches.set(path, new Map());
    for (const matches of this.#matches.values()) matches.clear();
  }

  match(method: string, path: string): Result<T> {
    const known = this.#matches.get(path);
    if (known === undefined) return this.#router.match(method, path);
    const match = known.get(method) ?? this.#router.match(method, path);
    known.set(method, match);
    return match;
  }
}
