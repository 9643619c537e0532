import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/lib/errors.ts';
import { analyzeLyrics } from '../../../../src/lyrics/analyze.ts';
import type { Analysis } from '../../../../src/lyrics/contract.ts';
import { AnalysisFailure } from '../../../../src/services/analysis/make-analysis.ts';
import { parseEnd, serializeEnd } from '../../../../src/services/analysis/model-end.ts';
import { lexicon } from '../../../support/lexicon.ts';

const analysis: Analysis = {
  ...analyzeLyrics('A kettle on the fire and a letter on the floor', { lexicon }),
  provenance: {
    analyzer: 'qwen',
    model: 'm',
    prompt_version: 'p',
    engine_version: 'e',
    degraded: false,
    reason: null,
    agreement: null,
    read_to_line: null,
    tokens: null,
    cost_usd: null,
    latency_ms: 1,
  },
};
const told = (end: Parameters<typeof serializeEnd>[0]) => parseEnd(serializeEnd(end));
const answer = (analysisId: number | null) => ({
  value: { answer: { analysis, cached: false, analysisId } },
});

describe('the end of a call to the models, as other callers receive it', () => {
  it('holds the analysis only if it was not stored', () => {
    expect(told(answer(null))).toEqual({ analysis });
    expect(told(answer(7))).toEqual({ analysis: null });
  });

  it.each(['{"analysis": {"mood": "calm"}}', '{"ok": true}', '[]'])(
    'holds none if another version wrote %s',
    (text) => {
      expect(parseEnd(text)).toEqual({ analysis: null });
    },
  );

  it.each([
    ['with a time to wait', { reason: 'rate_limited', retryAfterMs: 1500 }],
    ['with its faults', { reason: 'refused', errors: [{ path: 'a', code: 'b', message: 'c' }] }],
    ['without either', { reason: 'timed_out' }],
  ])('holds a failure %s', (_, options) => {
    const failure = new AnalysisFailure(new AppError('UPSTREAM_UNAVAILABLE', 'no answer', options), []);
    const end = told({ value: { failure, isOurs: true } });
    expect('failure' in end && end.failure).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      detail: 'no answer',
      retryAfterMs: undefined,
      errors: [],
      ...options,
    });
  });

  it('holds no words of an unexpected error', () => {
    const end = told({ error: new Error('secret words') });
    expect('failure' in end && end.failure).toMatchObject({ code: 'INTERNAL' });
    expect(JSON.stringify(end)).not.toContain('secret');
  });
});
