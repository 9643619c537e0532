import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PageOptions,
  type PageSong,
  renderSongPage,
} from '../../../../scripts/local/sites/genius-page.ts';
import { parseSongPage } from '../../../../src/sources/genius/parse-page.ts';

const word = fc.stringMatching(/^[A-Za-zéßЖの'"’&<>$\\/-]{1,9}$/);
const line = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' ')),
  fc.constantFrom('[Verse 1]', '[Chorus: A & B]', '[?]', '(Hook)', "window.__PRELOADED_STATE__ = '"),
);
const stanza = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
const lyricsText = fc
  .array(stanza, { minLength: 1, maxLength: 9 })
  .map((stanzas) => `[Intro]\nfirst words\n\n${stanzas.join('\n\n')}`);

function song(lyrics: string, id: number): PageSong {
  return {
    id,
    title: 'Tin Roof "Rain"',
    artistId: 7,
    artistName: 'Some & Body',
    path: '/Some-and-body-tin-roof-rain-lyrics',
    lyrics,
    state: 'complete',
    language: 'en',
    explicit: false,
    releaseDate: '2004-02-29',
    lyricsUpdatedAt: 1_700_000_000,
  };
}

describe('parseSongPage on generated pages', () => {
  it('reads the rendered text from page state and DOM alike', () => {
    fc.assert(
      fc.property(
        lyricsText,
        fc.integer({ min: 1, max: 1e6 }),
        fc.boolean(),
        (lyrics, id, changedClasses) => {
          const page = parseSongPage(renderSongPage(song(lyrics, id), { changedClasses }));
          expect(page).toMatchObject({
            outcome: 'ok',
            source: 'state',
            agreed: true,
            difference: null,
            warnings: [],
          });
          expect(page.lyrics).toBe(lyrics);
        },
      ),
    );
  });

  it.each<[string, PageOptions, 'dom' | 'state']>([
    ['the DOM alone', { withoutState: true }, 'dom'],
    ['the state alone', { withoutDom: true }, 'state'],
    ['a state in ASCII', { asciiState: true, withoutDom: true }, 'state'],
  ])('reads the whole text from %s', (_, options, source) => {
    fc.assert(
      fc.property(lyricsText, fc.integer({ min: 1, max: 1e6 }), (lyrics, id) => {
        const page = parseSongPage(renderSongPage(song(lyrics, id), options));
        expect(page).toMatchObject({ outcome: 'ok', source, agreed: null, lyrics });
      }),
      { numRuns: 40 },
    );
  });

  it('never accepts a partial text as complete, wherever the page is cut', () => {
    const lyrics = Array.from(
      { length: 12 },
      (_, i) => `[Verse ${i}]\nline one of ${i}\nline two of ${i}`,
    ).join('\n\n');
    const html = renderSongPage(song(lyrics, 12));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: html.length }), (length) => {
        const page = parseSongPage(html.slice(0, length));
        if (page.outcome === 'ok') expect(page.lyrics).toBe(lyrics);
        else expect(page.outcome).toBe('parse_error');
      }),
    );
  });

  it('does not throw for any text as a page', () => {
    const scrap = fc.constantFrom(
      '<div data-lyrics-container="true">',
      '</div>',
      '<br/>',
      '<p>',
      "window.__PRELOADED_STATE__ = JSON.parse('",
      "');",
      '{"songPage":{',
      '<script>',
      '</script>',
      '<a><i>',
      '\\',
      '&nbsp;',
      '<!--',
      '</html>',
      'words',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string()), { maxLength: 30 }), (scraps) => {
        expect(parseSongPage(scraps.join('')).outcome).toMatch(/^[a-z_]+$/);
      }),
    );
  });
});
