import type { Entities, Entity } from '../contract.ts';
import { COMMON_WORDS } from '../text/common-words.ts';
import type { Song, SongLine } from '../text/song.ts';
import type { Word } from '../text/tokenize.ts';
import { AMBIGUOUS, type EntityKind, type Name, readGazetteer } from './gazetteer.ts';

const MAX_MENTIONS = 50;
const TITLE_CASE_SHARE = 0.6;
const MIN_TITLE_CASE_WORDS = 4;
const MAX_NAME_WORDS = 3;
const OPENS_SENTENCE = /[.?!:;"“”(…–—*[-]\s*$/;
const TITLES = new Set(
  "mr mrs miss ms dr lil lil' dj mc king queen uncle aunt auntie grandma sir saint st officer judge president reverend sergeant captain professor coach".split(
    ' ',
  ),
);
let gazetteer: ReadonlyMap<string, readonly Name[]> | undefined;

/**
 * People, places and brands with their positions in the text: names of the gazetteer, words after a title ("Uncle …"),
 * and two or more capitalised words in a row that begin with a first name. A capital at the start of a line or
 * sentence is not evidence.
 */
export function findEntities(song: Song): Entities {
  gazetteer ??= readGazetteer();
  const found: Record<EntityKind, Map<string, Entity>> = {
    people: new Map(),
    places: new Map(),
    brands: new Map(),
  };
  for (const line of song.lines) {
    const capitals = line.words.filter(isCapitalised).length;
    const titled =
      line.words.length >= MIN_TITLE_CASE_WORDS && capitals / line.words.length > TITLE_CASE_SHARE;
    for (let at = 0; at < line.words.length; ) {
      const match = capitals > 0 ? matchAt(song.text, line, at, titled, gazetteer) : null;
      if (match) note(found[match.kind], match, line, at);
      at += match?.length ?? 1;
    }
  }
  return { people: listed(found.people), places: listed(found.places), brands: listed(found.brands) };
}

interface Match {
  kind: EntityKind;
  name: string;
  length: number;
}

function matchAt(
  text: string,
  line: SongLine,
  at: number,
  titled: boolean,
  names: ReadonlyMap<string, readonly Name[]>,
): Match | null {
  const word = line.words[at];
  if (!word || !isCapitalised(word)) return null;
  const opening = at === 0 || titled || opensSentence(text, line, at);
  return (
    knownName(line, at, opening, names) ??
    titledName(line, at) ??
    (opening ? null : unknownName(line, at, names))
  );
}

function knownName(
  line: SongLine,
  at: number,
  opening: boolean,
  names: ReadonlyMap<string, readonly Name[]>,
): Match | null {
  for (const { words, name, kind } of names.get(bare(line.words[at])) ?? []) {
    const inside = words.every((expected, step) => bare(line.words[at + step]) === expected);
    if (!inside || (words.length === 1 && opening && AMBIGUOUS.has(words[0] ?? ''))) continue;
    if (words.length === 1 && followsCapital(line, at)) continue;
    return { kind, name, length: words.length };
  }
  return null;
}

// "Jordan River": a single first name followed by another capitalised word is left to the rule for unknown names.
function followsCapital(line: SongLine, at: number): boolean {
  const next = line.words[at + 1];
  return next !== undefined && isNameLike(next) && isAdjacent(line, at) && !AMBIGUOUS.has(bare(next));
}

function titledName(line: SongLine, at: number): Match | null {
  const [title, name] = [line.words[at], line.words[at + 1]];
  if (!title || !name || !TITLES.has(bare(title)) || !isNameLike(name) || !isAdjacent(line, at)) return null;
  return { kind: 'people', name: `${title.text} ${nameText(name)}`, length: 2 };
}

function unknownName(line: SongLine, at: number, names: ReadonlyMap<string, readonly Name[]>): Match | null {
  const parts: Word[] = [];
  for (let step = 0; step < MAX_NAME_WORDS; step++) {
    const word = line.words[at + step];
    if (!word || !isNameLike(word) || (step > 0 && !isAdjacent(line, at + step - 1))) break;
    if (step > 0 && names.get(bare(word))?.some((name) => name.kind !== 'people')) break;
    parts.push(word);
  }
  const first = parts[0];
  if (!first) return null;
  const known = names.get(bare(first))?.find((name) => name.words.length === 1);
  // "Super Bowl", "Mountain Dew": two capitalised words are a person only after a first name.
  if (parts.length > 1 && known?.kind === 'people') {
    return { kind: 'people', name: parts.map(nameText).join(' '), length: parts.length };
  }
  return known ? { kind: known.kind, name: known.name, length: 1 } : null;
}

function note(entities: Map<string, Entity>, match: Match, line: SongLine, at: number): void {
  const first = line.words[at];
  const last = line.words[at + match.length - 1];
  if (!first || !last) return;
  const entity = entities.get(match.name) ?? { name: match.name, count: 0, mentions: [] };
  entity.count += 1;
  if (entity.mentions.length < MAX_MENTIONS) {
    entity.mentions.push({
      line: line.number,
      start: first.start,
      end: first.start + spanLength(first, last),
    });
  }
  entities.set(match.name, entity);
}

function spanLength(first: Word, last: Word): number {
  return last.end - (last.text.length - nameText(last).length) - first.start;
}

function listed(entities: Map<string, Entity>): Entity[] {
  return [...entities.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function isCapitalised(word: Word): boolean {
  const code = word.text.charCodeAt(0);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 48 && code <= 57 && /[A-Z]/.test(word.text));
  return word.text[0] !== word.norm[0];
}

// A capital followed by small letters: words in capitals and everyday words are not names.
function isNameLike(word: Word): boolean {
  if (!isCapitalised(word) || word.text.length < 3) return false;
  const text = nameText(word);
  return text !== text.toUpperCase() && !COMMON_WORDS.has(bare(word));
}

function opensSentence(text: string, line: SongLine, at: number): boolean {
  const [before, word] = [line.words[at - 1], line.words[at]];
  return !before || !word || OPENS_SENTENCE.test(text.slice(before.end, word.start));
}

// Only a space (or a hyphen) between this word and the next.
function isAdjacent(line: SongLine, at: number): boolean {
  const [word, next] = [line.words[at], line.words[at + 1]];
  return word !== undefined && next !== undefined && next.start - word.end === 1 && !word.text.endsWith("'s");
}

function bare(word: Word | undefined): string {
  return word === undefined ? '' : word.norm.replace(/'s$|\.$/, '');
}

function nameText(word: Word): string {
  return word.text.replace(/['’]s$/, '');
}
