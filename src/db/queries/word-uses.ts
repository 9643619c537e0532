import { constant, type Sql, sql } from '../client.ts';

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
  /** Of the texts that were read, if phrases were looked for in some of them. */
  uses: number;
  songs: number;
  /** The share of the texts that were read of all that may hold the phrase; 1 for words. */
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
  periods: TermPeriodRow[];
  /** The most common words that the beginnings stand for. */
  words: MatchedWordRow[];
  songs: NamedSongRow[];
  totals: { period: number; songs: number; words: number }[];
  /** Songs that still have to be counted, and when the last were. */
  due: number;
  counted_at: Date | null;
  /** Whether a beginning stands for more words than are counted. */
  is_cut: boolean;
}

/** Rows of words and periods that the beginnings of one request may read. */
const MAX_ROWS = 20_000;
/** Texts that the phrases of one request may read: about 50 ms. */
const MAX_TEXTS = 3000;
const EXAMPLES = 3;
const WORDS_SHOWN = 12;
/** The last character: every word with the beginning stands before the beginning with it. */
const LAST_LETTER = '\u{10FFFF}';

const pieces = (asked: readonly AskedWords[]) => sql`
  folded as materialized (
    select term, place, is_beginning, pattern, btrim(pattern) as words,
      case when is_beginning then left(pattern, -1) else pattern end as needle
    from (
      select term, place, is_beginning, plain_terms(written) as pattern
      from unnest(${asked.map(({ term }) => term)}::int[], ${asked.map(({ text }) => text)}::text[],
        ${asked.map(({ isBeginning }) => isBeginning)}::boolean[]) with ordinality a(term, written, is_beginning, place)) plain),
  -- Whatever holds another alternative of its term is a use of that one already: run and run*, on my mind and mind.
  asked as materialized (
    select *, bool_or(words ~ ' ') over (partition by term) as is_text, count(*) over (partition by term) = 1 as is_alone
    from folded a where not exists (
      select from folded b where b.term = a.term and b.words <> '' and strpos(a.needle, b.needle) > 0
        and (a.needle <> b.needle or b.place < a.place))),
  begun as materialized (
    select a.term, w.word, w.period, w.uses, w.songs, w.song_ids
    from asked a join word_periods w
      on w.word >= a.words collate "C" and w.word < (a.words || ${LAST_LETTER}::text) collate "C"
    where a.is_beginning and not a.is_text and a.words <> '' limit ${constant(MAX_ROWS)}),
  -- A song that holds the phrase holds its rarest word.
  rarest as materialized (
    select a.term, a.place, a.needle as pattern, part.word, part.songs
    from asked a cross join lateral string_to_array(a.words, '  ') all_parts cross join lateral (
      select word, coalesce(sum(w.songs), 0)::int as songs
      from unnest(all_parts[1 : cardinality(all_parts) - a.is_beginning::int]) word left join word_periods w using (word)
      group by word order by 2, 1 limit 1) part
    where a.is_text and a.words <> ''),
  shares as materialized (
    select term, least(1, ${constant(MAX_TEXTS)}::float8 / greatest(1, sum(songs) over ()))  as share
    from rarest),
  holding as materialized (
    select r.term, r.place, r.pattern, w.period, id
    from rarest r join (select distinct term, share from shares) s using (term) join word_periods w on w.word = r.word
      cross join unnest(w.song_ids) id
    -- A sample that is the same for every request: hashes are spread evenly.
    where s.share = 1 or hashint4(id)::bigint + 2147483648 < 4294967296 * s.share),
  phrase_songs as materialized (
    select h.term, h.place, h.period, h.id,
      (octet_length(t.words) - octet_length(replace(t.words, h.pattern, ''))) / octet_length(h.pattern) as uses
    from holding h join track_words t on t.track_id = h.id where strpos(t.words, h.pattern) > 0),
  pieces as materialized (
    -- Only lists that are joined with others are needed whole.
    select a.term, w.period, w.uses, w.songs,
      case when a.is_alone then w.song_ids[1 : ${constant(EXAMPLES)}] else w.song_ids end as song_ids
    from asked a join word_periods w on w.word = a.words
    where not a.is_beginning and not a.is_text
    union all select term, period, uses, songs, song_ids from begun
    union all select term, period, sum(uses)::int, count(*)::int, array_agg(id) from phrase_songs group by term, place, period)`;

const sums = sql`
  sums as materialized (
    select term, period, sum(uses)::int as uses, count(*) as pieces, max(songs) as most from pieces group by term, period),
  together as materialized (
    select p.term, p.period, count(distinct id)::int as songs
    from sums s join pieces p using (term, period) cross join unnest(p.song_ids) id
    where s.pieces > 1 group by p.term, p.period),
  examples as materialized (
    select distinct on (term, period) term, period, song_ids[1 : ${constant(EXAMPLES)}] as song_ids
    from pieces order by term, period, songs desc)`;

const read = (asked: readonly AskedWords[]) => sql`
  with ${pieces(asked)}, ${sums}
  select
    coalesce((select json_agg(json_build_object('term', term, 'words', replace(words, '  ', ' '), 'is_beginning', is_beginning,
      'is_text', is_text) order by place) from asked), '[]') as terms,
    coalesce((select json_agg(json_build_object('term', s.term, 'period', s.period, 'uses', s.uses,
        'songs', coalesce(t.songs, s.most), 'read_share', coalesce(r.share, 1), 'song_ids', e.song_ids))
      from sums s left join together t using (term, period) join examples e using (term, period)
        left join (select distinct term, share from shares) r using (term)), '[]') as periods,
    coalesce((select json_agg(found) from (
      select term, word, songs from (
        select term, word, sum(songs)::int as songs, row_number() over (partition by term order by sum(songs) desc, word) as place
        from begun group by term, word) ranked
      where place <= ${constant(WORDS_SHOWN)} order by term, songs desc, word) found), '[]') as words,
    coalesce((select json_agg(found) from (
      select id, artist, title from tracks where id in (select unnest(song_ids) from examples) order by id) found), '[]') as songs,
    coalesce((select json_agg(p order by period) from period_words p), '[]') as totals,
    (select count(*)::int from track_words_due) as due,
    (select counted_at from word_counts) as counted_at,
    (select count(*) >= ${constant(MAX_ROWS)} from begun) as is_cut`;

/** The uses of words, beginnings and phrases by period, from the counts of the catalogue; phrases are read in the texts. */
export async function findWordUses(db: Sql, asked: readonly AskedWords[]): Promise<WordUses> {
  const [row] = await db.query<WordUses>(read(asked));
  if (row === undefined) throw new Error('a statement without a from clause has one row');
  return row;
}
