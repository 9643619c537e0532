import type { Note } from './clean.ts';
import { foldLine } from './fold.ts';
import { isLanguageList } from './language-list.ts';
import { normalizeText } from './normalize.ts';

const WORD = 'Lyrics';
const MAX_HEAD_LINES = 12;
const CONTRIBUTORS = /^\s*\d[\d,.]*K? Contributors?/;
/** A line whose title ends after this many characters is not a title line: titles have at most 500. */
const MAX_TITLE_END = 1000;

/**
 * Removes the page's title lines at the top: "3 ContributorsTranslationsDeutschTITLE Lyrics", "TITLE Lyrics", and what
 * an earlier scraper left of either ("ITLE Lyrics"); text joined to the end of one is kept as its own line.
 */
export function dropPageTitle(
  lines: readonly string[],
  title: string,
  note: Note,
): { lines: string[]; found: boolean } {
  const kept = [...lines];
  const folded = foldLine(normalizeText(title.slice(0, MAX_TITLE_END)));
  let found = false;
  for (let step = 0; step < MAX_HEAD_LINES; step++) {
    const blank = kept.findIndex((line) => line.trim() !== '');
    if (blank < 0) break;
    const rest = afterTitle(kept[blank] ?? '', folded, found, note);
    if (rest === null) break;
    found = true;
    kept.splice(0, blank + 1, ...(rest === '' ? [] : [rest]));
    if (rest !== '') break;
  }
  return { lines: kept, found };
}

// The text after the title on this line; null if the line is not a title line.
function afterTitle(line: string, title: string, followsTitle: boolean, note: Note): string | null {
  const counter = CONTRIBUTORS.exec(line);
  const start = counter ? counter[0].length : 0;
  for (let at = line.indexOf(WORD, start); at >= 0; at = line.indexOf(WORD, at + 1)) {
    if (at > MAX_TITLE_END) break;
    const before = foldLine(line.slice(start, at));
    const cut =
      before === '' && !counter
        ? followsTitle && line.trim() === WORD
        : isTitle(before, title, line, start, at);
    if (!cut) continue;
    if (counter) note('contributors');
    note('title_line');
    return line.slice(at + WORD.length).trim();
  }
  if (!counter) return null;
  const first = line.indexOf(` ${WORD}`, start);
  note('contributors');
  if (first < 0) return line.slice(start).trim();
  note('title_line');
  return line.slice(first + 1 + WORD.length).trim();
}

// The whole title, with or without languages before it, or the end of a title whose beginning was cut off.
function isTitle(before: string, title: string, line: string, start: number, at: number): boolean {
  if (title === '' || before === '' || line[at - 1] !== ' ') return false;
  if (before === title || title.endsWith(before) || sameWork(before, title)) return true;
  if (!before.endsWith(title)) return false;
  const raw = line.slice(start, at).trim();
  return isLanguageList(raw.slice(0, raw.length - title.length));
}

// "TITLE (Remix)" for "TITLE", or the other way round.
function sameWork(before: string, title: string): boolean {
  const core = (text: string): string => text.replace(/\s*\([^()]*\)/g, '').trim();
  return core(title) !== '' && core(before) === core(title);
}
