import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { demo } from '../support/demo.ts';
import { openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const ask = (path: string, accept: string, method = 'GET') =>
  fetch(demo.url + path, { method, headers: { accept } });

describe.each(['/nowhere', '/app/nowhere', '/app', '/docs/nowhere', '/app/tracks/1/2'])(
  'the address %s',
  (path) => {
    it('returns the not-found page with status 404 and page headers to a browser', async () => {
      const response = await ask(path, BROWSER);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(response.headers.get('vary')).toContain('accept');
      expect(response.headers.get('x-request-id')).not.toBeNull();
      await using opened = await openPage(path);
      await opened.page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor();
      await opened.page.getByRole('link', { name: 'Search the songs instead.' }).waitFor();
    });

    it.each(['*/*', 'application/json'])(
      'returns a problem document to a client that accepts %s',
      async (accept) => {
        const response = await ask(path, accept);
        expect(response.status).toBe(404);
        expect(response.headers.get('content-type')).toBe('application/problem+json');
        expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', instance: path });
      },
    );
  },
);

it.each([
  ['/write', 'Write', '/app/write'],
  ['/app/explore/nowhere', 'Explore', '/app/explore/trends'],
])('the unknown address %s leads to the view that its first word names', async (path, label, href) => {
  await using opened = await openPage(path);
  const meant = opened.page.getByText('Did you mean').getByRole('link', { name: label });
  expect(await meant.getAttribute('href')).toBe(href);
});

describe.each(['/foo%ZZ', '/%', '/app/tracks/%E0%A4%A', '/tracks/%FF', '/docs/%C3'])(
  'the malformed address %s',
  (path) => {
    it('returns the not-found page with status 404 to a browser', async () => {
      const response = await ask(path, BROWSER);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('vary')).toContain('accept');
      await using opened = await openPage(path);
      await opened.page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor();
    });

    it('returns a problem document to a program', async () => {
      const response = await ask(path, '*/*');
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'MALFORMED_URL', instance: path });
    });
  },
);

it('a malformed query of the API is a problem document also in a browser', async () => {
  const response = await ask('/search?q=%ZZ', BROWSER);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'MALFORMED_URL' });
});

it('a method that an address of the API lacks is a problem document also in a browser', async () => {
  const response = await ask('/analyze', BROWSER);
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST, OPTIONS');
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});

it.each(['/app/tracks/1', '/app/tracks/1/'])('the page at %s returns 200', async (path) => {
  expect((await ask(path, BROWSER)).status).toBe(200);
});

it('a 404 of the API is a problem document also in a browser', async () => {
  const response = await ask('/tracks/2147483000', BROWSER);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});

it('only GET and HEAD return a page', async () => {
  expect((await ask('/nowhere', BROWSER, 'POST')).headers.get('content-type')).toBe(
    'application/problem+json',
  );
  const head = await ask('/nowhere', BROWSER, 'HEAD');
  expect(head.status).toBe(404);
  expect(head.headers.get('content-type')).toContain('text/html');
});
