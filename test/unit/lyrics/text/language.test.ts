import { describe, expect, it } from 'vitest';
import { detectLanguage, hearLanguages, languageOfLines } from '../../../../src/lyrics/text/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'Lanterns on the water and you never called my name\nI was waiting by the harbour in the rain'],
    ['en', "Yeah, uh, we ridin' 'til the lights go out\nain't nobody hear us when we shout"],
    ['es', 'Camino por la calle y no te veo\nla noche está cerrada y yo te creo'],
    ['fr', 'Je marche dans la rue et je ne te vois pas\nles lumières de la ville ne brillent pas'],
    ['de', 'Ich laufe durch die Straßen und ich sehe dich nicht\nder Regen fällt und keiner macht Licht'],
    ['ru', 'Я иду по улице и не вижу тебя\nфонари погасли, идёт вода'],
    ['uk', 'Йду вулицею і не бачу тебе\nліхтарі згасли'],
    ['pt', 'Eu ando pela rua e não te vejo\na noite cai e eu não tenho desejo'],
    ['it', 'Cammino per la strada e non ti vedo\nla notte è lunga e io ti credo'],
    ['pl', 'Idę ulicą i nie widzę ciebie\nświatła gasną na niebie'],
    ['tr', 'Sokakta yürüyorum ve seni görmüyorum\nışıklar söndü gidiyorum'],
    ['ja', '街を歩いていて君が見えない'],
  ])('hears %s', (code, text) => {
    expect(detectLanguage(text)?.code).toBe(code);
  });

  it.each([
    ['af', 'Die wind waai koud oor die vlaktes\nmy ma wag nog altyd by die hek'],
    ['da', 'Regnen falder på taget, og jeg kan ikke sove\njeg venter på dig'],
    ['no', 'Regnet faller på taket og jeg får ikke sove\njeg venter på deg'],
    ['sv', 'Regnet faller på taket och jag kan inte sova\njag väntar på dig'],
    ['fa', 'باران می‌بارد و من تنها هستم\nچرا برنمی‌گردی پیش من'],
    ['ar', 'المطر ينزل وأنا وحدي هنا\nلماذا لا ترجع إلى قلبي'],
    ['ur', 'بارش ہو رہی ہے اور میں اکیلا ہوں\nتم کیوں نہیں آتے'],
    ['ta', 'மழை பெய்கிறது நான் தனியாக இருக்கிறேன்'],
    ['te', 'వర్షం కురుస్తోంది నేను ఒంటరిగా ఉన్నాను'],
    ['mr', 'पाऊस पडतोय आणि मी एकटा आहे'],
    ['ne', 'पानी परिरहेको छ र म एक्लै छु'],
    ['hi', 'बारिश हो रही है और मैं अकेला हूँ'],
    ['bg', 'Дъждът вали и аз съм сам\nзащо не се връщаш'],
    ['sr', 'Киша пада и ја сам сам\nзашто се не вратиш'],
    ['be', 'Дождж ідзе, а я адзін\nчаму ты не вяртаешся'],
    ['kk', 'Жаңбыр жауып тұр, мен жалғызбын'],
    ['yue', '落緊雨我一個人喺度\n點解你唔返嚟'],
    ['ht', 'Lapli ap tonbe epi mwen poukont mwen'],
    ['sw', 'Mvua inanyesha na mimi niko peke yangu'],
    ['tl', 'Umuulan at nag-iisa ako dito'],
    ['id', 'Hujan turun dan aku sendirian di sini'],
    ['ca', 'Plou molt i jo estic sol, per què no tornes amb mi'],
    ['gl', 'Chove moito e eu estou só, por que non voltas á miña casa'],
    ['am', 'ዝናብ እየዘነበ ነው እኔም ብቻዬን ነኝ'],
    ['ka', 'წვიმს და მარტო ვარ'],
    ['zu', 'Liyana imvula futhi mina ngingedwa'],
  ])('tells %s from its neighbours', (code, text) => {
    expect(detectLanguage(text)?.code).toBe(code);
  });

  it.each([
    ['ko', 'biga naeryeo naneun honja neol gidaryeo'],
    ['ja', 'ame ga futte iru kedo boku wa hitori da'],
    ['hi', 'baarish ho rahi hai aur main akela hoon yaar'],
    ['ar', 'el matar nazel w ana la7ali ya 7abibi'],
    ['ru', 'dozhd idyot a ya odin, pochemu ty ne pridyosh'],
  ])('hears %s in Latin letters and says so', (code, text) => {
    expect(detectLanguage(text)).toMatchObject({ code, script: 'Latn' });
  });

  it.each([
    "Finna slide thru wit da gang, bruh, we ain't playin no mo",
    'Mi deh yah pon di corner, yuh nuh see di yute dem a run?',
    'Abeg no vex, I dey work since morning, money go come',
    'i dont no wat 2 do wen ur gone, i luv u 4eva',
    '1 g0t th3 m0n3y 4nd th3 p0w3r',
    'Giuseppe and Alejandro sip Moët with Beyoncé in Zürich',
    'WE RUN THIS TOWN ALL NIGHT LONG',
    "Och, ye cannae tell me nothin, I'm fae the schemes",
    'Say less. Pull up.',
    'Konichiwa, bonjour, hola, I say hello in every language I know',
    'Thugz n Harmny 4 lyfe, crossin roadz n dodgin strife',
    "Brrr stick 'em, ha ha ha stick 'em",
    'How far bros, wetin you dey do for there, make we waka',
    'Oh my God, oh my God',
  ])('hears English in %j', (text) => {
    expect(detectLanguage(text)?.code).toBe('en');
  });

  it('goes by most of the text, not by one line of it', () => {
    const found = detectLanguage(
      'La noche está cerrada y camino por la calle sin tu voz, ya no te veo\nLanterns on the water and you never called my name\nI was waiting in the rain\nwe were young and you were there',
    );
    expect(found?.code).toBe('en');
    expect(found?.confidence).toBeLessThan(1);
  });

  it.each([
    ...[
      '',
      '…',
      '🔥🔥',
      '123 456',
      'yo',
      'La la la, na na na',
      'Skrrt skrrt, brrr, grrah',
      'Mmm mmm, ooh, ah',
    ],
    ...[
      '+1 (555) 010-0199',
      'Xqzt brmf plkj wvnt',
      'Krondle vask emmer tilgat norbi sunfret alpook',
      'Shala doo, wop doo wop',
      'Blorf nindle quarp, zibbet frumlo gax',
    ],
  ])('makes nothing of %j', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  it('does not read header lines', () => {
    expect(detectLanguage('[Verse 1: And The You That]\nЯ иду по улице и не вижу тебя')?.code).toBe('ru');
  });
});

describe('hearLanguages', () => {
  const english = 'I was waiting in the rain for you to call my name';
  const spanish = 'Yo te esperaba bajo la lluvia y no volviste más';

  it('shares the letters out among languages that take turns within lines', () => {
    const lines = [
      'Mami, you know I want it, dame lo que quiero',
      "Baby, I've been waiting, por ti yo me muero",
    ];
    const { main, among } = hearLanguages(lines);
    expect(
      among(lines)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['en', 'es']);
    expect(among(lines).every(({ share }) => share > 0.3)).toBe(true);
    expect(main?.confidence).toBeLessThan(0.75);
  });

  it('tells the language of some of the lines', () => {
    const { among } = hearLanguages([english, spanish]);
    expect(among([english])).toEqual([{ code: 'en', share: 1 }]);
    expect(among([spanish, spanish])).toEqual([{ code: 'es', share: 1 }]);
    expect(among(['not heard'])).toEqual([]);
  });

  it('hears one language in a text with a foreign word or name', () => {
    const lines = [
      'I told the plug gracias when he dropped it at the door',
      'Zürich, Bogotá, then home to you again',
    ];
    expect(hearLanguages(lines).among(lines)).toEqual([{ code: 'en', share: 1 }]);
  });

  it('reads lines spread over a long text', () => {
    const lines = [...'abcdefghijklmnopqrst'].flatMap((letter) => [
      `${spanish} ${letter}`,
      ...[...'uvwxyz'].map((other) => `${english} ${letter}${other}`),
    ]);
    expect(languageOfLines(lines)?.code).toBe('en');
  });
});
