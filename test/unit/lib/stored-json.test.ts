import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LogFields } from '../../../src/lib/logger.ts';
import { readStored } from '../../../src/lib/stored-json.ts';

const schema = z.object({ moods: z.array(z.object({ name: z.string(), score: z.number() })) });

function read(value: unknown) {
  const lines: (LogFields | undefined)[] = [];
  const log = { warn: (_: string, fields?: LogFields) => void lines.push(fields) };
  return { value: readStored(log, schema, { value, what: 'mood', id: 7 }), lines };
}

describe('a stored JSON value', () => {
  it('is read when it fits its schema', () => {
    const value = { moods: [{ name: 'calm', score: 1 }] };
    expect(read(value)).toEqual({ value, lines: [] });
  });

  it('loses fields that its schema does not know', () => {
    expect(read({ moods: [], colour: 'blue' }).value).toEqual({ moods: [] });
  });

  it.each([
    ['a field of another type', { moods: [{ name: 'secret words', score: 'high' }] }, 'moods.0.score'],
    ['a missing field', {}, 'moods'],
    ['another type', 'calm', ''],
    ['null', null, ''],
  ])('is not read with %s; the log names record and field, not the value', (_, value, field) => {
    const { value: answer, lines } = read(value);
    expect(answer).toBeUndefined();
    expect(lines).toEqual([{ what: 'mood', id: 7, field, fault: 'invalid_type' }]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});
