import type { Note, ScrapedMeta } from './clean.ts';
import { foldLine } from './fold.ts';
import { normalizeText } from './normalize.ts';

const READ_MORE = /(?:^|\s|…|\.\.\.)Read More(?=\s|$)/;
const MAX_BLURB_LINES = 10;
const MAX_BLURB_CHARACTERS = 2_000;
const MAX_OPEN_BLURB_LINES = 3;
const MIN_PROSE_LENGTH = 60;
const MIN_OPENING_LENGTH = 40;
const MIN_EVIDENCE = 4;
const MUSIC_WORD =
  /\b(?:song|songs|track|tracks|single|album|lp|ep|mixtape|freestyle|beat|sampled?|samples|sampling|features?|featuring|collaboration|released?|diss|remix|compilation|unreleased|outtake|b-side|cover|interview|rapper|rapping|raps|vocals|lyricism|video|chart|demo|leaked|performs?|performed|storytelling|narrative|metaphors?|introspective|verses?|hook|production|produced|hip[- ]hop|discography|career|soundtrack|intro|outro|cut)\b/g;
const FIRST_PERSON =
  /(?:^|[^\p{L}'’])(?:I|I['’]\w+|i|i['’]\w+|me|my|mine|we|we['’]re|us|our|gon|gonna|ain['’]t|uh|yeah|My|Uh|Yeah|Yo)(?![\p{L}'’])/u;
const SECOND_PERSON = /(?:^|[^\p{L}])(?:you|you['’]\w+|your|ya|You|Your)(?!\p{L})/u;
const TYPOGRAPHIC = /[‘’“”–]/;
const NAMED_ACTOR = /^(?:[\p{Lu}][\p{L}$.'-]+ ){1,3}(?:\p{Ll}+s|\p{Ll}+ \p{Ll}+s) /u;
const ABOUT_THE_SONG =
  /^(?:Contains (?:an? )?(?:sample|interpolation)|Samples [\p{Lu}“"]|A remix of|This (?:song|track) (?:is|was|samples|features)|(?:The|A) \S+(?: \S+)? (?:single|track|song) (?:off|from|on)\b)/u;
const STOP = /[.:…]["”]?\s*$/;

/**
 * Removes the biography preview at the top: everything down to "Read More", or, if the preview was too short to have
 * it, up to three opening lines of prose about the song. Prose needs several signs at once: length, a full stop, the
 * artist or the quoted title, typical words, and no "I" or "you".
 */
export function dropBlurb(
  lines: readonly string[],
  meta: ScrapedMeta,
  afterTitle: boolean,
  note: Note,
): string[] {
  return dropReadMore(lines, afterTitle, note) ?? dropProse(lines, meta, note);
}

function dropReadMore(lines: readonly string[], afterTitle: boolean, note: Note): string[] | null {
  let characters = 0;
  for (let at = 0; at < Math.min(lines.length, MAX_BLURB_LINES); at++) {
    const line = lines[at] ?? '';
    characters += line.length;
    if (characters > MAX_BLURB_CHARACTERS) return null;
    const match = READ_MORE.exec(line);
    if (!match) continue;
    const end = match.index + match[0].length;
    // Without a title line above it, only the ellipsis that the page puts before the link identifies the preview; below
    // one, the link stands alone or behind a preview, but "Read More Books" is a line.
    const before = line.slice(0, match.index);
    const isLink =
      characters - line.length + before.length >= MIN_OPENING_LENGTH || line.trim() === 'Read More';
    if (!/(?:…|\.\.\.)\s*$/.test(line.slice(0, end - 'Read More'.length)) && !(afterTitle && isLink))
      return null;
    note('blurb');
    const rest = line.slice(end).trim();
    return [...(rest === '' ? [] : [rest]), ...lines.slice(at + 1)];
  }
  return null;
}

function dropProse(lines: readonly string[], meta: ScrapedMeta, note: Note): string[] {
  const context: ProseContext = {
    names: nameWords(meta.artist ?? ''),
    title: foldLine(normalizeText(meta.title ?? '')),
    straightQuotes: !TYPOGRAPHIC.test(lines.slice(MAX_OPEN_BLURB_LINES + 1).join('\n')),
  };
  let end = 0;
  for (let at = 0; at < Math.min(lines.length, MAX_OPEN_BLURB_LINES); at++) {
    const line = lines[at] ?? '';
    if (isProse(line, context) || (end === at && at > 0 && goesOn(line))) end = at + 1;
    else if (line.length < MIN_PROSE_LENGTH && !mentions(foldLine(line), context.names)) break;
  }
  if (end === 0) return [...lines];
  note('blurb');
  return lines.slice(end);
}

interface ProseContext {
  names: readonly string[];
  title: string;
  /** The song below has no typographic quotes, so a line with them is not part of it. */
  straightQuotes: boolean;
}

function isProse(line: string, { names, title, straightQuotes }: ProseContext): boolean {
  const opening = ABOUT_THE_SONG.test(line) ? 2 : 0;
  if (line.length < (opening > 0 ? MIN_OPENING_LENGTH : MIN_PROSE_LENGTH)) return false;
  const folded = foldLine(line);
  const music = Math.min(3, musicWords(folded));
  const named = mentions(folded, names) ? 2 : 0;
  const actor = named > 0 && NAMED_ACTOR.test(line) ? 1 : 0;
  const quoted =
    /[“"‘][^“”"]{2,60}[,.]?[”"’]/.test(line) || (title.length > 5 && folded.includes(title)) ? 1 : 0;
  const foreign = straightQuotes && TYPOGRAPHIC.test(line) ? 2 : 0;
  const stopped = STOP.test(line) ? 1 : 0;
  const sentences = /[a-z”’)][.:]\s*[“"]?[A-Z]/.test(line) ? 1 : 0;
  if (stopped + sentences + foreign === 0) return false;
  const evidence = opening + music + named + actor + quoted + foreign + stopped + sentences;
  const spoken = withoutQuotations(line);
  if (FIRST_PERSON.test(spoken)) return false;
  return evidence >= (SECOND_PERSON.test(spoken) ? MIN_EVIDENCE + 2 : MIN_EVIDENCE);
}

// After a first line of prose, the following lines need fewer signs: they continue about the song and end in a full
// stop.
function goesOn(line: string): boolean {
  const spoken = withoutQuotations(line);
  if (FIRST_PERSON.test(spoken) || SECOND_PERSON.test(spoken)) return false;
  const music = musicWords(foldLine(line));
  return STOP.test(line)
    ? music > 0 || line.length >= MIN_PROSE_LENGTH
    : music > 0 && /\bcharts?\b|#\d/i.test(line);
}

function musicWords(folded: string): number {
  return new Set(folded.match(MUSIC_WORD)).size;
}

function withoutQuotations(line: string): string {
  return line.replace(/["“][^"“”]{1,80}["”]/g, ' ');
}

function nameWords(artist: string): string[] {
  const words = foldLine(normalizeText(artist)).split(/[^\p{L}\p{N}'$.]+/u);
  return words.filter((word) => word.length > 2 && word !== 'the');
}

function mentions(line: string, names: readonly string[]): boolean {
  return names.some((name) => line.includes(name));
}
