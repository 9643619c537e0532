import { describe, expect, it } from 'vitest';
import {
  type PageSong,
  quoteForScript,
  renderChallengePage,
  renderSongPage,
} from '../../../../scripts/local/sites/genius-page.ts';
import { type PageContext, parseSongPage } from '../../../../src/sources/genius/parse-page.ts';

/** A field's name, or a label instead of a sentence: `lyricsState`, `page: …`. */
const NAME_OF_CODE = /[a-z][A-Z]|^(?:page|state|title|whole text):/;
const LYRICS = '[Verse 1]\nTin cup, tea cold\nTwo keys, one old\n\n[Chorus]\nTurn, turn the lock';

const song = (changes: Partial<PageSong> = {}): PageSong => ({
  id: 41,
  title: 'Two Keys',
  artistId: 7,
  artistName: 'Ada Lund',
  path: '/Ada-lund-two-keys-lyrics',
  lyrics: LYRICS,
  state: 'complete',
  language: 'en',
  explicit: true,
  releaseDate: '2011-03-09',
  lyricsUpdatedAt: 1_700_000_123,
  ...changes,
});

/** A page with only these containers, and a footer that marks it as complete. */
const domPage = (inner: string): string =>
  `<html><body><div id="lyrics-root">${inner}<div class="LyricsFooter__Container"></div></div></body></html>`;
const container = (inner: string): string => `<div data-lyrics-container="true">${inner}</div>`;

function statePage(songPage: object, entity: object = {}): string {
  const state = {
    songPage: { song: 41, pageType: 'song', ...songPage },
    entities: { songs: { 41: { id: 41, ...entity } } },
  };
  return `<html><body><script>window.__PRELOADED_STATE__ = JSON.parse(${quoteForScript(JSON.stringify(state))});</script></body></html>`;
}
const stateText = (html: string, entity: object = {}): string =>
  statePage({ lyricsData: { body: { html }, lyricsPlaceholderReason: null } }, entity);

const SENTINEL = '<span style="position:absolute;opacity:0;width:0;height:0" tabindex="0"></span>';

describe('song metadata on a page', () => {
  it('comes from the state', () => {
    expect(parseSongPage(renderSongPage(song())).song).toEqual({
      id: 41,
      title: 'Two Keys',
      artist: 'Ada Lund',
      path: '/Ada-lund-two-keys-lyrics',
      language: 'en',
      explicit: true,
      isMusic: true,
      lyricsUpdatedAt: 1_700_000_123,
      releaseDate: { year: 2011, month: 3, day: 9 },
    });
  });

  it('comes from title and URL when there is no state', () => {
    expect(parseSongPage(renderSongPage(song(), { withoutState: true })).song).toMatchObject({
      id: null,
      title: 'Two Keys',
      artist: 'Ada Lund',
      path: '/Ada-lund-two-keys-lyrics',
    });
  });

  it('leaves out an id that overflows', () => {
    const html = renderSongPage(song()).replaceAll('41', '9007199254740993');
    expect(parseSongPage(html).song.id).toBeNull();
  });
});

describe('the text in the containers', () => {
  it.each([
    [
      'br as a line break, whatever line feeds stand around it',
      'one<br/>\ntwo<br>\r\n<br>three',
      'one\ntwo\n\nthree',
    ],
    [
      'links and their sentinels as nothing',
      `<a href="/1/x"><span>one<br/>two</span></a>${SENTINEL}<br/>three`,
      'one\ntwo\nthree',
    ],
    ['a word that a link cuts in two as one word', 'un<a><span>seen</span></a> here', 'unseen here'],
    ['italics in the middle of a line without a break', 'say <i>my</i> name<br/>now', 'say my name\nnow'],
    ['bold brackets as brackets', '<b>[</b>Verse 1<b>]</b><br/>words', '[Verse 1]\nwords'],
    [
      'an advertisement as the line break that it replaces',
      'one<br/><inread-ad></inread-ad>[Verse 2]',
      'one\n\n[Verse 2]',
    ],
    [
      'a block that is excluded from selection as a line break',
      'one<br/><div class="x" data-exclude-from-selection="true">Buy this</div>two',
      'one\n\ntwo',
    ],
    [
      'the header block as nothing',
      '<div class="LyricsHeader__Container-sc-1" data-exclude-from-selection="true">7 Contributors<h2>T Lyrics</h2></div>[Intro]<br/>one',
      '[Intro]\none',
    ],
    [
      'scripts, styles, buttons, drawings and comments as nothing',
      '<script>a</script><style>b</style><button>c</button><svg><text>d</text></svg><!-- e --><noscript>f</noscript>one',
      'one',
    ],
    ['odd spaces as plain ones', 'a\u00a0b\u2005c\u3000d \t e\u200b\ufeff f', 'a b c d e f'],
    ['many breaks as one blank line', 'one<br/><br/><br/> <br/>two<br/><br/>', 'one\n\ntwo'],
    ['entities as their letters', 'R&amp;B &lt;3 &quot;x&quot; caf&eacute;', 'R&B <3 "x" café'],
    ['paragraphs as stanzas', '<p>one<br/>two</p><p>three</p>', 'one\ntwo\n\nthree'],
    ['a list or block as lines of its own', 'one<div>two</div>three', 'one\ntwo\nthree'],
  ])('reads %s', (_, inner, lyrics) => {
    expect(parseSongPage(domPage(container(inner)))).toMatchObject({ outcome: 'ok', source: 'dom', lyrics });
  });

  it('joins containers with a blank line, and drops empty ones and anything between them', () => {
    const html = domPage(
      `${container('one<br/>')}<div>You might also like</div>${container(' ')}<div data-exclude-from-selection="true">ad</div>${container('two')}`,
    );
    expect(parseSongPage(html).lyrics).toBe('one\n\ntwo');
  });

  it.each([
    ['a class prefix', '<div class="Lyrics__Container-sc-abc-1 xyz">one<br/>two</div>'],
    ['the class of old pages', '<div class="lyrics"><p>one<br>two</p></div>'],
  ])('finds containers by %s when the attribute is missing', (_, inner) => {
    expect(parseSongPage(domPage(inner)).lyrics).toBe('one\ntwo');
  });

  it('reports the bold and italic ranges of each line', () => {
    const html = domPage(
      container('[Verse: A &amp; <i>B</i>]<br/>mine<br/><i>all of <b>hers</b><br/>too</i>'),
    );
    expect(parseSongPage(html).styled).toEqual([
      { line: 0, start: 12, end: 13, style: 'italic' },
      { line: 2, start: 0, end: 6, style: 'italic' },
      { line: 2, start: 7, end: 11, style: 'bold_italic' },
      { line: 3, start: 0, end: 3, style: 'italic' },
    ]);
  });
});

describe('the text in the state', () => {
  it('is read from the tree of nodes when the markup is missing', () => {
    const children = [
      {
        tag: 'p',
        children: ['one', { tag: 'br' }, '', { tag: 'inread-ad' }, { tag: 'a', children: ['two'] }],
      },
      '',
    ];
    const html = statePage({
      lyricsData: { body: { tag: 'root', children }, lyricsPlaceholderReason: null },
    });
    expect(parseSongPage(html)).toMatchObject({ outcome: 'ok', source: 'state', lyrics: 'one\n\ntwo' });
  });

  it('is also read from an object literal', () => {
    const html =
      '<script>window.__PRELOADED_STATE__ = {"songPage":{"song":1,"lyricsData":{"body":{"html":"<p>on}e<\\/p>"}}}};</script></html>';
    expect(parseSongPage(html)).toMatchObject({ outcome: 'ok', source: 'state', lyrics: 'on}e' });
  });

  it('takes precedence over a different DOM, and the first difference is reported', () => {
    const html = renderSongPage(song()).replace('Tin cup, tea cold<', 'Tin cup, tea hot<');
    expect(parseSongPage(html)).toMatchObject({
      outcome: 'ok',
      source: 'state',
      agreed: false,
      difference: {
        kind: 'line',
        line: 1,
        state: 'Tin cup, tea cold',
        dom: 'Tin cup, tea hot',
        differing_lines: 1,
      },
      lyrics: LYRICS,
    });
  });

  it('is replaced by the DOM text when it is empty', () => {
    const html = stateText('<p></p>').replace('<body>', `<body>${container('words')}`);
    expect(parseSongPage(html)).toMatchObject({
      outcome: 'ok',
      source: 'dom',
      agreed: false,
      lyrics: 'words',
    });
  });
});

describe('the outcome', () => {
  it.each([
    ['instrumental', 'instrumental'],
    ['unreleased', 'unreleased'],
    ['untranscribed', 'untranscribed'],
  ] as const)('is read from the placeholder of a song that is %s', (state, outcome) => {
    const page = parseSongPage(renderSongPage(song({ state, lyrics: '' })));
    expect(page).toMatchObject({ outcome, agreed: true, lyrics: '' });
  });

  it.each([
    [
      'instrumental',
      { lyricsData: { body: { html: '<p>[Instrumental]</p>' }, lyricsPlaceholderReason: 'instrumental' } },
      {},
    ],
    [
      'unreleased',
      { lyricsData: { body: { html: '<p>Unreleased</p>' }, lyricsPlaceholderReason: 'unreleased' } },
      {},
    ],
    ['instrumental', { lyricsData: { body: { html: '' } } }, { instrumental: true }],
    ['unreleased', { lyricsData: { body: { html: '' } } }, { lyricsState: 'unreleased' }],
    ['untranscribed', { lyricsData: { body: { html: '' } } }, { lyricsState: 'complete' }],
    ['parse_error', { lyricsData: null }, {}],
  ])('%s is read from the state alone', (outcome, songPage, entity) => {
    const page = parseSongPage(statePage(songPage, entity));
    expect(page).toMatchObject({ outcome, agreed: null });
    expect(page.evidence).not.toMatch(NAME_OF_CODE);
  });

  it.each([
    ['[Instrumental]', 'instrumental'],
    ['(Instrumental)', 'instrumental'],
    ['[Instrumentale : Rue Basse]', 'instrumental'],
    ['[Morceau instrumental]', 'instrumental'],
    ['[?]', 'untranscribed'],
    ['(...)', 'untranscribed'],
    ['…', 'untranscribed'],
    ['TBA', 'untranscribed'],
    ['[Lyrics from Snippet]', 'untranscribed'],
    ['Unreleased', 'unreleased'],
    ['♪♪♪', 'instrumental'],
    ['[Verse 1]<br>[?]<br>she said so', 'ok'],
    ['Instrumental in my downfall', 'ok'],
    ['Yeah', 'ok'],
  ])('of the whole text %j is %s', (text, outcome) => {
    const page = parseSongPage(stateText(`<p>${text}</p>`));
    expect(page.outcome).toBe(outcome);
    expect(page.evidence).not.toMatch(NAME_OF_CODE);
  });

  it('is ok with a warning for lyrics taken from a snippet', () => {
    const page = parseSongPage(stateText('<p>[Lyrics from Snippet]<br>\nhalf a verse of words</p>'));
    expect(page).toMatchObject({
      outcome: 'ok',
      warnings: expect.arrayContaining([expect.stringMatching(/^snippet/)]),
    });
  });

  it.each<[string, string, PageContext]>([
    ['a challenge page', renderChallengePage(), { status: 200 }],
    [
      'a challenge by its header',
      renderSongPage(song()),
      { headers: new Headers({ 'cf-mitigated': 'challenge' }) },
    ],
    ['status 403', renderSongPage(song()), { status: 403 }],
    ['status 503', '<html></html>', { status: 503 }],
  ])('is blocked for %s, and no text is taken', (_, html, context) => {
    const page = parseSongPage(html, context);
    expect(page).toMatchObject({ outcome: 'blocked', lyrics: '', source: null });
    expect(page.evidence).not.toBe('');
  });

  it('is not blocked for a song with the title of a challenge page', () => {
    const page = parseSongPage(renderSongPage(song({ title: 'Just a moment...', artistName: '' })));
    expect(page.outcome).toBe('ok');
  });

  it.each<[string, Partial<PageSong>, PageContext]>([
    ['its address', { path: '/Ada-lund-two-keys-annotated' }, {}],
    ['its title', { title: 'Keys [Tracklist + Album Art]' }, {}],
  ])('is not_a_song by %s', (_, changes, context) => {
    expect(parseSongPage(renderSongPage(song(changes)), context)).toMatchObject({
      outcome: 'not_a_song',
      lyrics: '',
    });
  });

  it('is not_a_song when Genius says that it is not music', () => {
    const html = renderSongPage(song()).replace('\\"isMusic\\":true', '\\"isMusic\\":false');
    expect(parseSongPage(html).outcome).toBe('not_a_song');
  });

  it.each<[string, string, PageContext, string]>([
    ['nothing at all', '', {}, 'no place for lyrics'],
    ['another page', '<html><body><p>Hello</p></body></html>', {}, 'no place for lyrics'],
    ['status 500', '<html></html>', { status: 500 }, 'HTTP 500'],
    ['a root without text', domPage(''), {}, 'the lyrics on the page are empty'],
    ['a text without end', domPage(container('la '.repeat(100_000))), {}, 'does not end'],
  ])('is a parse_error for %s, with the reason', (_, html, context, reason) => {
    const page = parseSongPage(html, context);
    expect(page).toMatchObject({ outcome: 'parse_error', lyrics: '' });
    expect(page.evidence).toContain(reason);
  });

  it('is a parse_error when the page is about another song than requested', () => {
    const html = renderSongPage(song());
    expect(parseSongPage(html, { songId: 42 })).toMatchObject({ outcome: 'parse_error', lyrics: '' });
    expect(parseSongPage(html, { songId: 41 }).outcome).toBe('ok');
  });

  it.each(['unreleased', 'instrumental', 'untranscribed'] as const)(
    'is %s when the page says so and the state has only an empty text',
    (state) => {
      const placeholder = parseSongPage(
        renderSongPage(song({ state })).replace(
          /<script>[\s\S]*<\/script>/,
          stateText('').slice('<html><body>'.length).replace('</body></html>', ''),
        ),
      );
      expect(placeholder).toMatchObject({ outcome: state, agreed: true, source: 'dom', difference: null });
    },
  );

  it('stays ok from the state when the body was cut after it', () => {
    const html = renderSongPage(song()).replace(/<\/script>[\s\S]*$/, '');
    expect(parseSongPage(html, { truncated: true })).toMatchObject({
      outcome: 'ok',
      source: 'state',
      lyrics: LYRICS,
    });
  });
});

describe('a hostile page', () => {
  it.each([
    ['deep nesting', `<div data-lyrics-container="true">${'<i>'.repeat(40_000)}words`],
    ['a million tags', '<br>'.repeat(1_200_000)],
    ['a million scripts', '<script>'.repeat(600_000)],
    ['a state that never closes', `<script>__PRELOADED_STATE__ = JSON.parse('${"\\'".repeat(2_000_000)}`],
    ['deep JSON', `<script>__PRELOADED_STATE__ = JSON.parse('${'['.repeat(2_000_000)}');</script>`],
    ['a long title', `<title>${'a – '.repeat(1_000_000)}</title>`],
    ['spaces', container(`a${' '.repeat(4_000_000)}`)],
  ])('of 5 MB with %s ends as an outcome', (_, html) => {
    expect(['ok', 'parse_error']).toContain(parseSongPage(html).outcome);
  });
});
