import { TrieRouter } from 'hono/router/trie-router';
import { describe, expect, it } from 'vitest';
import { StaticMatches } from '../../../src/http/static-matches.ts';

const ROUTES: [string, string][] = [
  ['ALL', '*'],
  ['GET', '/artists'],
  ['GET', '/artists/compare'],
  ['GET', '/artists/:id'],
  ['POST', '/artists/:id/scrape'],
  ['ALL', '/artists/compare'],
  ['GET', '/artists/*'],
];
const PATHS = [
  '/',
  '/artists',
  '/artists/',
  '/artists/compare',
  '/artists/7',
  '/artists/7/scrape',
  '/:id',
  '/*',
];

describe('the matches of a path', () => {
  it('are those of Hono, at the first and at every later request', () => {
    const [plain, remembered] = [new TrieRouter<string>(), new StaticMatches<string>()];
    ROUTES.forEach(([method, path], i) => {
      for (const router of [plain, remembered]) router.add(method, path, `${i} ${method} ${path}`);
    });
    for (let turn = 0; turn < 2; turn++) {
      for (const path of PATHS) {
        for (const method of ['GET', 'POST', 'HEAD', 'BREW']) {
          expect(remembered.match(method, path), `${method} ${path}`).toEqual(plain.match(method, path));
        }
      }
    }
  });

  it('include a handler that was added after the first request', () => {
    const router = new StaticMatches<string>();
    router.add('GET', '/a', 'first');
    expect(router.match('GET', '/a')[0]).toHaveLength(1);
    router.add('ALL', '*', 'second');
    expect(router.match('GET', '/a')[0]).toHaveLength(2);
  });
});
