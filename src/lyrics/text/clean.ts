import { trimOf } from '../../lib/trim-text.ts';
import { dropBlurb } from './clean-blurb.ts';
import { dropChords } from './clean-chords.ts';
import { dropFacts } from './clean-facts.ts';
import { dropPageTitle } from './clean-head.ts';
import { dropInserts, dropTail } from './clean-inserts.ts';
import { dropEscapes, dropMarkup } from './clean-markup.ts';
import { dropSiteLines } from './clean-sites.ts';
import { dropStamps } from './clean-stamps.ts';
import { type Change, type ChangeKind, normalizeReported } from './normalize.ts';

export interface ScrapedMeta {
  title?: string | null;
  artist?: string | null;
}

/**
 * The text of a flattened scrape or of a file without what is not the song: markup, escapes, time stamps, chords, contributor
 * counts, translation lists, the page title, the biography preview, "You might also like", ticket offers, the embed
 * counter, and the lines that other lyrics sites add. Only text that matches one of these is removed; doubtful lines stay.
 * Stanza breaks stay; spaces are collapsed and line ends trimmed.
 */
export function cleanScrapedLyrics(raw: string, meta: ScrapedMeta): { lyrics: string; changes: Change[] } {
  const counts = new Map<ChangeKind, number>();
  const note: Note = (kind, count = 1) => {
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  };
  // The page puts a no-break space between its link and the first line of the song.
  const linked = raw.replaceAll('Read More\u00a0', 'Read More\u00a0\n');
  const normalized = normalizeReported(dropMarkup(dropEscapes(linked, note), note));
  for (const { kind, count } of normalized.changes) note(kind, count);
  const timed = dropChords(dropStamps(normalized.text.split('\n'), note), note).join('\n');
  let lines = dropFacts(dropInserts(timed, note).split('\n'), note);
  const head = dropPageTitle(lines, meta, note);
  lines = dropBlurb(head.lines, meta, head.found, note);
  lines = dropTail(dropSiteLines(dropTail(lines, note), note), note);
  return { lyrics: tidy(lines), changes: [...counts].map(([kind, count]) => ({ kind, count })) };
}

/** Called by a step for each removal. */
export type Note = (kind: ChangeKind, count?: number) => void;

function tidy(lines: readonly string[]): string {
  const text = lines.map((line) => line.replace(/ {2,}/g, ' ').trim()).join('\n');
  return trimOf(text.replace(/\n{3,}/g, '\n\n'), '\n');
}
