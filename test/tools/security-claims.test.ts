import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

describe('SECURITY.md', () => {
  it('names an existing test beside every claim', () => {
    const claims = text
      .split('\n')
      .filter((line) => /^\| (?!claim|---)/.test(line) && !line.startsWith('|---'));
    expect(claims.length).toBeGreaterThan(15);
    for (const claim of claims) {
      const tests = Array.from(claim.matchAll(/`(test\/[^`]+\.test\.ts)`/g), ([, file = '']) => file);
      expect(tests, claim).not.toEqual([]);
      for (const file of tests) expect(existsSync(join(ROOT, file)), file).toBe(true);
    }
  });
});
