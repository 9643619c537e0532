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

export const KIND_BY_WORD: ReadonlyMap<string, SectionKind> = new Map(
  WORDS.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);

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

const ENGLISH_NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

/** "2", "II", "two", "2nd", "second" → 2; anything else → null. */
export function headerNumber(word: string): number | null {
  const digits = /^(\d{1,3})(?:st|nd|rd|th|er|ère|e|º|ª)?$/.exec(word);
  if (digits) return Number(digits[1]);
  for (const list of [ENGLISH_NUMBERS, ORDINALS, ROMAN]) {
    const index = list.indexOf(word);
    if (index >= 0) return index + 1;
  }
  return null;
}

const JOINED_PREFIXES: ReadonlySet<string> = new Set([
  'pre',
  'post',
  'pré',
  'pós',
  'ad',
  'lib',
  'libs',
  'up',
]);

/** Whether a word belongs to the closed vocabulary of section names, what goes with them, and numbers. */
export const isHeaderWord = (word: string): boolean =>
  KIND_BY_WORD.has(word) ||
  KIND_BY_WORD.has(word.replace(/\d+$/, '')) ||
  MODIFIERS.has(word) ||
  JOINED_PREFIXES.has(word) ||
  headerNumber(word) !== null;
