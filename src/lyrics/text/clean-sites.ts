import { trimOf } from '../../lib/trim-text.ts';
import type { Note } from './clean.ts';

const list = (lines: string): readonly string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

// Whole lines, in lower case and without the marks around them.
const WHOLE: ReadonlySet<string> = new Set(
  list(`
    tekst piosenki:
    tekst:
    tłumaczenie:
    tłumaczenie piosenki:
    tekst i tłumaczenie
    pokaż tłumaczenie
    ukryj tłumaczenie
    brak tłumaczenia
    dodaj tłumaczenie
    dodaj interpretację
    dodaj teledysk
    dodaj tekst
    edytuj tekst
    edytuj metryczkę
    edytuj teledysk
    popraw tekst
    drukuj tekst
    historia edycji tekstu
    poznaj historię zmian tego tekstu
    this lyrics is not for commercial use
    submit corrections
    you may also like
    azlyrics
    azlyrics.com
    metrolyrics
    songlyrics.com
    esse não é o compositor? nos avise
    viu algum erro? envie uma revisão
    envie sua tradução
    enviar tradução
    adicionar à playlist
    agregar a la playlist
    añadir a la playlist
    share url
    embedshare urlcopyembedcopy
    share urlcopyembedcopy
    copyembedcopy
    ask us a question about this song
    how to format lyrics:
    translate to english
    translate to spanish
    translate to german
    translate to french
    translate to portuguese
    traducir al español
    traducir al inglés
    traduzir para o português
    traduire en français
    show translations
    текст песни:
    перевод песни:
  `),
);
// How lines begin that are written by no one who sings.
const OPENINGS = list(`
  dodaj interpretację do tego tekstu
  najpopularniejsze tłumaczenie
  tekst dodał
  autor tekstu:
  kompozytor:
  rok wydania:
  wykonanie oryginalne:
  ścieżka dźwiękowa:
  lyrics powered by
  lyrics provided by
  lyrics licensed
  lyrics courtesy of
  lyrics ©
  ©
  ℗
  letra ©
  paroles ©
  songtext powered by
  source: musixmatch
  source: lyricfind
  source: azlyrics
  source: genius
  source: https:
  source: http:
  writer(s):
  writers:
  songwriter(s):
  songwriters:
  songwriter:
  written by:
  composer(s):
  composers:
  publisher(s):
  publisher:
  compositor(es):
  compositores:
  compositor:
  autor(es):
  autori:
  compositori:
  auteurs:
  compositeurs:
  composição:
  composición:
  enviada por
  legendado por
  revisões por
  revisão por
  traduzida por
  usage of azlyrics
  usage of lyrics
  lyrics taken from
  lyrics from: http
  lyrics from: www
  lyrics are property and copyright
  lyrics are the property and copyright
  lyrics property and copyright
  all lyrics are property
  all lyrics provided for educational
  lyrics provided for educational
  if (/android
  if ( /android
  if  ( /android
  https://
  http://
  www.
  источник: http
  источник текста:
  текст песни добавил
  paroles ajoutées par
  paroles proposées par
  paroles rédigées et expliquées
  paroles2chansons dispose
  to learn more, check out our transcription guide
  type out all lyrics, even repeating song parts
  lyrics should be broken down into individual lines
  use section headers above different song parts
  use italics (<i>lyric</i>) and bold
  if you don’t understand a lyric, use [?]
  if you don't understand a lyric, use [?]
`);
/** "TITLE lyrics © PUBLISHER". */
const OWNER = / (?:lyrics|letra|paroles|songtext|testo) ©/;
const NOTICE = 'lyrics provider is prohibited by our licensing agreement';
const THANKS =
  /^thanks to .{1,100} for (?:(?:adding|correcting|submitting|sending|providing|posting|transcribing|typing) )?(?:these |this |the |in these )?(?:lyrics|track|song lyrics)\b/;
const NUMBER = /^\d{12,16}$/;
// What follows one of these to the end of the text is page: facts, comments, links.
const FOOTERS = list(`
  dodaj interpretację do tego tekstu
  historia edycji tekstu
  poznaj historię zmian tego tekstu
  submit corrections
  ask us a question about this song
  composição:
  this lyrics is not for commercial use
`);
/** What stands above a footer is at least this share of the lines; otherwise the line is not one. */
const MIN_ABOVE = 0.25;
const MIN_LINE = 5;
const MAX_LINE = 400;

/** Removes lines of the pages of lyrics sites (Tekstowo, Musixmatch, AZLyrics, Letras, ...) and what follows their footers. */
export function dropSiteLines(lines: readonly string[], note: Note): string[] {
  const folded = lines.map((line) => trimOf(line.trim().toLowerCase(), '*()[]»«•·|!.- \t'));
  const footer = folded.findIndex(
    (line, at) => at >= lines.length * MIN_ABOVE && FOOTERS.some((one) => line.startsWith(one)),
  );
  const end = footer < 0 ? lines.length : footer;
  const kept = lines.slice(0, end).filter((_, at) => !isSiteLine(folded[at] ?? ''));
  const count = folded.slice(end).filter((line) => line !== '').length + end - kept.length;
  if (count > 0) note('site_text', count);
  return kept;
}

function isSiteLine(line: string): boolean {
  if (line.length < MIN_LINE || line.length > MAX_LINE) return false;
  if (WHOLE.has(line) || OPENINGS.some((one) => line.startsWith(one))) return true;
  return THANKS.test(line) || NUMBER.test(line) || OWNER.test(line) || line.includes(NOTICE);
}
