import { describe, expect, it } from 'vitest';
import { parseHeader } from '../../../../src/lyrics/text/header-grammar.ts';
import type { SectionKind } from '../../../../src/lyrics/text/header-words.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';

// A language, then its headers in the order: kind=header|header.
const HEADERS = `
af intro=Inleiding verse=Vers 1 chorus=Refrein|Koor bridge=Brug interlude=Tussenspel
ar intro=مقدمة|المقدمة verse=المقطع الأول|مقطع ٢ chorus=اللازمة|كورس pre_chorus=ما قبل اللازمة post_chorus=ما بعد اللازمة bridge=جسر interlude=فاصل outro=الخاتمة
az verse=Bənd 1 chorus=Nəqərat pre_chorus=Ön nəqarət bridge=Körpü outro=Sonluq
be verse=Куплет 1 chorus=Прыпеў pre_chorus=Перадпрыпеў outro=Канцоўка
bg intro=Въведение verse=Куплет 2 chorus=Припев pre_chorus=Предприпев bridge=Мост interlude=Интерлюдия outro=Финал part=Част
bn verse=অন্তরা ১ chorus=কোরাস pre_chorus=প্রি-কোরাস bridge=ব্রিজ
ca intro=Introducció verse=Estrofa 1 chorus=Tornada pre_chorus=Pre-tornada interlude=Interludi outro=Tancament
cs intro=Úvod verse=Sloka 1|SLOKA 2 chorus=Refrén|REFRÉN pre_chorus=Předrefrén bridge=Most interlude=Mezihra outro=Závěr|Dohra
cy verse=Pennill 1 chorus=Cytgan bridge=Pont
da verse=Vers 1 pre_chorus=Bro chorus=Omkvæd|Omkvaed|OMKVÆD 2 post_chorus=Post-omkvæd refrain=Refræn bridge=Kontraststykke interlude=Mellemspil|Mellemstykke
de intro=Einleitung verse=Strophe 1|2. Strophe|Vers 3 pre_chorus=Pre-Refrain|Vorrefrain refrain=Refrain post_chorus=Post-Refrain interlude=Zwischenspiel outro=Ausklang part=Teil|Teil 2
el intro=Εισαγωγή verse=Κουπλέ 1|ΚΟΥΠΛΕ 2 chorus=Ρεφρέν|ΡΕΦΡΕΝ pre_chorus=Προ-Ρεφρέν bridge=Γέφυρα outro=Κλείσιμο
eo verse=Strofo 1 chorus=Refreno bridge=Ponto
es intro=Introducción|Introduccion verse=Verso 1|Estrofa II|Primera estrofa chorus=Coro|Estribillo pre_chorus=Pre-Coro|Pre-Estribillo post_chorus=Post-Coro bridge=Puente interlude=Interludio outro=Cierre|Final
et verse=Salm 1 chorus=Refrään pre_chorus=Eelrefrään interlude=Vahemäng outro=Lõpp
eu intro=Sarrera verse=Ahapaldia 1 chorus=Leloa bridge=Zubia outro=Amaiera
fa verse=ورس ۱|قسمت ۲ chorus=هم‌خوان|همخوان|کورس pre_chorus=پیش‌همخوان bridge=پل outro=پایان
fi verse=Säkeistö 1 chorus=Kertosäe pre_chorus=Esikertosäe|Esi-kertosäe bridge=Silta|C-osa interlude=Välisoitto outro=Loppu
fr verse=Couplet 1|Couplet unique refrain=Refrain pre_chorus=Pré-refrain|Pre-refrain post_chorus=Post-refrain bridge=Pont interlude=Intermède outro=Fin part=Partie I
ga verse=Véarsa 1 chorus=Curfá
gl verse=Estrofa 1 chorus=Retrouso pre_chorus=Pre-retrouso
he intro=פתיחה verse=בית 1|בית א' chorus=פזמון pre_chorus=קדם-פזמון bridge=גשר outro=סיום part=חלק 2 instrumental=קטע כלי
hi intro=परिचय verse=अंतरा 1|अंतरा २ chorus=मुखड़ा|कोरस pre_chorus=प्री-कोरस bridge=ब्रिज outro=समापन
hr intro=Uvod verse=Strofa 1 chorus=Refren refrain=Pripev pre_chorus=Predrefren bridge=Prijelaz interlude=Međuigra break=Pauza build=Uzdizanje outro=Završetak|Zavrsetak
hu intro=Bevezető verse=Versszak 1|1. Verze chorus=Refrén pre_chorus=Elő-refrén|Előrefrén post_chorus=Utó-refrén bridge=Híd|Átvezető interlude=Közjáték outro=Befejezés part=Rész
hy verse=Կուպլետ 1 chorus=Կրկներգ pre_chorus=Նախակրկներգ bridge=Կամուրջ
id intro=Pembuka verse=Bait 1|Verse 1 chorus=Reff|Refrein|Korus pre_chorus=Pra-Reff|Pra-Chorus bridge=Jembatan interlude=Selingan outro=Penutup
is intro=Inngangur verse=Erindi 1 chorus=Viðlag pre_chorus=For-viðlag bridge=Brú interlude=Millispil outro=Niðurlag part=Hluti
it intro=Introduzione verse=Strofa 1|Seconda strofa chorus=Ritornello|Rit. pre_chorus=Pre-Ritornello post_chorus=Post-Ritornello bridge=Ponte interlude=Intermezzo outro=Finale instrumental=Strumentale
ja intro=イントロ|前奏 verse=ヴァース 1|1番|Aメロ pre_chorus=プリコーラス|Bメロ chorus=サビ|サビ2|コーラス post_chorus=ポストコーラス hook=フック bridge=ブリッジ interlude=間奏 outro=アウトロ|後奏
ka verse=კუპლეტი 1 chorus=მისამღერი bridge=ხიდი outro=დასასრული
kk intro=Кіріспе verse=1-шумақ|Шумақ 1 chorus=Қайырма bridge=Көпір outro=Соңы
ko intro=인트로|도입부 verse=벌스 1|1절|2절 chorus=후렴|코러스|후렴구 pre_chorus=프리코러스|프리-코러스 post_chorus=포스트코러스 hook=훅 bridge=브릿지|브리지 interlude=간주 outro=아웃트로
lt intro=Įžanga verse=Posmas 1 chorus=Priedainis pre_chorus=Priešpriedainis bridge=Tiltas outro=Pabaiga
lv intro=Ievads verse=Pants 1 chorus=Piedziedājums bridge=Tilts outro=Nobeigums
mk intro=Увод verse=Строфа 1 pre_chorus=Предрефрен break=Пауза instrumental=Инструментална пауза outro=Крај
mn verse=Бадаг 1 chorus=Дахилт
nl intro=Inleiding verse=Couplet 1|Vers 2 chorus=Refrein pre_chorus=Pre-refrein post_chorus=Post-refrein bridge=Brug interlude=Tussenspel outro=Einde|Slot part=Teil|Deel 2
no verse=Vers 2 chorus=Refreng pre_chorus=Pre-refreng|Før-refreng post_chorus=Etter-refreng interlude=Mellomspill outro=Avslutning
pl intro=Wstęp verse=Zwrotka 1|Zwrotka II chorus=Refren|Ref. pre_chorus=Przedrefren|Przed-refren post_chorus=Zarefren bridge=Przejście|Mostek outro=Zakończenie interlude=Przerywnik
pt intro=Introdução|Introducao verse=Verso 1|Estrofe 2 chorus=Refrão|REFRÃO|Refrao pre_chorus=Pré-Refrão|Pre-refrao|Pré-coro post_chorus=Pós-Refrão bridge=Ponte interlude=Interlúdio outro=Encerramento|Final
ro intro=Introducere verse=Strofa 1|Strofă 2 chorus=Refren pre_chorus=Pre-refren post_chorus=Post-refren bridge=Punte interlude=Interludiu outro=Încheiere
ru intro=Интро|Вступление verse=Куплет 1|2 куплет|Второй куплет chorus=Припев|ПРИПЕВ pre_chorus=Предприпев|Пре-припев post_chorus=Постприпев|Пост-припев bridge=Бридж|Переход interlude=Интерлюдия break=Брейкдаун outro=Аутро|Концовка part=Часть 1 hook=Хук
sk intro=Úvod verse=Sloha 1 chorus=Refrén pre_chorus=Predrefrén bridge=Most interlude=Medzihra outro=Záver
sl verse=Kitica 1 refrain=Pripev pre_chorus=Predrefren outro=Zaključek
sq intro=Hyrja verse=Strofa 1 chorus=Refreni pre_chorus=Pararefreni post_chorus=Pasrefreni refrain=Nënrefreni bridge=Ura outro=Mbyllja part=Pjesa
sr intro=Увод verse=Строфа 1 pre_chorus=Предрефрен bridge=Прелаз outro=Завршетак
sv verse=Vers 1 pre_chorus=Brygga chorus=Refräng|REFRÄNG post_chorus=Efterrefräng bridge=Stick interlude=Mellanspel outro=Avslutning
sw intro=Utangulizi verse=Ubeti 1 chorus=Kiitikio|Kibwagizo
ta verse=சரணம் 1 chorus=பல்லவி pre_chorus=அனுபல்லவி
te verse=చరణం 1 chorus=పల్లవి
th intro=อินโทร verse=ท่อนที่ 1|ท่อน 2 pre_chorus=ก่อนฮุก hook=ฮุก|ท่อนฮุก chorus=คอรัส bridge=บริดจ์ outro=เอาท์โทร
tl verse=Taludtod 1|Berso 2 chorus=Koro pre_chorus=Pre-koro bridge=Tulay outro=Wakas
tr intro=Giriş|GİRİŞ verse=Bölüm 1|Kıta 2|Verse 1 chorus=Nakarat pre_chorus=Ön Nakarat|ÖN NAKARAT post_chorus=Son Nakarat bridge=Köprü interlude=Ara outro=Çıkış|ÇIKIŞ part=Kısım|KISIM 2
uk intro=Вступ|Інтро verse=Куплет 1|Вірш 2 chorus=Приспів pre_chorus=Передприспів|Пре-приспів post_chorus=Постприспів bridge=Міст|Перехід interlude=Інтерлюдія outro=Кінцівка
uz intro=Kirish verse=Koʻplet 1|Ko'plet 2|Ko‘plet chorus=Naqarot post_chorus=Keyingi-naqarot break=Breykdaun interlude=Oraliq part=Qism
vi intro=Mở đầu|Dạo đầu verse=Lời 1|Đoạn 2 pre_chorus=Tiền điệp khúc chorus=Điệp khúc|ĐIỆP KHÚC post_chorus=Hậu điệp khúc bridge=Cầu nối interlude=Gian tấu outro=Kết
zh intro=前奏|引子 verse=主歌 1|主歌2|主歌一|第一段主歌 pre_chorus=预副歌|導歌|导歌 chorus=副歌|副歌2 post_chorus=后副歌 bridge=桥段|橋段 interlude=间奏|間奏 outro=尾奏|尾声`;

const ROWS = HEADERS.trim()
  .split('\n')
  .flatMap((row) => {
    const language = row.slice(0, 2);
    const parts = row.slice(3).split(/ (?=[a-z_]+=)/);
    return parts.flatMap((part) => {
      const [kind = '', names = ''] = part.split('=');
      return names.split('|').map((name) => [language, name, kind] as const);
    });
  });

describe('section headers in the languages of the world', () => {
  it('are tested in more than 50', () => {
    expect(new Set(ROWS.map(([language]) => language)).size).toBeGreaterThan(50);
  });

  it.each(ROWS)('%s: [%s] is a %s', (_, name, kind) => {
    expect(parseHeader(`[${name}]`)?.kind).toBe(kind);
    expect(parseHeader(`[${name}: Kilo]`)).toMatchObject({
      kind,
      performers: kind === 'part' ? [] : ['Kilo'],
    });
  });

  it('give their number in any digits and words', () => {
    const numbers = [
      ...[
        '[Verse 2]',
        '[Verse2]',
        '[Verse Two]',
        '[Verse II]',
        '[2nd Verse]',
        '[مقطع ٢]',
        '[अंतरा २]',
        '[主歌二]',
      ],
      ...[
        '[2절]',
        '[2番]',
        '[Второй куплет]',
        '[Segunda estrofa]',
        '[Zweite Strophe]',
        '[2. Vers]',
        '[Zwrotka II]',
      ],
    ];
    for (const header of numbers) expect([header, parseHeader(header)?.number]).toEqual([header, 2]);
  });

  it('tell a Norwegian bro, the bridge, from a Danish one', () => {
    const kinds = (text: string): SectionKind[] => parseSections(text).map(({ kind }) => kind);
    expect(kinds('[Vers 1]\na\n[Bro]\nb\n[Omkvæd]\nc')).toEqual(['verse', 'pre_chorus', 'chorus']);
    expect(kinds('[Vers 1]\na\n[Refreng]\nb\n[Bro]\nc\n[Refreng]\nd')).toEqual([
      'verse',
      'chorus',
      'bridge',
      'chorus',
    ]);
  });
});

describe('lines that name the song', () => {
  it.each([
    '[Tekst pjesme „Duga noć” ft. Juno]',
    '[Lletra de "Nit llarga" ft. Juno]',
    '[Tekst til "Lang nat" ft. Juno]',
    '[Tekst til «Lang natt» ft. Juno]',
    '[Pikk öö laulusõnad ft. Juno]',
    '[„Hosszú éj” dalszöveg ft. Juno]',
    '[„Hosszú éj” magyarul]',
    '[Söngtextar fyrir "Löng nótt" ft. Juno]',
    '[Dainos žodžiai „Ilga naktis” ft. Juno]',
    '[Текст за песната „Долга ноќ” ft. Juno]',
    '[Songtekst van "Lange nacht" ft. Juno]',
    '[Text skladby „Dlhá noc“ ft. Juno]',
    '[Text písně "Dlouhá noc"]',
    '[Teksti i "Nata e gjatë" ft. Juno]',
    '[«Uzun tun» qoʻshigʻi matni ft. Juno]',
    '[Lời bài hát "Đêm dài" ft. Juno]',
    '[Lời dịch tiếng Việt cho "Đêm dài"]',
    '[Deutscher Songtext zu „Lange Nacht“]',
    '[Songtext zu „Lange Nacht“]',
    '[Letra de "Noche larga" ft. Juno]',
    '[Letra de "Noite longa"]',
    '[Traducción al español de "Long Night"]',
    '[Tradução de "Long Night" por Kilo]',
    '[Testo di "Notte lunga"]',
    '[Paroles de "Longue nuit" ft. Juno]',
    '[Traduction française de "Long Night"]',
    '[Текст песни «Долгая ночь»]',
    '[Перевод песни «Long Night»]',
    '[Текст пісні «Довга ніч»]',
    '[Tekst piosenki "Długa noc"]',
    '["Uzun Gece" için şarkı sözleri]',
    '[Uzun Gece şarkı sözleri]',
    '[Versuri "Noapte lungă"]',
    '[Στίχοι για το "Μεγάλη νύχτα"]',
    '[Lirik "Malam Panjang"]',
    '[כל המילים של "לילה ארוך" - מילים]',
    '[متن آهنگ «شب بلند»]',
    '[كلمات أغنية "ليل طويل"]',
    '[Juno「긴 밤」가사]',
    '[Juno「長い夜」歌詞]',
    '[Juno《长夜》歌词]',
    '[เนื้อเพลง "คืนยาว"]',
    '[Lyrics from Snippet]',
    '[Lyrics for "Long Night"]',
  ])('%s', (line) => {
    expect(parseHeader(line)?.kind).toBe('title');
  });

  it.each([
    'Lyrics from snippet they never let me out',
    '(Text me when you get home)',
    'Letra de molde en la pared',
    'Paroles, paroles',
    '["Text me later," she said]x',
    'Lyrics for the people',
    '„Hosszú éj” magyarul',
  ])('%s is sung', (line) => {
    expect(parseHeader(line)).toBeNull();
  });
});
