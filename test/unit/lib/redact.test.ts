import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/lib/redact.ts';

describe('a redacted text', () => {
  it('holds no given secret, as it is, in JSON of JSON, or in an address', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, unit: 'binary' }), fc.string(), (secret, around) => {
        const redact = createRedactor([secret]);
        const quoted = JSON.stringify(secret).slice(1, -1);
        const forms = [
          secret,
          quoted,
          JSON.stringify(quoted).slice(1, -1),
          encodeURIComponent(secret.toWellFormed()),
        ];
        for (const form of forms.filter((text) => text.length >= 12))
          expect(redact(`${around} ${form} ${around}`).split('[redacted]').length).toBeGreaterThan(1);
        expect(redact(`x${secret}y`)).not.toContain(secret);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['Bearer abcdefgh.ijk', 'Bearer [redacted]'],
    ['"authorization":"Basic dXNlcjpwYXNz"', '"authorization":"Basic [redacted]"'],
    ['https://user:pass@host/path', 'https://[redacted]@host/path'],
    ['postgresql://me:pw@db.example/x', 'postgresql://[redacted]@db.example/x'],
    [`bl_local_0123456789ab_${'a1'.repeat(24)}b`, 'bl_local_0123456789ab_[redacted]'],
  ])('holds no credential of a known form: %s', (text, expected) => {
    expect(createRedactor()(text)).toBe(expected);
  });

  it.each(['a bearer of news', 'https://host:8080/path', 'bl_local_key', 'basic facts'])(
    'keeps what is no secret: %s',
    (text) => {
      expect(createRedactor(['k', ''])(text)).toBe(
        text === 'a bearer of news' ? text : createRedactor()(text),
      );
    },
  );

  it('keeps a longer secret from being cut by a shorter one', () => {
    expect(createRedactor(['secret', 'secret-and-more'])('secret-and-more')).toBe('[redacted]');
  });
});
