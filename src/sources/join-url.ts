import { trimEndOf } from '../lib/trim-text.ts';

/** Puts a path behind a base address, which may have a path of its own. */
export function joinUrl(base: string, path: string): string {
  return trimEndOf(base, '/') + path;
}
