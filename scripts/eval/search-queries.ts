import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { HALVES, type Half } from './labelled-verses.ts';

/** What a listener types: from a topic in words of their own to a pasted address. */
export const ANSWERABLE_KINDS = [
  'topic',
  'mood',
  'scene',
  'line',
  'keyword',
  'name',
  'theme',
  'style',
  'typo',
  'question',
  'verse',
  'url',
  'negation',
  'language',
  'mixed',
] as const;

/** No demo song answers these: `near_miss` shares words with one, `absent` does not. */
export const UNANSWERABLE_KINDS = ['absent', 'near_miss'] as const;

export type AnswerableKind = (typeof ANSWERABLE_KINDS)[number];

const GradeSchema = z.literal([1, 2, 3]);

const QUERY = { id: z.string().min(1), half: z.enum(HALVES), q: z.string().min(1) };

/** A query and the demo songs that answer it: 3 is about this, 2 answers it well, 1 touches it. */
const GradedQuerySchema = z.strictObject({
  ...QUERY,
  kind: z.enum(ANSWERABLE_KINDS),
  /** By title; with the artist before a colon where two songs share one. Remixes and edits count as their song. */
  answers: z
    .record(z.string(), GradeSchema)
    .refine((answers) => Object.keys(answers).length > 0, 'has no answer'),
});

const UnanswerableQuerySchema = z.strictObject({
  ...QUERY,
  kind: z.enum(UNANSWERABLE_KINDS),
  answers: z.strictObject({}),
});

const QuerySchema = z.discriminatedUnion('kind', [GradedQuerySchema, UnanswerableQuerySchema]);

export type GradedQuery = Readonly<z.infer<typeof GradedQuerySchema>>;
export type UnanswerableQuery = Readonly<z.infer<typeof UnanswerableQuerySchema>>;
export type SearchQuery = GradedQuery | UnanswerableQuery;

const FILE = new URL('./data/search-queries.json', import.meta.url);

/**
 * Judged by reading every song of the demo catalogue, without looking at what any search answers. Eighty queries had
 * already been used to develop the search, so they are for tuning. All others were sorted by the SHA-256 of their text
 * within their kind and given in turn to the test and to tuning.
 */
export const SEARCH_QUERIES: readonly SearchQuery[] = z
  .array(QuerySchema)
  .parse(JSON.parse(readFileSync(FILE, 'utf8')));

const isUnanswerable = (query: SearchQuery): query is UnanswerableQuery =>
  UNANSWERABLE_KINDS.some((kind) => kind === query.kind);
const isGraded = (query: SearchQuery): query is GradedQuery => !isUnanswerable(query);

/** Queries that at least one demo song answers, of both halves. */
export const GRADED_QUERIES: readonly GradedQuery[] = SEARCH_QUERIES.filter(isGraded);

/** Queries with answers: `tune` is for developing the search, `test` only for measuring it. */
export function gradedQueries(half: Half): GradedQuery[] {
  return GRADED_QUERIES.filter((query) => query.half === half);
}

/** Queries that no demo song answers. They have no nDCG; a search should be less confident of what it finds for them. */
export function unanswerable(half: Half): UnanswerableQuery[] {
  return SEARCH_QUERIES.filter(isUnanswerable).filter((query) => query.half === half);
}
