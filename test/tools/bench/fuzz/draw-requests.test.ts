import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../scripts/bench/fuzz/api-document.ts';
import { breakRequest } from '../../../../scripts/bench/fuzz/break-request.ts';
import { curlOf, type Draft, wireOf } from '../../../../scripts/bench/fuzz/draft.ts';
import { Draw } from '../../../../scripts/bench/fuzz/draw.ts';
import { Expectation } from '../../../../scripts/bench/fuzz/expectation.ts';
import { KnownValues } from '../../../../scripts/bench/fuzz/known-values.ts';
import { makeDraft } from '../../../../scripts/bench/fuzz/make-draft.ts';
import { ValueMaker } from '../../../../scripts/bench/fuzz/make-value.ts';
import { document } from '../../../../scripts/openapi/operations.ts';

const api = readDocument(document);
const actor = { name: 'ADMIN_TOKEN', authorization: 'Bearer secret', scopes: new Set<string>() };
const DRAWS = 10;

function draw(id: string, seed: number, broken = false): Draft {
  const operation = api.operations.find((one) => one.id === id);
  if (operation === undefined) throw new Error(`no operation ${id}`);
  const known = new KnownValues();
  const draws = new Draw(seed);
  const draft = makeDraft(
    { draw: draws, known, values: new ValueMaker(draws, known, api) },
    operation,
    actor,
  );
  if (broken) breakRequest(draft, { draw: draws, known });
  return draft;
}

const validity = (draft: Draft) =>
  new Expectation(api.schemas, new KnownValues()).of(draft.operation, wireOf(draft));

const all = api.operations.map(({ id }) => id);

describe('drawn requests', () => {
  it.each(all)('%s: fit the document', (id) => {
    for (let seed = 0; seed < DRAWS; seed++) {
      const draft = draw(id, seed);
      // A cursor has to be learnt, and files are not judged.
      if (draft.query.some(([name]) => name === 'cursor') || draft.operation.bodies.size > 1) continue;
      expect(validity(draft), curlOf('', draft)).toBe('valid');
    }
  });

  it('are the same for the same seed, and change with it', () => {
    const lines = (seed: number) => all.map((id) => curlOf('', draw(id, seed, true)));
    expect(lines(1)).toEqual(lines(1));
    expect(lines(1)).not.toEqual(lines(2));
  });

  it('are often invalid once they are broken, and never by the request alone', () => {
    const judged = all.flatMap((id) =>
      Array.from({ length: DRAWS }, (_, seed) => validity(draw(id, seed, true))),
    );
    const share = (kind: string) => judged.filter((one) => one === kind).length / judged.length;
    expect(share('invalid')).toBeGreaterThan(0.25);
    expect(share('valid')).toBeGreaterThan(0.1);
  });

  it('show no token in their curl line', () => {
    expect(curlOf('http://localhost', draw('listKeys', 1))).toContain('"authorization: Bearer $ADMIN_TOKEN"');
    expect(curlOf('http://localhost', draw('listKeys', 1))).not.toContain('secret');
  });
});

describe('what the document says of a request', () => {
  const judge = (id: string, change: Partial<Draft>) => validity({ ...draw(id, 3), query: [], ...change });

  it.each([
    ['listTracks', { query: [['limit', '100']] }, 'valid'],
    ['listTracks', { query: [['limit', '101']] }, 'invalid'],
    ['listTracks', { query: [['limit', 'abc']] }, 'invalid'],
    ['listTracks', { query: [['limit', '1e1']] }, 'unclear'],
    ['listTracks', { query: [['limit', '1.0']] }, 'unclear'],
    ['listTracks', { query: [['limit', '1.5']] }, 'invalid'],
    [
      'listTracks',
      {
        query: [
          ['limit', '1'],
          ['limit', '1'],
        ],
      },
      'invalid',
    ],
    ['listTracks', { query: [['no_such_field', '1']] }, 'invalid'],
    ['listTracks', { query: [['language', 'eng%00']] }, 'invalid'],
    ['listTracks', { query: [['artist', '%FF']] }, 'invalid'],
    ['listTracks', { query: [['cursor', 'made-up']] }, 'invalid'],
    ['listTracks', { method: 'PUT' }, 'unclear'],
    ['searchLyrics', {}, 'invalid'],
    ['getTrack', { path: { id: '0' } }, 'invalid'],
    ['getTrack', { path: { id: '2147483647' } }, 'valid'],
    ['getTrack', { path: { id: '..' } }, 'unclear'],
    ['createKey', { body: { json: { name: 'a', role: 'reader' } } }, 'valid'],
    ['createKey', { body: { json: { name: 'a', role: 'king' } } }, 'invalid'],
    ['createKey', { body: { json: { name: '\u{1f3a4}'.repeat(100), role: 'reader' } } }, 'valid'],
    ['createKey', { body: { json: { name: '\u{1f3a4}'.repeat(101), role: 'reader' } } }, 'invalid'],
    ['createKey', { body: null }, 'invalid'],
    ['createKey', { headers: { 'content-type': 'text/plain' } }, 'invalid'],
    ['createKey', { body: { bytes: Buffer.from('{') } }, 'invalid'],
  ] satisfies [string, Partial<Draft>, string][])('%s %j: %s', (id, change, expected) => {
    expect(judge(id, change)).toBe(expected);
  });
});
