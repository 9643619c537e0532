import type { Facet } from '../../lib/facets.ts';
import { MAX_HITS, MAX_RANKED_MATCHES } from '../../lib/search-limits.ts';
import { constant, type Row, type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { vectorToSql } from '../vectors.ts';
import { type FacetCounts, facetCounts } from './facet-counts.ts';
import { type LexicalQuery, lexicalTables, WORD_SCORES } from './lexical-matches.ts';
import { NAME_SETTINGS, nameTables } from './name-matches.ts';
import { rankingSettings } from './near-tracks.ts';
import { MEANING_SCORES, nearestTables } from './song-similarity.ts';
import { SPELLING_SETTINGS, type Spelling, type SpellingsAsked, spellingStatement } from './spellings.ts';
import { holdsNothingUnwanted, scopeTables, type TrackScope } from './track-scope.ts';
import { TRACK_COLUMNS, type TrackRow } from './tracks.ts';
import { wordTables } from './word-weights.ts';

export interface SearchRow extends TrackRow {
  lyrics: string | null;
  score: number;
  /** Weighted mean cosine similarity of the song and of its best passage; null if the song has no vector. */
  similarity: number | null;
  /** What the words are worth as a share of the most possible, 0-1; null if words were not asked for. */
  lexical_rank: number | null;
  /** Share of the words by weight that the song contains; null like `lexical_rank`. */
  coverage: number | null;
  by_words: number;
  by_meaning: number;
  by_name: number;
  /** How exactly, and how nearly, the query names the song: see `nameTables`. Null: not at all. */
  name_tier: number | null;
  likeness: number | null;
  /** Log odds that the song answers the query. */
  evidence: number;
  /** The passage nearest to the query, as lines. */
  start_line: number | null;
  end_line: number | null;
  /** Other rows of the same song. */
  versions: { id: number; artist: string; title: string; album: string | null }[];
}

export interface SearchResult {
  rows: SearchRow[];
  /** Hits of all pages. */
  total: number;
  /** Whether there are more matches than were ranked or than a result contains. */
  capped: boolean;
  /** Of the best ten hits of all pages; null without hits. */
  bestEvidence: number | null;
  /** The highest id at the time of the first page. */
  lastId: number;
  facets: FacetCounts | null;
  /** About the words that may be misspelt. */
  spellings: Spelling[];
}

export interface SemanticQuery {
  vector: readonly number[];
  model: string;
}

export interface SearchQuery {
  lexical: LexicalQuery | null;
  semantic: SemanticQuery | null;
  /** Whether the model does not know the language of the query, so that its vector says little. */
  isForeign?: boolean;
  /** Words that may be misspelt; null for none. */
  spellings?: SpellingsAsked | null;
  scope: TrackScope;
  facets: readonly Facet[];
  limit: number;
  offset: number;
}

/** Slightly more than a list holds: see `bench search` for the recall. */
const EF_SEARCH = 300;
/**
 * What words weigh against meaning (Bruch et al. 2022, https://doi.org/10.1145/3596512): both are shares of the most
 * possible, computed for every candidate. Chosen on the tuning half of `eval search`, where .4 to .6 give the same.
 */
export const WORDS_WEIGHT = 0.5;
const FOREIGN_WORDS_WEIGHT = 0.85;
/**
 * Log odds that a song answers the query: logistic regressions over the best hits of the tuning half's answerable and
 * unanswerable queries, by words and names, by meaning, and by all.
 */
const EVIDENCE = {
  lexical: { base: -2.3, words: 16, name: 4, meaning: 0 },
  semantic: { base: -3.9, words: 0, name: 0, meaning: 9.3 },
  hybrid: { base: -6, words: 15.8, name: 4.3, meaning: 9 },
};
/** Log odds of a hit from which on it is a weak or a good one. */
export const WEAK_EVIDENCE = -0.7;
export const GOOD_EVIDENCE = 0.7;
/** So many of the nearest songs are shown even if they are no more than the nearest. */
const ALWAYS_SHOWN = 10;
/** What a likeness of names adds. */
const NAME_WEIGHT = 0.5;

const NO_MEANING = sql`near as materialized (select null::int as id where false)`;
const NO_MEANING_SCORES = sql`
  meaning_of as materialized (select null::int as id, null::float8 as similarity,
    null::int as start_line, null::int as end_line where false)`;
const NO_WORDS = sql`
  worded as materialized (select null::int as id where false),
  counted as (select 0 as matches)`;
const NO_WORD_SCORES = sql`
  words_of as materialized (select null::int as id, null::float8 as words, null::float8 as coverage where false)`;

const probeOf = ({ vector, model }: SemanticQuery): Statement => sql`
  probe as materialized (select ${vectorToSql(vector)}::vector as vector, ${model}::text as model),`;

/** Songs that words, names or meaning suggest: `candidates(id)`. */
function candidateTables({ semantic, lexical, scope }: SearchQuery): Statement {
  return sql`
    ${semantic === null ? NO_MEANING : nearestTables(scope, MAX_HITS)},
    ${lexical === null ? NO_WORDS : sql`${wordTables(lexical, scope)}, ${lexicalTables(lexical, scope)}`},
    ${nameTables(lexical ?? { names: [], nearNames: false }, scope)},
    candidates as materialized (
      select id from near union select id from worded
      union select n.id from named n join tracks t on t.id = n.id where ${holdsNothingUnwanted(scope)})`;
}

/** The score of each candidate by all that is asked. A song without vectors counts as the least similar one. */
function scoredTables({ semantic, lexical, isForeign = false }: SearchQuery): Statement {
  const mixed = isForeign ? FOREIGN_WORDS_WEIGHT : WORDS_WEIGHT;
  const words = semantic === null ? 1 : lexical === null ? 0 : mixed;
  const evidence = EVIDENCE[semantic === null ? 'lexical' : lexical === null ? 'semantic' : 'hybrid'];
  return sql`
    ${semantic === null ? NO_MEANING_SCORES : MEANING_SCORES},
    ${lexical === null ? NO_WORD_SCORES : WORD_SCORES},
    scored as materialized (
      select c.id, m.similarity, m.start_line, m.end_line, w.words, w.coverage, n.tier, n.likeness,
        ${words}::float8 * coalesce(w.words, 0) as by_words,
        ${1 - words}::float8 * coalesce(m.similarity, min(m.similarity) over (), 0) as by_meaning,
        ${evidence.base}::float8 + ${evidence.words}::float8 * coalesce(w.words, 0)
          + ${evidence.name}::float8 * case when n.tier > 0 then 3 else coalesce(n.likeness, 0) end
          + ${evidence.meaning}::float8 * coalesce(m.similarity, 0) as evidence,
        coalesce(n.tier, 0) + ${NAME_WEIGHT}::float8 * greatest(0, coalesce(n.likeness, 0) * 2 - 1) as by_name
      from candidates c left join meaning_of m on m.id = c.id left join words_of w on w.id = c.id
      left join named n on n.id = c.id)`;
}

/** Whether `tracks t` is a version by its title ("(Remix)"), and whether the query holds a word of that note. */
function versionColumns(words: readonly string[]): Statement {
  return sql`name_keys[7] <> name_keys[6] as is_version, name_keys[8] || ' ' || name_keys[7] as work,
    name_keys[7] <> name_keys[6]
      and tsvector_to_array(to_tsvector('simple', fold_text(replace(title, bare_name(title), '')))) && ${words}::text[]
      as is_asked`;
}

/** Ranks of the versions of one song: how exactly the query names them, then whether the title is without a note. */
const VERSION_ORDER = sql`coalesce(s.tier, 0) desc, t.is_version, s.id <> f.original_id,
  by_words + by_meaning + by_name desc, s.id`;

function searchStatement(q: SearchQuery): Statement {
  const { semantic, scope } = q;
  return sql`
    with ${semantic === null ? sql`` : probeOf(semantic)} ${scopeTables(scope)},
    ${candidateTables(q)}, ${scoredTables(q)},
    -- One hit a song: the version that is asked for, otherwise the original, with the best score of them.
    folded as (
      select distinct on (f.original_id) s.*, f.original_id, t.*,
        max(by_words + by_meaning + by_name) over (partition by f.original_id) as best
      -- The offset keeps these look-ups of each: joined as a whole, all tracks would be read.
      from scored s
      cross join lateral (select original_id from track_facets where track_id = s.id offset 0) f
      cross join lateral (select ${versionColumns(q.lexical?.words ?? [])} from tracks where id = s.id offset 0) t
      order by f.original_id, ${VERSION_ORDER}),
    -- A version that is a song of its own stands before its original only if it is asked for.
    scores as (
      select *, case when is_version then best
        else greatest(best, max(best) filter (where is_version and not is_asked) over (partition by work)) end as score
      from folded),
    ordered as (select *, row_number() over (order by score desc, is_version, id) as place from scores),
    -- By words or meaning alone, or with a phrase, whatever was found is what was asked for.
    result as materialized (
      select * from ordered where ${semantic === null || q.lexical === null || scope.phrases.length > 0} or evidence >= ${WEAK_EVIDENCE}::float8
        or place <= ${ALWAYS_SHOWN}::int
      order by place limit ${constant(MAX_HITS)}),
    page as (select * from result order by place limit ${q.limit}::int offset ${q.offset}::int),
    summary as (
      select (select count(*) from result)::int as total,
        ((select count(*) from folded) > ${MAX_HITS}::int
          or (select count(*) from near) >= ${MAX_HITS}::int
          or (select count(*) from worded) >= ${MAX_HITS}::int
          or (select matches from counted) >= ${MAX_RANKED_MATCHES}::int
          or (select capped from plan)) as capped,
        (select max(evidence) from result where place <= ${ALWAYS_SHOWN}::int) as best_evidence,
        coalesce(${scope.lastId}::int, (select max(id) from tracks), 0) as last_id,
        ${facetCounts(q.facets, sql`result`)} as facets)
    select summary.*, ${TRACK_COLUMNS}, t.lyrics, page.score, page.similarity::float8 as similarity,
      page.words as lexical_rank, page.coverage, page.by_words, page.by_meaning, page.by_name, page.tier as name_tier, page.likeness, page.evidence,
      page.start_line, page.end_line, versions.list as versions
    from summary left join page on true left join tracks t on t.id = page.id
    left join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'artist', o.artist, 'title', o.title,
        'album', o.album) order by o.id), '[]') as list
      from track_facets v join tracks o on o.id = v.track_id
      where v.original_id = page.original_id and v.track_id <> page.id
    ) versions on page.id is not null
    order by page.place`;
}

type Summary = {
  total: number;
  capped: boolean;
  best_evidence: number | null;
  last_id: number;
  facets: FacetCounts | null;
};
type AnswerRow = Summary & SearchRow & { id: number | null };

/**
 * The statements of a search: settings, which apply to the rest of the transaction, the search itself, and what is asked
 * about words that may be misspelt.
 */
export const searchBatch = (q: SearchQuery): Statement[] => [
  sql`select ${rankingSettings(EF_SEARCH)}, ${NAME_SETTINGS}, ${SPELLING_SETTINGS}`,
  searchStatement(q),
  ...(q.spellings ? [spellingStatement(q.spellings)] : []),
];

/** The hits in the answer to the second statement of `searchBatch`. */
export const searchHits = (answer: Row[] | undefined): SearchRow[] =>
  rowsOf<AnswerRow>(answer).flatMap(({ total, capped, best_evidence, last_id, facets, ...row }) =>
    row.id === null ? [] : [row],
  );

/** One page of hits, best first, in one round trip; the settings apply to its transaction only. */
export async function searchTracks(db: Sql, q: SearchQuery): Promise<SearchResult> {
  const [, answer, spelt = []] = await db.batch(searchBatch(q), { readOnly: true });
  const rows = rowsOf<AnswerRow>(answer);
  const [first] = rows;
  if (first === undefined) throw new Error('the summary is one row at least');
  const { total, capped, best_evidence: bestEvidence, last_id: lastId, facets } = first;
  return {
    rows: searchHits(answer),
    total,
    capped,
    bestEvidence,
    lastId,
    facets,
    spellings: rowsOf<Spelling>(spelt),
  };
}
