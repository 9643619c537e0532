import { describe, expect, it } from 'vitest';
import { cleanScrapedLyrics } from '../../../../src/lyrics/text/clean.ts';

const meta = { title: 'Copper Kettle', artist: 'Marlow Vane' };
const of = (title: string, artist = 'Marlow Vane') => ({ title, artist });
const clean = (raw: string, given = meta) => cleanScrapedLyrics(raw, given).lyrics;
const TWO = 'Steam on the glass\nWater on the boil';
const between = (insert: string) => `Steam on the glass\n${insert}\nWater on the boil`;

describe('ticket offers in every currency', () => {
  const prices = [
    ...[
      '$45',
      '$1,045',
      'A$54',
      'C$54',
      'NZ$54',
      'US$54',
      'R$ 90',
      'R$90',
      'MX$900',
      'HK$400',
      '£38',
      '€45',
      '€45,50',
      '45 €',
      '45€',
      '45,00 €',
    ],
    ...[
      '45 zł',
      '199 zł',
      '450 kr',
      'kr 450',
      '450 Kč',
      '9000 Ft',
      '120 lei',
      '₽3000',
      '3000 ₽',
      '₺450',
      '₹2,500',
      '¥6000',
      '₩90,000',
      '₪150',
    ],
    ...['CHF 45', '45 CHF', 'PLN 199', 'EUR 45', 'Rp 500', 'S/ 120', '45'],
  ];
  it.each(prices)('Get tickets as low as %s', (price) => {
    expect(clean(between(`See Held Kilo LiveGet tickets as low as ${price}`))).toBe(TWO);
    expect(clean(between(`See Held Kilo Live\nGet tickets as low as ${price}`))).toBe(TWO);
    expect(
      clean(
        `Steam on the glassSee Held Kilo LiveGet tickets as low as ${price}You might also likeWater on the boil`,
      ),
    ).toBe(TWO);
  });

  it.each([
    'Ver a Held Kilo en vivoConsigue entradas desde 45 €',
    'Voir Held Kilo en concertObtenez des billets à partir de 45 €',
    'Veja Held Kilo ao vivoIngressos a partir de R$ 90',
    'Zobacz Held Kilo na żywoBilety już od 199 zł',
    'Get tickets as low as $45',
  ])('%s', (line) => {
    expect(clean(between(line))).toBe(TWO);
  });

  it.each([
    'See my brother live and let die',
    'Get tickets to the show',
    'They get tickets as low as they can',
    'See me live',
    'I see Kilo Live',
    'Tickets ab in the rain',
  ])('%s is sung', (line) => {
    expect(clean(between(line))).toBe(between(line));
  });
});

describe('"You might also like"', () => {
  it.each(['You might also like', 'You might also like '])('%j alone', (line) => {
    expect(clean(between(line))).toBe(TWO);
  });

  it.each([
    ...[
      '*laughs* at me',
      '[Chorus]',
      '(yeah) at me',
      '"Go" he said',
      '“Go” he said',
      "'Cause I know",
      '‘Cause I know',
      '¿Qué?',
      '¡Ay!',
      '{x} y',
      '<Hook>',
    ],
    ...[
      'Water',
      'Über',
      'Я иду',
      '我走',
      '낮',
      '5 in the morning',
      '- go',
      '— go',
      '… go',
      '…go',
      '$ell it',
      '#1',
      '«Oui»',
      '„Ja“',
      '🔥 fire',
      'water on',
      'Échale',
      'и иду',
    ],
  ])('You might also like%s', (next) => {
    expect(clean(`Steam on the glass\nYou might also like${next}`)).toBe(`Steam on the glass\n${next}`);
  });

  it.each([
    'También te puede gustar',
    'Você também pode gostar',
    'Vous aimerez aussi',
    'Das könnte dir auch gefallen',
    'Potrebbe piacerti anche',
    'Może ci się też spodobać',
    'Вам также может понравиться',
  ])('%s', (line) => {
    expect(clean(between(line))).toBe(TWO);
  });

  it.each([
    'You might also like the way I walk',
    'You might also liked it',
    'you might also like me',
    'You might also likely go',
    'Maybe you might also like to go',
  ])('%s is sung', (line) => {
    expect(clean(between(line))).toBe(between(line));
  });
});

describe('the end of a page', () => {
  it.each([
    'Embed',
    '12Embed',
    ' 12Embed',
    '1Embed',
    '1.2KEmbed',
    ' 1.2KEmbed',
    '12KEmbed',
    '\nEmbed',
    '\n12Embed',
    '\n12\nEmbed',
    '\n\n12\n\nEmbed',
    '\nEmbed\n\n',
    '12EmbedShare URLCopyEmbedCopy',
    'EmbedShare URLCopyEmbedCopy',
    '\nYou might also like12Embed',
    'You might also likeEmbed',
    '\nSee Held Kilo LiveGet tickets as low as $45You might also like12Embed',
  ])('%j', (tail) => {
    expect(clean(`${TWO}${tail}`)).toBe(TWO);
  });

  it.each([
    ['back in 1995Embed', 'back in 1995'],
    ["back in '95Embed", "back in '95"],
    ['I am number 1Embed', 'I am number 1'],
    ['I was 21Embed', 'I was 21'],
    ['rolling with the 40Embed', 'rolling with the 40'],
    ['with a Glock 40Embed', 'with a Glock 40'],
    ['on Route 66Embed', 'on Route 66'],
    ['I made $45Embed', 'I made $45'],
    ['2 plus 2Embed', '2 plus 2'],
    ['10 Embed', '10 Embed'],
    ['I am Embed', 'I am Embed'],
    ['pictures that I embed', 'pictures that I embed'],
    ['Embedded in the ground', 'Embedded in the ground'],
    ['since 2005', 'since 2005'],
  ])('%s keeps what is sung', (line, expected) => {
    expect(clean(`Steam on the glass\n${line}`)).toBe(`Steam on the glass\n${expected}`);
  });
});

describe('the head of a page', () => {
  it.each([
    ['Copper Kettle ft. Juno', 'Copper Kettle Lyrics'],
    ['Copper Kettle (feat. Juno)', 'Copper Kettle Lyrics'],
    ['Copper Kettle', 'Copper Kettle (feat. Juno) Lyrics'],
    ['Copper Kettle', 'Copper Kettle ft. Juno & Kilo Lyrics'],
    ['Copper Kettle - Remastered 2011', 'Copper Kettle Lyrics'],
    ['Copper Kettle - 2011 Remaster', 'Copper Kettle Lyrics'],
    ['Copper Kettle (Remastered 2011)', 'Copper Kettle Lyrics'],
    ['Copper Kettle [2011 Remaster]', 'Copper Kettle Lyrics'],
    ['Copper Kettle - Live at Sea', 'Copper Kettle Lyrics'],
    ['Copper Kettle - Bonus Track', 'Copper Kettle Lyrics'],
    ['Copper Kettle (w/ Juno)', 'Copper Kettle Lyrics'],
    ['Copper Kettle', 'Copper Kettle (Remix) Lyrics'],
    ['Déjà vu', 'Déjà Vu Lyrics'],
    ['Deja Vu', 'Déjà vu Lyrics'],
    ['Déjà vu', 'Deja Vu Lyrics'],
    ['Rock & Roll', 'Rock and Roll Lyrics'],
    ['Rock &amp; Roll', 'Rock & Roll Lyrics'],
    ['Rock & Roll', 'Rock &amp; Roll Lyrics'],
    ["Rock 'n' Roll", 'Rock ’n’ Roll Lyrics'],
    ['Rock &#39;n&#39; Roll', "Rock 'n' Roll Lyrics"],
    ['HEL-Z', 'HEL‐Z Lyrics'],
    ['What?', 'What? Lyrics'],
    ['÷', '÷ Lyrics'],
    ['Copper Kettle', 'Marlow Vane - Copper Kettle Lyrics'],
    ['Copper Kettle', 'Marlow Vane – Copper Kettle Lyrics'],
    ['Copper Kettle', 'Copper Kettle by Marlow Vane Lyrics'],
    ['Copper Kettle', 'Marlow Vane "Copper Kettle" Lyrics'],
    ['Copper Kettle', '3 ContributorsCopper Kettle Lyrics'],
    ['Copper Kettle', '1 ContributorCopper Kettle Lyrics'],
    ['Copper Kettle', '1.2K ContributorsCopper Kettle Lyrics'],
    ['Copper Kettle ft. Juno', '27 ContributorsTranslationsPolskiEspañolCopper Kettle Lyrics'],
    ['Copper Kettle', '27 ContributorsTranslationsShqipБългарскиعربيCopper Kettle Lyrics'],
    ['Copper Kettle', '27 ContributorsTranslationsMagyarБългарскиKurdîCopper Kettle Lyrics'],
  ])('%s: %s', (title, head) => {
    expect(clean(`${head}\n${TWO}`, of(title))).toBe(TWO);
    expect(clean(`${head}${TWO}`, of(title))).toBe(TWO);
  });

  it.each([
    '3 Contributors\nTranslations\nDeutsch\nEspañol\nCopper Kettle Lyrics\n',
    '3 Contributors\n\nCopper Kettle Lyrics\n\n',
    'Copper Kettle Lyrics\nRead More\u00a0\n',
    '"Copper Kettle" lyrics\n',
    'Copper Kettle lyrics\n',
    'Marlow Vane Lyrics\n"Copper Kettle"  lyrics\n',
    'Lyrics to Copper Kettle\n',
    'Lyrics for Copper Kettle by Marlow Vane\n',
    'Letra de Copper Kettle\n',
    'Letra de "Copper Kettle"\n',
    'Paroles de Copper Kettle\n',
    'Songtext von Copper Kettle\n',
    'Testo di Copper Kettle\n',
    'Tekst piosenki Copper Kettle\n',
    'Текст песни Copper Kettle\n',
    'Copper Kettle Songtext\n',
  ])('%j', (head) => {
    expect(clean(`${head}${TWO}`)).toBe(TWO);
  });

  it.each([
    'Lyrics on my mind',
    'Copper kettle on the stove',
    'My lyrics are the best',
    'Something else Lyrics',
    'Read more books',
    'Read More Books',
    'I read more than you',
    '3 contributors to my pain',
    'Deutsch',
    'Letra de molde',
    'Marlow Vane',
    '(Yeah)',
  ])('%s is sung', (line) => {
    expect(clean(`${line}\n${TWO}`)).toBe(`${line}\n${TWO}`);
  });

  it.each(['Read More Books', 'Marlow (yeah)', '(Yea)', 'Kettle', 'Lyrics that I wrote'])(
    '%s below the title is sung',
    (line) => {
      expect(clean(`Copper Kettle Lyrics\n${line}\n${TWO}`)).toBe(`${line}\n${TWO}`);
    },
  );
});

describe('pages of other sites', () => {
  it.each([
    `Tekst piosenki:\n${TWO}\n\nDodaj interpretację do tego tekstu »\n\nHistoria edycji tekstu`,
    `Tekst piosenki:\n\n${TWO}\n\n \n\nDodaj interpretację do tego tekstu »\nAutor tekstu: A. Vane\nKompozytor: B. Vane\nRok wydania: 2011\nKomentarze (3):\nsuper!`,
    `Tekst:\n${TWO}\nPoznaj historię zmian tego tekstu`,
    `${TWO}\nTłumaczenie:`,
    `${TWO}\n...\n\n******* This Lyrics is NOT for Commercial use *******\n(1409618508931)`.replace(
      '...\n\n',
      '',
    ),
    `${TWO}\n\nWriter(s): A. Vane, B. Vane\nLyrics powered by www.musixmatch.com`,
    `${TWO}\n\nWriter(s): A. Vane`,
    `${TWO}\nWriters: A. Vane`,
    `${TWO}\nSongwriters: A. Vane / B. Vane`,
    `${TWO}\nLyrics © Vane Music Publishing LLC`,
    `${TWO}\nLyrics licensed & provided by LyricFind`,
    `${TWO}\nSource: Musixmatch`,
    `${TWO}\nSource: LyricFind\nSongwriters: A. Vane\nCopper Kettle lyrics © Vane`.replace(
      '\nCopper Kettle lyrics © Vane',
      '',
    ),
    `${TWO}\nSource: LyricFind\nSongwriters: A. Vane\nCopper Kettle lyrics © Vane`,
    `${TWO}\n© 2020 Vane Music`,
    `${TWO}\n℗ & © 2020 Vane Music`,
    `Artist: Marlow Vane\nAlbum:  Sea\nSong:   Copper Kettle\nTyped by: kilo@x.test\n\n${TWO}`,
    `\nArtist: Marlow Vane f/ Juno\nSong: Copper Kettle\n\n${TWO}`,
    `Marlow Vane - Copper Kettle\n${TWO}`,
    `Copper Kettle – Marlow Vane\n\n${TWO}`,
    `Copper Kettle by Marlow Vane\n${TWO}`,
    `# Copper Kettle\n\n${TWO}`,
    `Marlow Vane Lyrics\n\n"Copper Kettle"\n\n${TWO}`,
    `${TWO}\nTranslate to English`,
    `${TWO}\n\nSubmit Corrections\n\nThanks to kilo for correcting these lyrics.\nWriter(s): A. Vane\nAZLyrics\nK\nKilo Lyrics`,
    `${TWO}\nThanks to kilo, juno for adding these lyrics.`,
    `${TWO}\n[Thanks to kilo@x.test for lyrics]`,
    `Usage of azlyrics.com content by any third-party lyrics provider is prohibited by our licensing agreement. Sorry about that.\n${TWO}`,
    `<!-- Usage of azlyrics.com content by any third-party lyrics provider is prohibited by our licensing agreement. Sorry about that. -->\n${TWO}`,
    `${TWO}\nComposição: A. Vane / B. Vane.\nEsse não é o compositor? Nos avise.\nEnviada por kilo.`,
    `${TWO}\nhttps://lyrics.test/copper-kettle`,
    `${TWO}\nwww.lyrics.test`,
    `${TWO}\nLyrics taken from lyrics.test`,
    `${TWO}\nИсточник: https://lyrics.test`,
    `${TWO}\nAsk us a question about this song\nNo questions asked yet\nCredits`,
    `${TWO}\nHow to Format Lyrics:\nType out all lyrics, even repeating song parts like the chorus\nUse section headers above different song parts like [Verse]`,
  ])('%j', (page) => {
    expect(clean(page)).toBe(TWO);
  });

  it.each(
    [
      "Writer's block",
      'Writers write and fighters fight',
      'Thanks to my mother for the love',
      'Thanks to all the fans for the lyrics in my head',
      'Submit to the beat',
      'Source of my pain',
      'Composition of the night',
      'Translate to English what I feel',
      'Tekst mój jest jak nóż',
      'Historia edycji mojego życia',
      'About',
      'Credits',
      'Usage of drugs',
      'www',
      'Publisher on my line',
      '12345',
      'Lyrics are my property',
      'You may also like my style',
      'Artist: that is what I am',
      'Copper Kettle',
      '"Copper Kettle"',
      'Copper Kettle by the fire',
      'Marlow Vane - that is my name',
      'Lyrics by the dozen',
      'Share it with the world',
    ].filter((line) => !line.startsWith('Thanks to all')),
  )('%s is sung', (line) => {
    expect(clean(between(line))).toBe(between(line));
  });

  it('are counted', () => {
    expect(cleanScrapedLyrics(`${TWO}\nWriter(s): A\nAZLyrics`, meta).changes).toEqual([
      { kind: 'site_text', count: 2 },
    ]);
  });
});
