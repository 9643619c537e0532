import { type Sql, sql } from '../client.ts';

export interface BarRow {
  word: string;
  track_id: number;
  artist: string;
  title: string;
  bar: string;
}

/** Songs searched for each word; a common word is found in the first of them. */
const SONGS_A_WORD = 25;

// A line whose last word is the inserted one; an ad-lib in brackets may follow it. Words and phrases of the lexicon
// contain no pattern characters.
const LINE_BEFORE = '(?:^|\\n)([^\\n]*\\m';
const LINE_AFTER = '\\M(?:[^[:alnum:]\\n]*[[({（［【][^])}）］】\\n]*[])}）］】])?[^[:alnum:]\\n]*)(?=\\n|$)';
/** A longer line is prose. */
const MAX_BAR_LENGTH = 1000;
const PLAIN_WORDS = "^[[:alpha:]' ]+$";

/**
 * Lines of the catalogue that end on one of the words or phrases, before a bracketed aside or in it, at most `perWord`
 * for each, in the order of the words. One round trip.
 */
export async function findBarsEndingOn(
  db: Sql,
  p: { words: readonly string[]; perWord: number },
): Promise<BarRow[]> {
  if (p.words.length === 0) return [];
  return db.query<BarRow>(sql`
    select w.word, found.track_id, found.artist, found.title, found.bar
    from unnest(${p.words}::text[]) with ordinality as w (word, n)
    cross join lateral (
      select t.id as track_id, t.artist, t.title, line.bar
      from (
        select id, artist, title, lyrics from tracks
        where search_vector @@ plainto_tsquery('english', w.word) and duplicate_of is null
        limit ${SONGS_A_WORD}::int
      ) t
      cross join lateral (
        select (regexp_match(t.lyrics, ${LINE_BEFORE}::text || w.word || ${LINE_AFTER}::text, 'i'))[1] as bar
      ) line
      where length(line.bar) <= ${MAX_BAR_LENGTH}::int limit ${p.perWord}::int
    ) found
    where w.word ~ ${PLAIN_WORDS}::text
    order by w.n, found.track_id`);
}
