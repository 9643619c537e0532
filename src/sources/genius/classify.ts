import { trimEndOf } from '../../lib/trim-text.ts';
import { readableTitle } from '../readable-title.ts';

export type SongKind =
  | 'acoustic'
  | 'demo'
  | 'instrumental'
  | 'live'
  | 'non_song'
  | 'remix'
  | 'skit'
  | 'song'
  | 'translation'
  | 'version';

export interface SongClass {
  kind: SongKind;
  /** The sign that decided, for diagnosis. */
  evidence: string;
}

export interface ClassifiedSong {
  title: string;
  artist?: string | null | undefined;
  /** Path or address of the page. */
  url?: string | null | undefined;
  isMusic?: boolean | null | undefined;
  instrumental?: boolean | null | undefined;
}

const TRANSLATOR =
  /^genius (?:[\p{L}-]+ )?(?:translations?|traductions?|traducciones|traduções|traduzioni|übersetzungen|romanizations?|çeviri|переводы|tłumaczenia)/iu;
const TRANSLATED_TITLE =
  /[([](?:[^()[\]]* )?(?:translation|romanized|romanization|traducción|traduction|tradução|traduzione|übersetzung|traducerea|çeviri|çevirisi|перевод|tłumaczenie|svensk översättning|dansk oversættelse|nederlandse vertaling|ترجمه|翻訳|和訳|번역)(?: [^()[\]]*)?[)\]]/iu;

/** Titles of pages about music that are not songs. Plain words such as "Credits" may also be song titles. */
const NON_SONG_TITLE: readonly RegExp[] = [
  /\btrack\s?list(?:ing)?\b/i,
  /\balbum (?:art(?:work)?|cover|credits|booklet|calendar)\b/i,
  /\bliner notes\b/i,
  /\bset\s?list\b/i,
  /\brelease (?:calendar|dates)\b/i,
  /\bdiscography\b/i,
  /[([](?:credits|booklet|artwork|interview|tour dates|speech|essay|poem|script|transcript)[)\]]/i,
  /\bacceptance speech\s*$/i,
];

/** Suffixes in brackets or behind a dash that make a version of the song before them. */
const VERSIONS: readonly { kind: SongKind; pattern: RegExp }[] = [
  { kind: 'instrumental', pattern: /\b(?:instrumental(?: version)?|beat only)\b/i },
  {
    kind: 'remix',
    pattern:
      /\b(?:remix|re-?mixed|rmx|bootleg|mash-?up|refix|rework|vip mix|(?:club|dub|extended|radio|street) mix|chopped (?:and|&|n') screwed)\b/i,
  },
  { kind: 'live', pattern: /\b(?:live(?: (?:at|in|from|on|version|session).*)?|unplugged|tiny desk.*)$/i },
  { kind: 'acoustic', pattern: /\b(?:acoustic|stripped|piano version)\b/i },
  { kind: 'demo', pattern: /\b(?:demo|rough|reference track|og version|leak(?:ed)?|snippet)\b/i },
  {
    kind: 'version',
    pattern:
      /\b(?:radio edit|clean(?: version)?|edited|single version|album version|extended version|alternate (?:version|take)|sped up|slowed|(?:20\d\d|19\d\d)?\s*remaster(?:ed)?|reprise|video version|a ?cappella|karaoke.*|cover)\b/i,
  },
];

/** The texts in brackets, and after a dash or colon at the end of a title. */
export function titleSuffixes(title: string): string[] {
  const read = readableTitle(title);
  const bracketed = [...read.matchAll(/[([{]([^()[\]{}]*)[)\]}]/g)].map((match) => match[1] ?? '');
  const dashed = /\s[-–—]\s+([^-–—]+)$/.exec(read.replace(/[([{][^()[\]{}]*[)\]}]/g, ' ').trim())?.[1];
  return dashed === undefined ? bracketed : [...bracketed, dashed];
}

function isSkit(title: string): boolean {
  return (
    /(?:^|[([\-–—:]\s*)(?:[\w' ]+ )?skit(?:\s*#?\d+)?\s*[)\]]?$/i.test(title.trim()) ||
    /^skit\b/i.test(title.trim())
  );
}

function pathEnd(url: string): string {
  return trimEndOf(url.split(/[?#]/, 1)[0] ?? '', '/');
}

function nonSong(song: ClassifiedSong): SongClass | null {
  if (song.url && pathEnd(song.url).endsWith('-annotated')) {
    return { kind: 'non_song', evidence: 'the address ends in -annotated' };
  }
  if (song.isMusic === false) return { kind: 'non_song', evidence: 'Genius says that it is not music' };
  const pattern = NON_SONG_TITLE.find((candidate) => candidate.test(song.title));
  return pattern
    ? { kind: 'non_song', evidence: `the title contains "${pattern.exec(song.title)?.[0] ?? ''}"` }
    : null;
}

function translation(song: ClassifiedSong): SongClass | null {
  if (song.artist && TRANSLATOR.test(song.artist)) {
    return { kind: 'translation', evidence: `the artist is "${song.artist}"` };
  }
  const match = TRANSLATED_TITLE.exec(song.title);
  return match ? { kind: 'translation', evidence: `the title contains "${match[0]}"` } : null;
}

/** Distinguishes songs from translations, remixes and other versions, skits, and pages that are not songs. */
export function classifySong(given: ClassifiedSong): SongClass {
  const song = {
    ...given,
    title: readableTitle(given.title),
    artist: given.artist && readableTitle(given.artist),
  };
  const early = nonSong(song) ?? translation(song);
  if (early) return early;
  if (isSkit(song.title)) return { kind: 'skit', evidence: 'the title names a skit' };
  const suffixes = titleSuffixes(song.title);
  for (const { kind, pattern } of VERSIONS) {
    const suffix = suffixes.find((candidate) => pattern.test(candidate));
    if (suffix !== undefined) return { kind, evidence: `the title contains "${suffix.trim()}"` };
  }
  if (song.instrumental) return { kind: 'instrumental', evidence: 'Genius says that it is an instrumental' };
  return { kind: 'song', evidence: 'the page shows no sign of anything else' };
}
