import { describe, expect, it } from 'vitest';
import { readSourceLink } from '../../../src/web/song/source-link.ts';

describe('the link to a source', () => {
  it.each([
    ['https://genius.com/Some-song-lyrics', 'Genius'],
    ['https://www.genius.com/a', 'Genius'],
    ['https://open.spotify.com/track/1', 'Spotify'],
    ['https://example.com/a', 'example.com'],
    ['http://www.example.com:8080/a', 'example.com'],
    ['https://genius.com.example.org/a', 'genius.com.example.org'],
    ['https://genius.com@example.org/a', 'example.org'],
    ['https://gеnius.com/a', 'xn--gnius-zwe.com'],
    ['http://169.254.169.254/a', '169.254.169.254'],
  ])('%s names %s', (address, site) => expect(readSourceLink(address)?.site).toBe(site));

  it.each([
    null,
    '',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://example.com/a',
    '//example.com/a',
    'not an address',
  ])('%j gives no link', (address) => expect(readSourceLink(address)).toBeNull());

  it('is escaped for its attribute', () => {
    expect(readSourceLink('https://example.com/"onmouseover="alert(1)')?.href).not.toContain('"');
  });
});
