import { EVERYDAY_NAMES, HEADER_NAMES } from './header-names.ts';

/** The kinds of section that a header can name; `unlabelled` is text without a header. */
export type SectionKind =
  | 'intro'
  | 'verse'
  | 'pre_chorus'
  | 'chorus'
  | 'post_chorus'
  | 'hook'
  | 'refrain'
  | 'bridge'
  | 'interlude'
  | 'break'
  | 'instrumental'
  | 'solo'
  | 'outro'
  | 'skit'
  | 'spoken'
  | 'part'
  | 'sample'
  | 'drop'
  | 'build'
  | 'ad_libs'
  | 'scratches'
  | 'segue'
  | 'title'
  | 'unlabelled';

/** All kinds, for schemas. */
export const SECTION_KINDS = [
  'intro',
  'verse',
  'pre_chorus',
  'chorus',
  'post_chorus',
  'hook',
  'refrain',
  'bridge',
  'interlude',
  'break',
  'instrumental',
  'solo',
  'outro',
  'skit',
  'spoken',
  'part',
  'sample',
  'drop',
  'build',
  'ad_libs',
  'scratches',
  'segue',
  'title',
  'unlabelled',
] as const satisfies readonly SectionKind[];

// Lower case, hyphens and diacritics only where the language needs them; one row per kind and group of languages.
const WORDS: readonly (readonly [SectionKind, string])[] = [
  [
    'intro',
    'intro introduction introducción introdução introduzione einleitung giriş вступление интро イントロ 인트로',
  ],
  [
    'verse',
    'verse verses vers verso versos couplet strophe strofa estrofa zwrotka куплет куплеты kuplet вірш',
  ],
  ['verse', 'bölüm kıta ヴァース バース 벌스'],
  [
    'pre_chorus',
    'prechorus prehook prerefrain precoro preestribillo prérefrain prérefrão prerefrão preritornello',
  ],
  ['pre_chorus', 'предприпев распевка prerefren brücke'],
  [
    'chorus',
    'chorus choruses coro estribillo refrão ritornello refren nakarat припев приспів コーラス サビ 코러스 후렴',
  ],
  [
    'post_chorus',
    'postchorus posthook postrefrain postcoro postestribillo pósrefrão postrefrão постприпев postrefren',
  ],
  ['hook', 'hook хук'],
  ['refrain', 'refrain рефрен'],
  ['bridge', 'bridge pont puente ponte köprü бридж мост most ブリッジ 브릿지'],
  ['interlude', 'interlude interludio interlúdio zwischenspiel интерлюдия interludium'],
  ['break', 'break breakdown брейк breakbeat'],
  ['instrumental', 'instrumental instrumentale instrumentală инструментал проигрыш strumentale enstrümantal'],
  ['solo', 'solo соло'],
  ['outro', 'outro fin cierre chiusura çıkış аутро концовка кода coda ending アウトロ 아웃트로'],
  ['skit', 'skit sketch скит'],
  ['spoken', 'spoken speech dialogue dialog voicemail monologue narration hablado parlé gesprochen parlato'],
  ['part', 'part parte partie часть'],
  ['sample', 'sample samples сэмпл'],
  ['drop', 'drop дроп'],
  ['build', 'build buildup'],
  ['ad_libs', 'adlib adlibs'],
  ['scratches', 'scratch scratches scratching cuts'],
  ['segue', 'segue transition'],
];

/** Kinds whose name alone on a line is almost always a header and not a sung line. */
export const STRONG_KINDS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'intro',
  'verse',
  'pre_chorus',
  'chorus',
  'post_chorus',
  'hook',
  'outro',
]);

/** Words that a header may contain beside the section name. */
export const MODIFIERS: ReadonlySet<string> = new Set(
  (
    'first second third fourth fifth sixth seventh eighth final last next opening closing extended short long half double main ' +
    'alternate alternative alternating original remix live radio new old same repeat repeats repeated repeating reprise variation of ' +
    'cont contd continued cont’d fade fades fading out to end all both guitar bass drum drums piano sax saxophone trumpet violin ' +
    'synth keyboard organ harmonica flute beat dj turntable vocal vocals nonlyrical non lyrical backing group crowd choir phone call ' +
    'movie film tv news radio audio clip word words section interview the a of and with without in studio acoustic ' +
    'morceau moment passage primera segunda primo secondo premier deuxième erste zweite mezzo doppio'
  ).split(' '),
);

/** What may stand beside the name of a section where no bracket marks it. */
export const BARE_MODIFIERS: ReadonlySet<string> = new Set(
  'first second third fourth final last repeat repeats repeated repeating again reprise cont contd continued instrumental number nr no nummer número numéro №'.split(
    ' ',
  ),
);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'one first i 一 eins un uno один primera primeira prima primer primero primeiro primo premier première erste erster första første eerste pierwsza первый birinci الأول',
    'two second ii 二 zwei deux dos due два segunda segunda seconda segundo secondo deuxième zweite zweiter andra anden andre tweede druga второй ikinci الثاني',
    'three third iii 三 drei trois tres tre три tercera terceira terza tercer tercero terceiro terzo troisième dritte dritter tredje derde trzecia третий üçüncü الثالث',
    'four fourth iv 四 vier quatre cuatro quatro четыре cuarta quarta cuarto quarto quatrième vierte vierter fjärde fjerde vierde czwarta четвёртый dördüncü الرابع',
    'five fifth v 五',
    'six sixth vi 六',
    'seven seventh vii 七',
    'eight eighth viii 八',
    'nine ninth ix 九',
    'ten tenth x 十',
    'eleven eleventh xi',
    'twelve twelfth xii',
  ].flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)),
);

/** "2", "II", "two", "2nd", "second", "zweite" → 2; anything else → null. */
export function headerNumber(word: string): number | null {
  const digits = /^(\d{1,3})(?:st|nd|rd|th|er|ère|e|º|ª|o|a|\.)?$/.exec(word);
  return digits ? Number(digits[1]) : (NUMBERS.get(word) ?? null);
}

/** A word or several written as one, without what writers leave out: marks on letters, as in "Omkvaed", "REFRAO". */
const foldName = (name: string): string => (ASCII.test(name) ? name : foldMarks(name));

const ASCII = /^[\0-\x7f]*$/;
const foldMarks = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ıłøđæœß]/g, (letter) => PLAIN[letter] ?? letter);

const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

const KIND_BY_NAME = new Map<string, SectionKind>();
const PREFIXES = ['pre', 'post', 'pré', 'pós', 'repeat'];
const FIRST_PARTS = new Set<string>(PREFIXES);
const NAME_PARTS = new Set<string>([...PREFIXES, 'ad', 'lib', 'libs', 'up']);

function addName(kind: SectionKind, written: string): void {
  const parts = written.split('_');
  for (const part of parts) NAME_PARTS.add(part);
  if (parts.length > 1) FIRST_PARTS.add(parts[0] ?? '').add(foldName(parts[0] ?? ''));
  const name = parts.join('');
  for (const form of [name, foldName(name)]) if (!KIND_BY_NAME.has(form)) KIND_BY_NAME.set(form, kind);
}

const isKind = (name: string): name is SectionKind => SECTION_KINDS.some((kind) => kind === name);

for (const [kind, words] of WORDS) for (const word of words.split(' ')) addName(kind, word);
for (const kinds of Object.values(HEADER_NAMES)) {
  for (const entry of kinds.split(' ')) {
    const [kind = '', names = ''] = entry.split(':');
    if (isKind(kind)) for (const name of names.split(',')) addName(kind, name);
  }
}

/** The kind that a name means, its words written as one; undefined for other words. */
export const kindOfName = (name: string): SectionKind | undefined =>
  KIND_BY_NAME.get(name) ?? KIND_BY_NAME.get(foldName(name));

/** Whether a word is a name or the first word of one. */
export const opensName = (word: string): boolean => FIRST_PARTS.has(word) || kindOfName(word) !== undefined;

/** Whether a name is also a word of everyday speech, so that it names a section in square brackets only. */
export const isEverydayName = (name: string): boolean =>
  EVERYDAY_NAMES.has(name) || EVERYDAY_NAMES.has(foldName(name));

/** Whether a word belongs to the closed vocabulary of section names, what goes with them, and numbers. */
export const isHeaderWord = (word: string): boolean =>
  kindOfName(word) !== undefined ||
  kindOfName(word.replace(/\d+$/, '')) !== undefined ||
  MODIFIERS.has(word) ||
  NAME_PARTS.has(word) ||
  headerNumber(word) !== null;
