import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crawlDelayMs, isAllowedByRobots, parseRobots } from '../../../src/sources/robots.ts';

const allowed = (robots: string, path: string, agent = 'barline'): boolean =>
  isAllowedByRobots(parseRobots(robots), agent, path);

describe('robots.txt', () => {
  it.each([
    ['allows all when it is empty', '', '/x', true],
    ['forbids below a path', 'User-agent: *\nDisallow: /search', '/search?q=1', false],
    ['compares paths with case', 'User-agent: *\nDisallow: /Search', '/search', true],
    ['reads an empty Disallow as nothing', 'User-agent: *\nDisallow:', '/x', true],
    ['lets the longest rule win', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['lets the longest rule win in any order', 'User-agent: *\nAllow: /a\nDisallow: /a/b', '/a/b/c', false],
    ['allows when two rules are equally long', 'User-agent: *\nDisallow: /ab\nAllow: /ab', '/ab', true],
    ['knows a star inside', 'User-agent: *\nDisallow: /*/edit', '/song/12/edit', false],
    ['knows a star at the end', 'User-agent: *\nDisallow: /a*', '/abc', false],
    ['knows an end mark', 'User-agent: *\nDisallow: /*.pdf$', '/x.pdf', false],
    ['does not match past an end mark', 'User-agent: *\nDisallow: /*.pdf$', '/x.pdf?y', true],
    ['matches a query', 'User-agent: *\nDisallow: /*?*unwanted=', '/x?a=1&unwanted=2', false],
    ['compares escapes whatever their case', 'User-agent: *\nDisallow: /caf%c3%a9', '/caf%C3%A9', false],
    ['escapes letters before comparing', 'User-agent: *\nDisallow: /café', '/caf%C3%A9', false],
    ['always gives itself', 'User-agent: *\nDisallow: /', '/robots.txt', true],
    ['forbids a site', 'User-agent: *\nDisallow: /', '/', false],
    [
      'reads CRLF, comments, a mark and odd case',
      '\uFEFF# hello\r\nUSER-AGENT : * # all\r\nDISALLOW: /x # no',
      '/x',
      false,
    ],
  ])('%s', (_, robots, path, expected) => {
    expect(allowed(robots, path)).toBe(expected);
  });

  it('prefers the group with its own name over the general one', () => {
    const robots = 'User-agent: *\nDisallow: /\n\nUser-agent: Barline\nDisallow: /private';
    expect([allowed(robots, '/x'), allowed(robots, '/private'), allowed(robots, '/x', 'other')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('applies one group to several names, and joins several groups of one name', () => {
    const robots =
      'User-agent: a\nUser-agent: barline\nDisallow: /x\n\nUser-agent: b\nDisallow: /\n\nUser-agent: barline\nDisallow: /y';
    expect([allowed(robots, '/x'), allowed(robots, '/y'), allowed(robots, '/z')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('continues a group after lines that are not rules', () => {
    expect(allowed('User-agent: *\nSitemap: https://songs.test/s.xml\nrubbish\nDisallow: /x', '/x')).toBe(
      false,
    );
  });

  it('returns the crawl delay in milliseconds', () => {
    const rules = parseRobots(
      'User-agent: barline\nCrawl-delay: 2.5\nDisallow: /x\n\nUser-agent: *\nCrawl-delay: 10',
    );
    expect([crawlDelayMs(rules, 'barline'), crawlDelayMs(rules, 'other')]).toEqual([2500, 10_000]);
    expect(crawlDelayMs(parseRobots('User-agent: *\nCrawl-delay: never'), 'barline')).toBeNull();
  });

  it('matches wildcards like a regular expression', () => {
    const glyphs = fc.constantFrom('a', 'b', '*', '/');
    fc.assert(
      fc.property(
        fc.array(glyphs),
        fc.array(fc.constantFrom('a', 'b', '/')),
        fc.boolean(),
        (glob, path, anchored) => {
          const pattern = `/${glob.join('')}${anchored ? '$' : ''}`;
          const expression = new RegExp(
            `^/${glob.map((glyph) => (glyph === '*' ? '.*' : glyph)).join('')}${anchored ? '$' : ''}`,
          );
          const target = `/${path.join('')}`;
          expect(allowed(`User-agent: *\nDisallow: ${pattern}`, target)).toBe(!expression.test(target));
        },
      ),
    );
  });

  it('accepts any text and hostile patterns', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (robots, path) => void allowed(robots, path)));
    const hostile = `User-agent: *\nDisallow: /${'a*'.repeat(900)}b`;
    expect(allowed(hostile, `/${'a'.repeat(1500)}`)).toBe(true);
  });
});
