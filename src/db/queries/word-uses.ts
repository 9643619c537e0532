import { constant, type Sql, type Statement, sql } from '../client.ts';

/** One word, phrase or beginning of a word; several with the same `term` are counted together. */
export interface AskedWords {
  term: number;
  /** As it is written, without the asterisk. */
  text: string;
  isBeginning: boolean;
}

/** The uses of a term in one period (of `song_period`: five times the year plus the quarter, 0 without a date). */
export interface TermPeriodRow {
  term: number;
  period: number;
  /** Scaled up from what was read. */
  uses: number;
  songs: number;
  /** How much of what may hold the term was read; 1: all. */
  read_share: number;
  /** Some of the songs. */
  song_ids: number[];
}

/** How one of the asked words was read. */
export interface ReadWordsRow {
  term: number;
  /** As counted: folded. Empty: it holds no word. */
  words: string;
  is_beginning: boolean;
  /** Whether texts are read for its term, because a phrase is part of it; a beginning of a single word then counts nothing. */
  is_text: boolean;
}

export interface MatchedWordRow {
  term: number;
  word: string;
  songs: number;
}

export interface NamedSongRow {
  id: number;
  artist: string;
  title: string;
}

export interface WordUses {
  terms: ReadWordsRow[];
  /** Of single words and of phrases. */
  periods: TermPeriodRow[];
  /**
   * Of words that are counted together, in base64, one after the other: term, period and uses of a word, each in four bytes, and
   * its songs as Postgres sends an array of integers.
   */
  joined: string;
  /** The most common words that the beginnings stand for. */
  words: MatchedWordRow[];
  /** The songs of `periods`. */
  songs: NamedSongRow[];
  totals: { period: number; songs: number; words: number }[];
  /** Songs that still have to be counted, and when the last were. */
  due: number;
  counted_at: Date | null;
  /** Whether words stand in more places than are read. */
  is_cut: boolean;
}

/** Rows of words and periods that one request may read. */
const MAX_ROWS = 20_000;
/** Songs of words that are counted together, once for each word: 8 bytes each. */
const MAX_ENTRIES = 400_000;
/** Texts that the phrases of one request may read, evenly over periods: about 50 ms. */
const MAX_TEXTS = 3000;
const EXAMPLES = 3;
const WORDS_SHOWN = 12;
/** The last character: every word with the beginning stands before the beginning with it. */
const LAST_LETTER = '\u{10FFFF}';

const words = (asked: readonly AskedWords[]) => sql`
  folded as materialized (
    select term, place, is_beginning, pattern, btrim(pattern) as words,
      case when is_beginning then left(pattern, -1) else pattern end as needle
    from (
      select term, place, is_beginning, plain_terms(written) as pattern
      from unnest(${asked.map(({ term }) => term)}::int[], ${asked.map(({ text }) => text)}::text[],
        ${asked.map(({ isBeginning }) => isBeginning)}::boolean[]) with ordinality a(term, written, is_beginning, place)) plain),
  -- Whatever holds another alternative of its term is a use of that one already: run and run*, on my mind and mind.
  asked as materialized (
    select *, bool_or(words ~ ' ') over (partition by term) as is_text,
      is_beginning or count(*) over (partition by term) > 1 as is_joined
    from folded a where not exists (
      select from folded b where b.term = a.term and b.words <> '' and strpos(a.needle, b.needle) > 0
        and (a.needle <> b.needle or b.place < a.place))),
  -- The limit inside keeps the planner from reading the whole table: it then knows that both ends of a beginning are given.
  found as materialized (
    select a.term, a.is_joined, a.is_beginning, w.word, w.period, w.uses, w.songs, w.song_ids
    from asked a cross join lateral (
      (select * from word_periods where word = a.words and not a.is_beginning limit ${constant(MAX_ROWS)})
      union all
      (select * from word_periods where word >= a.words collate "C" and word < (a.words || ${LAST_LETTER}::text) collate "C"
        and a.is_beginning limit ${constant(MAX_ROWS)})) w
    where not a.is_text and a.words <> '' limit ${constant(MAX_ROWS)}),
  joined as materialized (select coalesce(sum(songs), 0) > ${constant(MAX_ENTRIES)} as is_cut from found where is_joined)`;

/** A sample of songs that is the same in every request: hashes are spread evenly. */
const inSample = (share: Statement): Statement =>
  sql`(${share} >= 1 or hashint4(id)::bigint + 2147483648 < 4294967296 * ${share})`;

/** A song that holds a phrase holds its rarest word: the texts of these songs, or of a sample of them, are read. */
const phrases = sql`
  rarest as materialized (
    select a.term, a.place, a.needle as pattern, part.word
    from asked a cross join lateral string_to_array(a.words, '  ') all_parts cross join lateral (
      select word
      from unnest(all_parts[1 : cardinality(all_parts) - a.is_beginning::int]) word left join word_periods w using (word)
      group by word order by coalesce(sum(w.songs), 0), 1 limit 1) part
    where a.is_text and a.words <> ''),
  candidates as materialized (
    select r.term, r.place, r.pattern, w.period, w.songs, w.song_ids from rarest r join word_periods w using (word)),
  reading as materialized (
    select term, period, sum(songs) as texts, ${constant(MAX_TEXTS)}::float8 / count(*) over () / sum(songs) as share
    from candidates group by term, period),
  holding as materialized (
    select c.term, c.place, c.pattern, c.period, id
    from reading r join candidates c using (term, period) cross join unnest(c.song_ids) id
    where ${inSample(sql`r.share`)}),
  phrase_songs as materialized (
    select h.term, h.period, h.id,
      (octet_length(t.words) - octet_length(replace(t.words, h.pattern, ''))) / octet_length(h.pattern) as uses
    from holding h join track_words t on t.track_id = h.id where strpos(t.words, h.pattern) > 0),
  read_of as materialized (
    select r.term, r.period, h.texts / r.texts::float8 as share
    from reading r join (select term, period, count(*) as texts from holding group by term, period) h using (term, period)),
  periods as materialized (
    select term, period, uses::float8, songs::float8, 1::float8 as read_share, song_ids[1 : ${constant(EXAMPLES)}] as song_ids
    from found where not is_joined
    union all select p.term, p.period, sum(p.uses) / r.share, count(distinct p.id) / r.share, r.share,
      (array_agg(distinct p.id))[1 : ${constant(EXAMPLES)}]
    from phrase_songs p join read_of r using (term, period) group by p.term, p.period, r.share)`;

const read = (asked: readonly AskedWords[]) => sql`
  with ${words(asked)}, ${phrases}
  select
    coalesce((select json_agg(json_build_object('term', term, 'words', replace(words, '  ', ' '), 'is_beginning', is_beginning,
      'is_text', is_text) order by place) from asked), '[]') as terms,
    coalesce((select json_agg(periods) from periods), '[]') as periods,
    (select encode(coalesce(string_agg(int4send(term) || int4send(period) || int4send(uses) || array_send(song_ids), ''), ''),
      'base64') from found where is_joined and song_ids <> '{}' and not (select is_cut from joined)) as joined,
    coalesce((select json_agg(best) from (
      select term, word, songs from (
        select term, word, sum(songs)::int as songs, row_number() over (partition by term order by sum(songs) desc, word) as place
        from found where is_beginning group by term, word) ranked
      where place <= ${constant(WORDS_SHOWN)} order by term, songs desc, word) best), '[]') as words,
    coalesce((select json_agg(named) from (
      select id, artist, title from tracks where id in (select unnest(song_ids) from periods)) named), '[]') as songs,
    coalesce((select json_agg(p order by period) from period_words p), '[]') as totals,
    (select count(*)::int from track_words_due) as due,
    (select counted_at from word_counts) as counted_at,
    (select is_cut from joined) or (select count(*) >= ${constant(MAX_ROWS)} from found) as is_cut`;

/** The uses of words, beginnings and phrases by period, from the counts of the catalogue; phrases are read in the texts. */
export async function findWordUses(db: Sql, asked: readonly AskedWords[]): Promise<WordUses> {
  const [row] = await db.query<WordUses>(read(asked));
  if (row === undefined) throw new Error('a statement without a from clause has one row');
  return row;
}

/** Artist and title of songs; those that are gone are left out. */
export const nameWordSongs = (db: Sql, ids: readonly number[]): Promise<NamedSongRow[]> =>
  db.query<NamedSongRow>(
    sql`select id, artist, title from tracks where id = any (${ids}::int[]) order by id`,
  );
