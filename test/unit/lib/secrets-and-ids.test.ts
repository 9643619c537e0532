import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AppError, describeError, ERROR_TABLE, type ErrorCode } from '../../../src/lib/errors.ts';
import { secretsEqual, sha256Hex } from '../../../src/lib/hash.ts';
import { createId } from '../../../src/lib/ids.ts';
import { createLogger, LOG_LEVELS } from '../../../src/lib/logger.ts';

describe('a hash', () => {
  // FIPS 180-2, appendix B.1, and the digest of nothing.
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ])('of %j equals the published value', async (text, expected) => {
    expect(await sha256Hex(text)).toBe(expected);
  });

  it('differs for secrets that differ anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (left, right) => {
        expect(await secretsEqual(left, right)).toBe(left === right);
        expect(await secretsEqual(left, left)).toBe(true);
      }),
    );
  });
});

describe('an id', () => {
  it('sorts by creation time and is unique', () => {
    const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(time, time, (a, b) => {
        const [one, other] = [createId('req', a), createId('req', b)];
        expect(one).toMatch(/^req_[1-9A-HJ-NP-Za-km-z]{18}$/);
        if (a !== b) expect(one < other).toBe(a < b);
        expect(one).not.toBe(other);
      }),
    );
  });
});

describe('an error', () => {
  it('has a status and says whether a retry may succeed', () => {
    for (const [code, { status, retryable }] of Object.entries(ERROR_TABLE)) {
      const error = new AppError(code as ErrorCode, 'detail', {
        retryAfterMs: 5,
        cause: new Error('secret'),
      });
      expect([error.status, error.retryable]).toEqual([status, retryable]);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      if (retryable) expect([429, 500, 503]).toContain(status);
      expect(error.message).not.toContain('secret');
    }
  });

  it('is described in one line with its cause', () => {
    const error = new AppError('INTERNAL', 'outside', { cause: new TypeError('inside', { cause: 'deep' }) });
    expect(describeError(error)).toBe('AppError: INTERNAL: outside <- TypeError: inside <- deep');
    expect(describeError('text')).toBe('text');
    expect(describeError(null)).toBe('null');
  });
});

describe('a log line', () => {
  const written = (
    work: (log: ReturnType<typeof createLogger>) => void,
    level: (typeof LOG_LEVELS)[number],
  ) => {
    const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
    for (const spy of spies) spy.mockImplementation(() => undefined);
    work(createLogger(level, { request_id: 'r' }));
    const lines = spies.flatMap((spy) =>
      spy.mock.calls.map(([line]) => JSON.parse(String(line)) as { level: string }),
    );
    for (const spy of spies) spy.mockRestore();
    return lines;
  };

  it.each(LOG_LEVELS)('is written for level %s and above', (level) => {
    const lines = written((log) => {
      for (const name of LOG_LEVELS) log[name]('message');
    }, level);
    expect(lines.map((line) => line.level)).toEqual(LOG_LEVELS.slice(LOG_LEVELS.indexOf(level)));
  });

  it('goes to standard error from level warn on', () => {
    const spies = ['log', 'warn', 'error'] as const;
    const calls = spies.map((name) => vi.spyOn(console, name).mockImplementation(() => undefined));
    const log = createLogger('warn');
    for (const name of LOG_LEVELS) log[name]('message');
    expect(calls.map((spy) => spy.mock.calls.length)).toEqual([0, 1, 1]);
    for (const spy of calls) spy.mockRestore();
  });

  it('is one JSON object with its fields and those of its logger', () => {
    const [line] = written((log) => log.with({ job: 'j' }).warn('line\nbreak', { n: 1 }), 'debug');
    expect(line).toEqual({ level: 'warn', message: 'line\nbreak', request_id: 'r', job: 'j', n: 1 });
  });
});
