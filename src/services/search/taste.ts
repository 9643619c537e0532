import type { CandidateRow, TasteRow } from '../../db/queries/recommend.ts';
import { labelWord } from './concept-words.ts';

/** What songs are compared by beside their vectors, and what each kind weighs. */
const KINDS = { theme: 2, tag: 2, feeling: 1, tone: 0.5, sentiment: 0.5 };

/** A song's labels with their weights, as one word each: `themelossgrief`. */
function labelsOfSong(song: TasteRow): Map<string, number> {
  const named = {
    theme: song.themes,
    tag: song.tags,
    feeling: song.feelings,
    tone: song.tone === null ? [] : [song.tone],
    sentiment: song.sentiment === null ? [] : [song.sentiment],
  };
  return new Map(
    (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) =>
      named[kind].map((name): [string, number] => [labelWord(`${kind} ${name}`), KINDS[kind]]),
    ),
  );
}

/** How much of the labels of several songs one song has, each label weighing as many songs as have it; 0-1. */
export function overlapWith(song: TasteRow, others: readonly TasteRow[]): number {
  const own = labelsOfSong(song);
  let all = 0;
  let common = 0;
  for (const other of others)
    for (const [label, weight] of labelsOfSong(other)) {
      all += weight;
      if (own.has(label)) common += weight;
    }
  return all === 0 ? 0 : common / all;
}

/** What a listener asked for in words. */
export interface Wish {
  /** The labels of analyses that the words ask for, as one word each. */
  labels: ReadonlySet<string>;
  /** The words of it that each song holds. */
  wordsOf: ReadonlyMap<number, readonly string[]>;
}

/** What a song has in common with the liked songs, or with what was asked for. */
export interface Shared {
  themes: string[];
  feelings: string[];
  tone: string | null;
  sentiment: string | null;
  tags: string[];
  /** Words of the description that it holds. */
  words: string[];
  language: string | null;
  artist: string | null;
  decade: number | null;
  nearest_liked: { id: number; similarity: number; artist: string; title: string } | null;
}

/** Compares a song with the liked songs and with what was asked for. */
export function sharedWith(row: CandidateRow, liked: readonly TasteRow[], wish: Wish | null): Shared {
  const asked = (kind: string, name: string): boolean =>
    wish?.labels.has(labelWord(`${kind} ${name}`)) ?? false;
  const words = [...(wish?.wordsOf.get(row.id) ?? [])];
  const among = (kind: string, read: (song: TasteRow) => readonly string[]): string[] =>
    read(row).filter((name) => asked(kind, name) || liked.some((one) => read(one).includes(name)));
  const one = (kind: string, read: (song: TasteRow) => string | null): string | null =>
    among(kind, (song) => [read(song)].filter((value) => value !== null))[0] ?? null;
  const nearest = liked.find(({ id }) => id === row.nearest_liked?.id);
  return {
    themes: among('theme', ({ themes }) => themes),
    feelings: among('feeling', ({ feelings }) => feelings),
    tone: one('tone', ({ tone }) => tone),
    sentiment: one('sentiment', ({ sentiment }) => sentiment),
    tags: row.tags.filter(
      (tag) =>
        liked.some(({ tags }) => tags.includes(tag)) ||
        tag.split(/[ -]/).some((part) => words.includes(part)),
    ),
    words,
    language: liked.some(({ language }) => language === row.language) ? row.language : null,
    artist: liked.some(({ artist_id }) => artist_id === row.artist_id) ? row.artist : null,
    decade: liked.some(({ decade }) => decade === row.decade) ? row.decade : null,
    nearest_liked:
      nearest === undefined || row.nearest_liked === null
        ? null
        : { ...row.nearest_liked, artist: nearest.artist, title: nearest.title },
  };
}

const named = (names: readonly string[]): string => names.map((name) => name.replaceAll('_', ' ')).join(', ');

/** The same as a sentence; null where nothing is shared. */
export function reasonOf({
  themes,
  feelings,
  tone,
  tags,
  words,
  artist,
  nearest_liked,
}: Shared): string | null {
  const parts = [
    themes.length > 0 ? `about ${named(themes)}` : '',
    feelings.length > 0 ? `feeling ${named(feelings)}` : '',
    tone === null ? '' : `${tone} in tone`,
    tags.length > 0 ? `tagged ${named(tags)}` : '',
    words.length > 0 ? `says ${words.map((word) => `"${word}"`).join(', ')}` : '',
    artist === null ? '' : `by ${artist}`,
    nearest_liked === null ? '' : `most like ${nearest_liked.title} by ${nearest_liked.artist}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : `${parts.join('; ')}.`;
}
