import { trimOf } from '../../lib/trim-text.ts';
import { dropBlurb } from './clean-blurb.ts';
import { dropPageTitle } from './clean-head.ts';
import { dropInserts, dropTail } from './clean-inserts.ts';
import { dropStamps } from './clean-stamps.ts';
import { type Change, type ChangeKind, normalizeReported } from './normalize.ts';

export interface ScrapedMeta {
  title?: string | null;
  artist?: string | null;
}

/**
 * The text of a flattened scrape without page content: contributor counts, translation lists, the page title, the
 * biography preview, "You might also like", ticket offers, the embed counter, and the time stamps of LRC files. Only text that matches one of these
 * is removed; doubtful lines stay. Stanza breaks stay; spaces are collapsed and line ends trimmed.
 */
export function cleanScrapedLyrics(raw: string, meta: ScrapedMeta): { lyrics: string; changes: Change[] } {
  const normalized = normalizeReported(raw);
  const changes = new Map<ChangeKind, number>(normalized.changes.map(({ kind, count }) => [kind, count]));
  const note = (kind: ChangeKind, count = 1): void => {
    changes.set(kind, (changes.get(kind) ?? 0) + count);
  };
  const timed = dropStamps(normalized.text.split('\n'), note).join('\n');
  let lines = dropInserts(timed, note).split('\n');
  const head = dropPageTitle(lines, meta.title ?? '', note);
  lines = dropBlurb(head.lines, meta, head.found, note);
  lines = dropTail(lines, note);
  const lyrics = tidy(lines);
  return { lyrics, changes: [...changes].map(([kind, count]) => ({ kind, count })) };
}

/** Called by a step for each removal. */
export type Note = (kind: ChangeKind, count?: number) => void;

function tidy(lines: readonly string[]): string {
  const text = lines.map((line) => line.replace(/ {2,}/g, ' ').trim()).join('\n');
  return trimOf(text.replace(/\n{3,}/g, '\n\n'), '\n');
}
