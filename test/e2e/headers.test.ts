import { describe, expect, it } from 'vitest';
import { demo } from '../support/demo.ts';

const get = (path: string) => fetch(demo.url + path);

describe.each(['/', '/docs/', '/app/tracks/1'])('the page at %s', (path) => {
  it('allows no external resources and no framing', async () => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    const rules = new Map(policy.split('; ').map((rule) => rule.split(/ (.*)/, 2) as [string, string]));
    for (const kind of ['default-src', 'script-src', 'style-src', 'worker-src'])
      expect(rules.get(kind)).toBe("'self'");
    expect(rules.get('img-src')).toBe("'self' data:");
    expect(rules.get('frame-ancestors')).toBe("'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.has('referrer-policy')).toBe(true);
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('strict-transport-security')).toContain('includeSubDomains');
  });

  it('contains no inline script and no inline style', async () => {
    const html = await (await get(path)).text();
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  });
});

it('files with a hash in their name are cached permanently, the page itself is not', async () => {
  const page = await get('/');
  expect(page.headers.get('cache-control')).not.toContain('immutable');
  const html = await page.text();
  const files = Array.from(html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g), (match) => match[1] ?? '');
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const file of files) {
    const { headers } = await get(file);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});
