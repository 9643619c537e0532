import type { Note, ScrapedMeta } from './clean.ts';
import { foldLine } from './fold.ts';
import { isLanguageList } from './language-list.ts';
import { normalizeText } from './normalize.ts';
import { titleKey, titleKeys } from './title-forms.ts';

const WORD = 'Lyrics';
const MAX_HEAD_LINES = 60;
const CONTRIBUTORS = /^\s*\d[\d,.]*K? Contributors?/;
/** A line whose title ends after this many characters is not a title line: titles have at most 500. */
const MAX_TITLE_END = 1000;
const MAX_LINE = 200;
const NAMED =
  /^(?:lyrics (?:to|for|of)|letra (?:de|da|do)|paroles (?:de|du)|songtext (?:von|zu)|testo (?:di|della?)|tekst piosenki|tekst|текст песни|versuri|lirik(?: lagu)?) (.+)$/;
const ENDED = /^(.+?) (?:lyrics|songtext|testo|letra|paroles|tekst)(?: on genius)?$/;

/** "ARTIST - TITLE", "TITLE by ARTIST". */
const BOTH = /.\s(?:[-–—|]|by)\s./;
const QUOTED = /^["“”„«][^"“”„«»]*["“”»]$/;

interface Names {
  /** The title as it is written, folded. */
  readonly folded: string;
  readonly titles: ReadonlySet<string>;
  readonly artist: string;
}

/**
 * Removes the page's title lines at the top: "3 ContributorsTranslationsDeutschTITLE Lyrics", "TITLE Lyrics", "ARTIST -
 * TITLE Lyrics", and what an earlier scraper left of them ("ITLE Lyrics"); text joined to the end of one is kept as its
 * own line. Titles are compared without features, versions and marks on letters.
 */
export function dropPageTitle(
  lines: readonly string[],
  meta: ScrapedMeta,
  note: Note,
): { lines: string[]; found: boolean } {
  const kept = [...lines];
  const title = (meta.title ?? '').slice(0, MAX_TITLE_END);
  const names = {
    folded: foldLine(normalizeText(title)),
    titles: titleKeys(title),
    artist: titleKey(meta.artist ?? ''),
  };
  let found = false;
  for (let step = 0; step < MAX_HEAD_LINES; step++) {
    const blank = kept.findIndex((line) => line.trim() !== '');
    if (blank < 0) break;
    const rest = afterTitle(kept[blank] ?? '', names, found, note);
    if (rest === null) break;
    found = true;
    kept.splice(0, blank + 1, ...(rest === '' ? [] : [rest]));
    if (rest !== '') break;
  }
  return { lines: kept, found };
}

// The text after the title on this line; null if the line is not a title line.
function afterTitle(line: string, names: Names, followsTitle: boolean, note: Note): string | null {
  const counter = CONTRIBUTORS.exec(line);
  const start = counter ? counter[0].length : 0;
  for (let at = line.indexOf(WORD, start); at >= 0; at = line.indexOf(WORD, at + 1)) {
    if (at > MAX_TITLE_END) break;
    const before = foldLine(line.slice(start, at));
    const cut =
      before === '' && !counter
        ? followsTitle && line.trim() === WORD
        : isTitle(before, names, { line, start, at });
    if (!cut) continue;
    if (counter) note('contributors');
    note('title_line');
    return line.slice(at + WORD.length).trim();
  }
  if (!counter) return headOf(line, names, followsTitle, note);
  const first = line.indexOf(` ${WORD}`, start);
  note('contributors');
  const after = line.slice(start).trim();
  if (first < 0) return isLanguageList(after) ? '' : after;
  note('title_line');
  return line.slice(first + 1 + WORD.length).trim();
}

// A line of its own: languages below the counter, "Letra de TITLE", "\"TITLE\" lyrics", "ARTIST - TITLE lyrics".
function headOf(line: string, names: Names, followsTitle: boolean, note: Note): '' | null {
  const trimmed = line.trim();
  if (trimmed.length > MAX_LINE) return null;
  if (followsTitle && isLanguageList(trimmed, { known: true })) {
    note('contributors');
    return '';
  }
  if (!isHeading(trimmed, names, followsTitle)) return null;
  note('title_line');
  return '';
}

function isHeading(line: string, names: Names, followsTitle: boolean): boolean {
  const folded = foldLine(line);
  const named = NAMED.exec(folded)?.[1] ?? ENDED.exec(folded)?.[1];
  if (named !== undefined) return isSong(titleKey(named), names);
  const key = titleKey(line);
  if (BOTH.test(folded)) return names.artist !== key && !names.titles.has(key) && isSong(key, names);
  // A title alone is also sung; marked as a heading or, below another title, in quotes it is not.
  return names.titles.has(key) && (/^#{1,3} /.test(line) || (followsTitle && QUOTED.test(line)));
}

// The title, the artist, or both in either order, joined by "by" or a dash.
function isSong(key: string, { titles, artist }: Names): boolean {
  if (titles.has(key) || (artist !== '' && key === artist)) return true;
  if (artist === '') return false;
  return [...titles].some((title) =>
    [artist + title, title + artist, `${title}by${artist}`, `${title}from${artist}`].includes(key),
  );
}

interface Place {
  readonly line: string;
  readonly start: number;
  readonly at: number;
}

// The whole title, with or without languages before it, or the end of a title whose beginning was cut off.
function isTitle(before: string, names: Names, { line, start, at }: Place): boolean {
  const { folded: title, titles } = names;
  if (title === '' || before === '' || line[at - 1] !== ' ') return false;
  if (before === title || title.endsWith(before)) return true;
  const key = titleKey(before);
  if (isSong(key, names) || [...titleKeys(before)].some((form) => titles.has(form))) return true;
  const raw = line.slice(start, at).trim();
  return [...titles].some((form) => key.endsWith(form) && followsLanguages(raw, form));
}

function followsLanguages(raw: string, form: string): boolean {
  for (let at = raw.length - 1, key = ''; at > 0 && key.length <= form.length; at--) {
    key = titleKey(raw.slice(at));
    if (key === form && isLanguageList(raw.slice(0, at))) return true;
  }
  return false;
}
