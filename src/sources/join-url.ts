import { trimEndOf } from '../lib/trim-text.ts';

/** Appends a path to a base address, which may have a path itself. */
export function joinUrl(base: string, path: string): string {
  return trimEndOf(base, '/') + path;
}
