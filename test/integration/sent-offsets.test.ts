import { beforeAll, describe, expect, it } from 'vitest';
import { openBarline, type TestBarline } from '../support/test-barline.ts';
import type { AnalyzedLyrics, BatchResultPage, Comparison, SubmittedBatch } from '../support/wire-types.ts';

type Analysis = AnalyzedLyrics['analysis'];

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({ redis: 'auto', artists: [] });
});

const VERSE = 'I walk at night by the café\nthe street is bright today\nI hold the light\nand all is right';
const FORMS: [string, string][] = [
  ['LF', VERSE],
  ['CRLF', VERSE.replaceAll('\n', '\r\n')],
  ['CR and NFD', VERSE.replaceAll('\n', '\r').normalize('NFD')],
  ['U+2028', VERSE.replaceAll('\n', '\u2028')],
  ['NFD', VERSE.normalize('NFD')],
];

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of a rhyme must stand where its offsets say, in the text as it was sent. */
function expectOffsets({ rhyme }: Analysis, sent: string): void {
  const members = rhyme.groups.flatMap((group) => group.members);
  expect(members.length).toBeGreaterThan(3);
  for (const { word, start, end } of members) expect(bare(sent.slice(start, end))).toBe(bare(word));
}

describe('offsets refer to the text as it was sent', () => {
  it.each(FORMS)('in a response, also from the cache: %s', async (_, lyrics) => {
    for (const use_cache of [false, true]) {
      const body = { lyrics, analyzer: 'algorithmic', use_cache };
      const answer = await barline.call<AnalyzedLyrics>('/analyze', body);
      expect(answer.body.cached).toBe(use_cache);
      expectOffsets(answer.body.analysis, lyrics);
    }
  });

  it.each(FORMS)('in a stream: %s', async (_, lyrics) => {
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const body = JSON.stringify({ lyrics, analyzer: 'algorithmic' });
    const response = await barline.request('/analyze', { method: 'POST', headers, body });
    const data = /^event: engine\ndata: (.*)$/m.exec(await response.text())?.[1] ?? '';
    expectOffsets(JSON.parse(data).analysis, lyrics);
  });

  it.each(FORMS)('in a comparison: %s', async (_, lyrics) => {
    const { body } = await barline.call<Comparison>('/analyze/compare', {
      lyrics,
      analyzers: ['algorithmic', 'qwen'],
    });
    const analysis = body.analyses.find(({ analyzer }) => analyzer === 'algorithmic')?.analysis;
    if (analysis == null) throw new Error('the engine gave no analysis');
    expectOffsets(analysis, lyrics);
  });

  it('in the results of a batch', async () => {
    const items = FORMS.map(([id, lyrics]) => ({ id, lyrics }));
    const { body } = await barline.call<SubmittedBatch>('/batch', { items, analyzer: 'algorithmic' });
    await barline.deliver();
    const page = await barline.call<BatchResultPage>(`/batch/${body.batch_id}/results`);
    expect(page.body.items.map(({ status }) => status)).toEqual(FORMS.map(() => 'done'));
    for (const { index, analysis } of page.body.items) {
      if (analysis === null) throw new Error('the item has no analysis');
      expectOffsets(analysis, FORMS[index]?.[1] ?? '');
    }
  });
});
