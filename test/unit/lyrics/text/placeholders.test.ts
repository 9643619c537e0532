import { describe, expect, it } from 'vitest';
import { classifyText } from '../../../../src/lyrics/text/placeholders.ts';
import { prepareSong } from '../../../../src/services/import/song.ts';

const outcome = (text: string) => classifyText(text).outcome;
const imported = async (lyrics: string) => {
  const prepared = await prepareSong({ line: 1, row: { artist: 'Kilo', title: 'Case', lyrics } }, 'test');
  return 'reason' in prepared ? 'refused' : prepared.song.state;
};

describe('songs without words', () => {
  it.each([
    ...[
      'Instrumental',
      'instrumental.',
      '[Instrumental]',
      '(Instrumental)',
      '*instrumental*',
      '"Instrumental"',
      '~ Instrumental ~',
      '<Instrumental>',
      '♪ Instrumental ♪',
      '♪',
      '♪♪♪',
    ],
    ...[
      '[Instrumental]\n\n[Instrumental]',
      '(Instrumental)\n(Instrumental)',
      '[Intro]\n\n[Instrumental]\n\n[Outro]',
      '[Instrumental Intro]\n[Instrumental Outro]',
      '[Instrumental Break]',
      '[Guitar Solo]',
      '[Instrumental]\n[Guitar Solo]\n[Outro]',
      '[Intro]\n(Instrumental)',
      '[Verse]\n(Instrumental)',
    ],
    ...[
      '[00:00.00]Instrumental',
      '[au: instrumental]',
      'Instrumental track',
      'Instrumental Version',
      'Instrumental only',
      'This song is an instrumental',
      'This song is an instrumental.',
      'This is an instrumental',
      'This is an instrumental track!',
      'This track is instrumental',
    ],
    ...[
      'This song has no lyrics.',
      'This track contains no lyrics',
      'No lyrics',
      '[No lyrics]',
      'No vocals',
      'No words',
      '(No lyrics - instrumental)',
      '"Case" is an instrumental',
      'Case 3 is an instrumental track.',
      '[Instrumental: Kilo]',
      '[Instrumentale : Kilo]',
      'Instrumental - Kilo',
    ],
    ...[
      'Canción instrumental',
      'Tema instrumental',
      'Faixa instrumental',
      'Morceau instrumental',
      'Chanson instrumentale',
      'Dieser Song ist instrumental',
      'Strumentale',
      'Brano strumentale',
      'Utwór instrumentalny',
      'Instrumentální',
      'Инструментал',
      '[Инструментал]',
      'Инструментальная композиция',
    ],
    ...[
      'Enstrümantal',
      'Instrumentaal',
      'Instrumentaali',
      'Ορχηστρικό',
      'אינסטרומנטלי',
      'بی کلام',
      'インストゥルメンタル',
      '연주곡',
      '纯音乐',
      '纯音乐，请欣赏',
      '此歌曲为没有填词的纯音乐，请您欣赏',
      'Nhạc không lời',
      'บรรเลง',
      'Musik instrumental',
    ],
  ])('%j', async (text) => {
    expect(outcome(text)).toBe('instrumental');
    expect(await imported(text)).toBe('instrumental');
  });
});

describe('songs that nobody has written down', () => {
  it.each([
    ...[
      '???',
      '...',
      '…',
      'TBA',
      'tbd',
      'N/A',
      'n/a',
      'Unknown',
      'Coming soon',
      'Coming soon...',
      'Lyrics coming soon!',
      'Not yet transcribed',
      'Restricted lyrics',
      'Lyrics removed due to copyright',
      '[Lyrics go here]',
      'Please log in to see the lyrics.',
      '404 Not Found',
      'Access Denied',
      'Just a moment...',
      'Please enable JavaScript',
      'Sözler yakında',
      '歌詞はありません',
      '[Lyrics coming soon]',
      'Lyrics from snippet',
      '(Snippet)',
      'Untranscribed',
      'Lyrics',
      'Lyrics N/A',
    ],
    ...[
      'We do not have the lyrics for Case 3 yet.',
      "We don't have the lyrics for Case 3 yet.",
      'We don’t have the lyrics to “Case” yet',
      "We don't have lyrics for this song yet",
      "Sorry, we don't have the lyrics to this song yet.",
      'Sorry, no lyrics available.',
      'Unfortunately, we have no lyrics for this song.',
      'We have no lyrics for Case by Kilo yet',
    ],
    ...[
      'Lyrics not available',
      'Lyrics not available.',
      'Lyrics unavailable',
      'Lyrics are not available',
      'Lyrics are currently unavailable',
      'Lyrics not yet available',
      'Lyrics not found',
      'No lyrics found',
      'No lyrics found for Case',
      'No lyrics available',
      'No lyrics available yet',
      'There are no lyrics available for this song',
      'The lyrics for this song are not available',
      'There are no lyrics for Case yet.',
    ],
    ...[
      'Lyrics for this song have yet to be transcribed',
      'Lyrics will be added soon',
      'Lyrics will be updated soon.',
      'Lyrics to be added',
      'Lyrics to come',
      'Missing lyrics',
      'Be the first to add the lyrics!',
      'No lyrics yet. Be the first to add them!'.replace('No lyrics yet.', 'Lyrics not available.'),
      'Add lyrics on Musixmatch',
      "Looks like we don't have the lyrics for this song.",
      "You caught us, we're still working on getting lyrics for this one.",
      "Hmm. We don't know the lyrics for this one.",
      "We're not authorized to show these lyrics.",
      'Unfortunately we are not licensed to display the full lyrics for this song at the moment.',
    ],
    ...[
      'Letra no disponible',
      'Lo sentimos, aún no tenemos la letra de Case',
      'Todavía no tenemos la letra',
      'Letra não disponível',
      'Ainda não temos a letra da música Case.',
      'Desculpe, ainda não temos a letra',
      'Letra em breve',
      'Paroles non disponibles',
      'Désolé, nous n’avons pas encore les paroles de Case',
      "Nous n'avons pas les paroles de Case pour le moment",
      'Pas encore de paroles',
      'Paroles à venir',
    ],
    ...[
      'Songtext nicht verfügbar',
      'Leider kein Songtext vorhanden',
      'Wir haben den Songtext zu Case noch nicht.',
      'Text folgt',
      'Testo non disponibile',
      'Non abbiamo ancora il testo di Case',
      'Spiacenti, testo non trovato',
      'Brak tekstu',
      'Niestety nie mamy tekstu tej piosenki',
      'Tekst niedostępny',
      'Текст песни не найден',
      'К сожалению, у нас пока нет текста этой песни',
      'Текст пока не добавлен',
      'Текст пісні відсутній',
    ],
    ...[
      'Songtekst niet beschikbaar',
      'Låttext saknas',
      'Ingen sangtekst',
      'Sangtekst ikke tilgængelig',
      'Sanat puuttuvat',
      'Text není k dispozici',
      'A dalszöveg nem elérhető',
      'Versuri indisponibile',
      'Şarkı sözleri bulunamadı',
      'Yakında...',
      'Δεν υπάρχουν στίχοι',
      'Lirik belum tersedia',
      'Chưa có lời bài hát',
      'ไม่มีเนื้อเพลง',
      'الكلمات غير متوفرة',
      'אין מילים',
      '歌詞はまだありません',
      '가사가 없습니다',
      '등록된 가사가 없습니다.',
      '暂无歌词',
      '沒有歌詞',
    ],
    ...['[Verse 1]\nLyrics coming soon\n[Chorus]\n', '[Intro]\n???', '[Verse]\n...\n[Chorus]\n...'],
  ])('%j', async (text) => {
    expect(outcome(text)).toBe('untranscribed');
    expect(['untranscribed', 'refused']).toContain(await imported(text));
  });

  it.each([
    'We do not have the lyrics for Case 3 yet.',
    'Lyrics not available',
    'Brak tekstu',
    '[Verse 1]\nLyrics coming soon',
  ])('are stored as such by an import: %j', async (text) => {
    expect(await imported(text)).toBe('untranscribed');
  });
});

describe('songs that are not out', () => {
  it.each([
    'Unreleased',
    '[Unreleased]',
    'Not yet released',
    'Yet to be released',
    'This song is unreleased.',
    'This song has not been released yet',
    'Lyrics for this song have yet to be released. Please check back once the song has been released.',
    'Lyrics will be added upon release',
    'Lyrics will be available on release',
    '[Lyrics will be available upon release]',
    'Lyrics will be added once the song is released',
    'Noch nicht veröffentlicht',
  ])('%j', async (text) => {
    expect(outcome(text)).toBe('unreleased');
    expect(await imported(text)).toBe('unreleased');
  });
});

describe('pages of headers only', () => {
  it.each([
    '[Verse 1]\n\n[Chorus]',
    '[Intro]\n\n[Verse 1]\n\n[Chorus]',
    '[Verse]',
    'Verse 1:\n\nChorus:',
    '[Couplet 1]\n\n[Refrain]',
    '[Verse 1: Kilo]\n[Chorus: Juno]',
    '[Verse 1]\n[Instrumental]\n[Chorus]',
    '[Letra de "Case" ft. Juno]\n\n[Verso 1]',
    '[Verse 1]\n[laughs]\n[Chorus]',
    '#CHORUS\n-- Verse 2 --',
  ])('%j', async (text) => {
    expect(outcome(text)).toBe('untranscribed');
    expect(await imported(text)).toBe('refused');
  });
});

describe('songs', () => {
  it.each([
    'Coming soon to a theater near you',
    'No lyrics needed when I rap',
    'This song is an instrument of peace in my hands',
    "We don't have the time for this tonight",
    'Unknown to the world I walk alone',
    'Instrumental to my success was my mother',
    'Sorry, no lyrics can describe what I feel',
    'I got no words',
    'There are no lyrics like mine',
    'The lyrics for the people in the back of the room are loud',
    'Unreleased tapes under my bed',
    'We have no words for what we saw tonight, my love',
    'Soon I will be gone',
    'Lyrics on lyrics on lyrics',
    'Skit',
    'Yeah',
    'La la la',
    '[Instrumental]\n\n[Outro]\nThank you for coming out tonight',
    '[Verse 1]\nNo lyrics\nI said no lyrics, no more',
    'Instrumental\nI walk these streets alone',
    'Brak mi tekstu na tę noc',
    'Скоро я уйду',
  ])('%j', async (text) => {
    expect(outcome(text)).toBe('ok');
    expect(await imported(text)).toBe('ok');
  });
});
