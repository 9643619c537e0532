import { describe, expect, it } from 'vitest';
import { demo } from '../support/demo.ts';

const get = (path: string) => fetch(demo.url + path);

describe.each(['/', '/docs/', '/app/tracks/1'])('the page at %s', (path) => {
  it('allows no external resources and no framing', async () => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
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

it('files with a hash in their name are cached permanently', async () => {
  const html = await (await get('/')).text();
  const files = Array.from(html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g), (match) => match[1] ?? '');
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const file of files) {
    expect((await get(file)).headers.get('cache-control')).toContain('immutable');
  }
});
