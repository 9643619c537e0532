import { type Operation, operations, sample } from '../../openapi/operations.ts';
import { pathOf, validRequest } from '../../openapi/valid-request.ts';

export interface CaseRequest {
  path: string;
  init: RequestInit;
}

/** A kind of request whose price is measured: the example of an operation, or a variant of it. */
export interface RouteCase {
  /** The operation's id, and what is different of a variant. */
  name: string;
  operation: Operation;
  /** Whether only the first request does the work: it takes something that is then gone. */
  once: boolean;
  /** The request of a turn, counted from 0. */
  request(turn: number): CaseRequest;
}

/** The header that makes a request the operator's. */
export type Token = Readonly<Record<string, string>>;

const ONCE: ReadonlySet<string> = new Set([
  'cancelBatch',
  'replayDeadLetter',
  'replayDeadLetters',
  'rotateKey',
  'takeDown',
]);

function operationOf(id: string): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`The API has no operation ${id}.`);
  return found;
}

function exampleOf(operation: Operation, token: Token): RouteCase {
  return {
    name: operation.id,
    operation,
    once: ONCE.has(operation.id),
    request: () => validRequest(operation, operation.secured ? token : {}),
  };
}

function queryCase(id: string, what: string, query: (turn: number) => Record<string, string>): RouteCase {
  const operation = operationOf(id);
  return {
    name: `${id}: ${what}`,
    operation,
    once: false,
    request: (turn) => ({ path: pathOf(operation, query(turn)), init: { method: operation.method } }),
  };
}

function bodyCase(id: string, what: string, change: (turn: number) => object): RouteCase {
  const operation = operationOf(id);
  return {
    name: `${id}: ${what}`,
    operation,
    once: false,
    request: (turn) => {
      const example = sample(operation.body ?? {});
      const body = JSON.stringify(Object.assign({}, example, change(turn)));
      const headers = { 'content-type': 'application/json' };
      return { path: pathOf(operation), init: { method: operation.method, headers, body } };
    },
  };
}

function withToken(id: string, token: Token): RouteCase {
  const operation = operationOf(id);
  return {
    name: `${id}: with the token`,
    operation,
    once: false,
    request: () => validRequest(operation, token),
  };
}

const verse = (turn: number): string =>
  `I wrote this line the other night for number ${turn}\nand counted every street light going under`;

/** Looks for unfinished work, which others leave: it is measured before them. */
const FIRST = 'resumeWork';

/** The example of every operation in the order of the document, but the first, and the variants that ask for something else. */
export function routeCases(token: Token): RouteCase[] {
  return [
    exampleOf(operationOf(FIRST), token),
    ...operations.filter(({ id }) => id !== FIRST).map((operation) => exampleOf(operation, token)),
    withToken('searchLyrics', token),
    withToken('getTrack', token),
    queryCase('searchLyrics', 'words that were not asked for before', (turn) => ({
      q: `waiting for train number ${turn}`,
    })),
    queryCase('searchLyrics', 'mode=lexical', () => ({ mode: 'lexical' })),
    queryCase('searchLyrics', 'facets', () => ({ facets: 'theme,sentiment' })),
    queryCase('searchLyrics', 'an artist who has no songs', () => ({ artist: 'Marlow Vain' })),
    queryCase('findSimilarTracks', 'by=combined', () => ({ by: 'combined' })),
    bodyCase('recommendTracks', 'a description', () => ({
      liked: [],
      disliked: [],
      profile: 'songs about leaving home at night',
    })),
    bodyCase('analyzeLyrics', 'a new text', (turn) => ({ lyrics: verse(turn) })),
    bodyCase('generateLyrics', 'a new verse', (turn) => ({ seed: 100 + turn, max_length: 400 })),
  ];
}
