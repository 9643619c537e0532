import type { Facet } from '../../lib/facets.ts';
import { MAX_HITS, MAX_RANKED_MATCHES, MAX_RANKED_OF_TWO } from '../../lib/search-limits.ts';
import { constant, type Row, type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { vectorToSql } from '../vectors.ts';
import { type FacetCounts, facetCounts } from './facet-counts.ts';
import { type LexicalLimits, type LexicalQuery, lexicalTables } from './lexical-matches.ts';
import { beginsName, nameSettings, nameTables } from './name-matches.ts';
import { rankingSettings } from './near-tracks.ts';
import { scoredTables, WEAK_EVIDENCE } from './search-scores.ts';
import { nearestTables } from './song-similarity.ts';
import { versionTables } from './song-versions.ts';
import {
  holdTogether,
  SPELLING_SETTINGS,
  type Spelling,
  type SpellingsAsked,
  spellingStatement,
  unknownWords,
  type WordsTogether,
} from './spellings.ts';
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
  /** Whether anything was searched: see `spellings` and `together`. */
  searched: boolean;
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
  /** Words that may be misspelt; null for none. If the catalogue does not know one of them, nothing is searched. */
  spellings?: SpellingsAsked | null;
  /** Words that some song must hold for the query to be what was meant, otherwise nothing is searched; null for none. */
  together?: WordsTogether | null;
  scope: TrackScope;
  facets: readonly Facet[];
  limit: number;
  offset: number;
}

/** Slightly more than a list holds: see `bench search` for the recall. */
const EF_SEARCH = 350;
/** Of one list, and of each of two: what neither has among its best is seldom the best of both. */
const ONE_LIST: LexicalLimits = { listed: MAX_HITS, ranked: MAX_RANKED_MATCHES };
const OF_TWO_LISTS: LexicalLimits = { listed: 100, ranked: MAX_RANKED_OF_TWO };
/** So many of the nearest songs are shown even if they are no more than the nearest. */
const ALWAYS_SHOWN = 10;
const NO_NAMES_ASKED = { names: [], nearNames: false };
const NO_MEANING = sql`near as materialized (select null::int as id where false)`;
const NO_WORDS = sql`
  worded as materialized (select null::int as id where false),
  counted as (select 0 as matches)`;
const probeOf = ({ vector, model }: SemanticQuery): Statement => sql`
  probe as materialized (select ${vectorToSql(vector)}::vector as vector, ${model}::text as model),`;

/** Every song that holds a phrase is what was asked for, so a list of them is not cut. */
const limitsOf = ({ semantic, lexical, scope }: SearchQuery): LexicalLimits =>
  semantic === null || lexical === null || scope.phrases.length > 0 ? ONE_LIST : OF_TWO_LISTS;

/** Songs that words, names or meaning suggest: `candidates(id)`. */
function candidateTables(q: SearchQuery): Statement {
  const { semantic, lexical, scope } = q;
  const limits = limitsOf(q);
  return sql`
    ${semantic === null ? NO_MEANING : nearestTables(scope, limits.listed)},
    ${lexical === null ? NO_WORDS : sql`${wordTables(lexical, scope)}, ${lexicalTables(lexical, scope, limits)}`},
    ${nameTables(lexical ?? NO_NAMES_ASKED, scope)},
    candidates as materialized (
      select id from near union select id from worded
      union select n.id from named n join tracks t on t.id = n.id where ${holdsNothingUnwanted(scope)})`;
}

/** A condition of the whole search, in a table of its own so that it is decided before any index is read. */
function gateOf({ spellings, together, lexical, scope }: SearchQuery): Statement | null {
  if (together) return holdTogether(together, scope.languages);
  if (!spellings) return null;
  const [name] = lexical?.names ?? [];
  const isKnown = sql`not exists (${unknownWords(spellings)})`;
  return name === undefined ? isKnown : sql`${isKnown} or ${beginsName(name)}`;
}

const IS_WANTED = sql`(select it from wanted)`;

function searchStatement(asked: SearchQuery): Statement {
  const gate = gateOf(asked);
  const others = [...(asked.scope.others ?? []), ...(gate === null ? [] : [IS_WANTED])];
  const q = { ...asked, scope: { ...asked.scope, others } };
  const { semantic, scope } = q;
  return sql`
    with wanted as materialized (select ${gate ?? sql`true`} as it), ${semantic === null ? sql`` : probeOf(semantic)} ${scopeTables(scope)},
    ${candidateTables(q)}, ${scoredTables(q)},
    ${versionTables(q.lexical?.words ?? [])},
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
          or (select count(*) from near) >= ${constant(limitsOf(q).listed)}
          or (select count(*) from worded) >= ${constant(limitsOf(q).listed)}
          or (select matches from counted) >= ${constant(limitsOf(q).ranked)}
          or (select capped from plan)) as capped,
        (select max(evidence) from result where place <= ${ALWAYS_SHOWN}::int) as best_evidence,
        coalesce(${scope.lastId}::int, (select max(id) from tracks), 0) as last_id, ${IS_WANTED} as searched,
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
  searched: boolean;
  facets: FacetCounts | null;
};
type AnswerRow = Summary & SearchRow & { id: number | null };

/**
 * The statements of a search: settings, which apply to the rest of the transaction, the search itself, and what is asked
 * about words that may be misspelt.
 */
export const searchBatch = (q: SearchQuery): Statement[] => [
  sql`select ${rankingSettings(EF_SEARCH)}, ${nameSettings(q.lexical ?? NO_NAMES_ASKED)}, ${SPELLING_SETTINGS}`,
  searchStatement(q),
  ...(q.spellings ? [spellingStatement(q.spellings)] : []),
];

/** The hits in the answer to the second statement of `searchBatch`. */
export const searchHits = (answer: Row[] | undefined): SearchRow[] =>
  rowsOf<AnswerRow>(answer).flatMap(({ total, capped, best_evidence, last_id, searched, facets, ...row }) =>
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
    searched: first.searched,
  };
}
