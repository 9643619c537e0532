import { escapeHtml, renderContainers, renderStateHtml, tokenizeLyrics } from './lyrics-markup.ts';
import { hash32, seededRandom } from './stable-random.ts';

/** The content of a song page. */
export interface PageSong {
  id: number;
  title: string;
  artistId: number;
  artistName: string;
  /** `/Artist-title-lyrics`. */
  path: string;
  lyrics: string;
  state: 'complete' | 'instrumental' | 'unreleased' | 'untranscribed';
  language: string;
  explicit: boolean;
  releaseDate: string | null;
  /** Epoch seconds. */
  lyricsUpdatedAt: number;
}

export interface PageOptions {
  /** Every class is renamed, as a new build of the site might. */
  changedClasses?: boolean;
  withoutState?: boolean;
  withoutDom?: boolean;
  /** Keeps the state in ASCII, for pages in an encoding that lacks some letters. */
  asciiState?: boolean;
}

const MESSAGES = {
  instrumental: 'This song is an instrumental',
  unreleased:
    'Lyrics for this song have yet to be released. Please check back once the song has been released.',
  untranscribed:
    'Lyrics for this song have yet to be transcribed. Please check back once the song has been released.',
} as const;

type ClassNamer = (name: string) => string;

function classNamer(options: PageOptions): ClassNamer {
  if (options.changedClasses) return (name) => `x-${hash32(name).toString(36)}`;
  return (name) =>
    `${name}-sc-${hash32(name).toString(16).padStart(8, '0')}-0 ${hash32(`${name}.`).toString(36)}`;
}

function headerBlock(song: PageSong, cls: ClassNamer): string {
  const contributors = (song.id % 80) + 1;
  return `<div class="${cls('LyricsHeader__Container')}" data-exclude-from-selection="true">
<button class="${cls('ContributorsCreditSong__Container')}"><span>${contributors} Contributor${contributors === 1 ? '' : 's'}</span></button>
<div class="${cls('Dropdown__Container')}"><button>Translations</button><ul><li><a href="/Genius-translations-lyrics">Español</a></li></ul></div>
<h2 class="${cls('LyricsHeader__Title')}">${escapeHtml(song.title)} Lyrics</h2>
<div class="${cls('SongBioPreview__Container')}"><a href="#about">A song of the demo catalogue, written for it… <span>Read More<!-- --> </span></a></div></div>`;
}

function sidebar(cls: ClassNamer): string {
  const card = (title: string): string =>
    `<div class="${cls('RecommendedSongs__Card')}"><a href="/x-lyrics">${title}</a><span>Somebody Else</span></div>`;
  return `<div class="${cls('RightSidebar__Container')}"><div>See somebody live<br/>Get tickets as low as $45</div><aside><div>You might also like</div>${card('Card One')}${card('Card Two')}${card('Card Three')}</aside></div>`;
}

function betweenContainers(cls: ClassNamer): string {
  const empty = `<div class="${cls('Lyrics__Container')}" data-lyrics-container="true"></div>`;
  const ad = `<div class="${cls('InreadContainer__Container')}" data-exclude-from-selection="true"><div id="div-gpt-ad"></div></div>`;
  return `${sidebar(cls)}${empty}${ad}`;
}

function footer(cls: ClassNamer): string {
  return `<div class="${cls('LyricsFooter__Container')}"><button><span>1.2K</span></button><button type="button">Embed</button></div>`;
}

function placeholder(song: PageSong, cls: ClassNamer): string {
  if (song.state === 'complete') return '';
  return `<div class="${cls('LyricsPlaceholder__Container')}"><svg></svg><div class="${cls('LyricsPlaceholder__Message')}">${MESSAGES[song.state]}</div></div>`;
}

function visiblePart(song: PageSong, cls: ClassNamer): string {
  const classes = {
    container: cls('Lyrics__Container'),
    clickTarget: cls('ReferentFragment-desktop__ClickTarget'),
    highlight: cls('ReferentFragment-desktop__Highlight'),
  };
  const body =
    song.state === 'complete'
      ? renderContainers(tokensOf(song), {
          classes,
          header: headerBlock(song, cls),
          between: betweenContainers(cls),
        })
      : headerBlock(song, cls) + placeholder(song, cls);
  return `<div id="application"><div class="${cls('Lyrics__Root')}" id="lyrics-root">${body}${sidebar(cls)}${footer(cls)}</div></div>`;
}

function tokensOf(song: PageSong): ReturnType<typeof tokenizeLyrics> {
  return tokenizeLyrics(song.lyrics, seededRandom(`markup ${song.id} ${song.lyricsUpdatedAt}`));
}

function dateParts(date: string | null): { year: number; month: number; day: number } | null {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return year && month && day ? { year, month, day } : null;
}

function songEntity(song: PageSong, reason: string | null): object {
  return {
    id: song.id,
    title: song.title,
    primaryArtist: song.artistId,
    path: song.path,
    language: song.language,
    lyricsState: song.state === 'unreleased' ? 'unreleased' : 'complete',
    lyricsPlaceholderReason: reason,
    instrumental: song.state === 'instrumental',
    explicit: song.explicit,
    isMusic: true,
    published: false,
    releaseDateComponents: dateParts(song.releaseDate),
    lyricsUpdatedAt: song.lyricsUpdatedAt,
  };
}

function pageState(song: PageSong): object {
  const reason = song.state === 'instrumental' || song.state === 'unreleased' ? song.state : null;
  const html =
    song.state === 'complete'
      ? renderStateHtml(tokensOf(song))
      : `<p>${reason === 'instrumental' ? '[Instrumental]' : ''}</p>\n`;
  return {
    currentPage: 'songPage',
    deviceType: 'desktop',
    songPage: {
      song: song.id,
      path: song.path,
      title: `${song.title} Lyrics`,
      pageType: 'song',
      lyricsData: {
        referents: [],
        body: { html },
        lyricsPlaceholderReason: reason,
        clientTimestamps: { updatedByHumanAt: song.lyricsUpdatedAt, lyricsUpdatedAt: song.lyricsUpdatedAt },
      },
    },
    entities: {
      artists: { [song.artistId]: { id: song.artistId, name: song.artistName } },
      songs: {
        [song.id]: songEntity(song, reason),
      },
    },
  };
}

/** Writes a text as the single-quoted JavaScript string that Genius' pages hold. */
export function quoteForScript(text: string): string {
  return `'${text
    .replace(/[\\'"$]/g, '\\$&')
    .replace(/<\//g, '<\\/')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}'`;
}

function asciiJson(json: string): string {
  return json.replace(
    /[^\n\r\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A song page with the structure of 2025: containers, header block, advertisements, cards, footer and page state. */
export function renderSongPage(song: PageSong, options: PageOptions = {}): string {
  const cls = classNamer(options);
  const json = JSON.stringify(pageState(song));
  const state = quoteForScript(options.asciiState ? asciiJson(json) : json);
  const script = options.withoutState
    ? ''
    : `<script>\nwindow.__PRELOADED_STATE__ = JSON.parse(${state});\nwindow.__APP_CONFIG__ = {};\n</script>`;
  return `<!doctype html>
<html>
<head>
<title>${escapeHtml(`${song.artistName} – ${song.title} Lyrics | Genius Lyrics`)}</title>
<link rel="canonical" href="https://genius.com${song.path}">
</head>
<body>
${options.withoutDom ? '<div id="application"></div>' : visiblePart(song, cls)}
${script}
</body>
</html>
`;
}

/** The challenge page of a protected site. */
export function renderChallengePage(): string {
  return '<!doctype html><html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script></body></html>\n';
}
