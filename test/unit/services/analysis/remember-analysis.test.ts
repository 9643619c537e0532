import { describe, expect, it } from 'vitest';
import { type Logger, silentLogger } from '../../../../src/lib/logger.ts';
import type { Analyzer } from '../../../../src/services/analysis/analyzers/types.ts';
import { rememberFailure } from '../../../../src/services/analysis/remember-analysis.ts';
import { createFakeContext } from '../../../support/fake-context.ts';

const key = {
  textHash: 'h',
  analyzerType: 'qwen',
  modelVersion: 'm',
  promptVersion: 'p',
  engineVersion: 'e',
  temperature: 0.5,
};
const analyzer: Analyzer = {
  ...{ type: 'qwen', modelVersion: 'm', promptVersion: 'p', engineVersion: 'e', usesModel: true },
  analyze: () => Promise.reject(new Error('timed out')),
};
const failure = { analyzer, error: 'timed out' };

describe('a failure of all analysers', () => {
  const remember = async (answer: () => []) => {
    const warnings: string[] = [];
    const log: Logger = { ...silentLogger, warn: (message) => void warnings.push(message) };
    const { ctx, statements } = createFakeContext(answer, { log });
    await rememberFailure(ctx, { key, cacheId: 'c' }, [failure], { temperature: 0.5, track: null });
    return { warnings, statements };
  };

  it('is stored', async () => {
    const { warnings, statements } = await remember(() => []);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.params).toContain('timed out');
    expect(warnings).toEqual([]);
  });

  it('that cannot be stored is logged, and does not hide the failure itself', async () => {
    const { warnings } = await remember(() => {
      throw new Error('the database is gone');
    });
    expect(warnings).toEqual(['failed analysis not stored']);
  });
});
