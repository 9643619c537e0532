import { readableTitle } from '../readable-title.ts';
import type { DomReading } from './parse-dom.ts';
import type { SongState } from './state-song.ts';

/** Facts of the song on a page; null if the page does not state them. */
export interface PageSongFacts {
  id: number | null;
  title: string | null;
  artist: string | null;
  path: string | null;
  language: string | null;
  explicit: boolean | null;
  isMusic: boolean | null;
  /** Epoch seconds of the last change to the lyrics. */
  lyricsUpdatedAt: number | null;
  releaseDate: { year: number | null; month: number | null; day: number | null } | null;
}

function pathOf(address: string | null | undefined): string | null {
  const url = address ? URL.parse(address, 'https://genius.invalid') : null;
  return url && url.pathname !== '/' ? url.pathname : null;
}

/** Splits "Artist – Title Lyrics | Genius Lyrics"; the dash is typographic, a hyphen belongs to a name. */
export function splitDocumentTitle(documentTitle: string): { artist: string | null; title: string | null } {
  const withoutSite = readableTitle(documentTitle)
    .replace(/\s*\|\s*Genius(?: Lyrics)?\s*$/i, '')
    .replace(/\s+Lyrics$/i, '');
  const match = /^(.+?)\s[–—]\s(.+)$/.exec(withoutSite);
  if (match) return { artist: match[1] ?? null, title: match[2] ?? null };
  return { artist: null, title: withoutSite === '' ? null : withoutSite };
}

/** Facts of the song from the page state, with the document's title and address where the state has none. */
export function factsFromPage(
  state: SongState | null,
  dom: DomReading | null,
  url: string | undefined,
): PageSongFacts {
  const song = state?.song ?? null;
  const heading = splitDocumentTitle(dom?.documentTitle ?? '');
  const date = song?.releaseDateComponents;
  return {
    id: state?.songId ?? null,
    title: song?.title ?? heading.title,
    artist: state?.primaryArtistName ?? song?.artistNames ?? heading.artist,
    path: state?.path ?? pathOf(dom?.canonicalUrl) ?? pathOf(url),
    language: song?.language ?? null,
    explicit: song?.explicit ?? null,
    isMusic: song?.isMusic ?? null,
    lyricsUpdatedAt: state?.lyrics?.clientTimestamps?.lyricsUpdatedAt ?? song?.lyricsUpdatedAt ?? null,
    releaseDate: date ? { year: date.year ?? null, month: date.month ?? null, day: date.day ?? null } : null,
  };
}
