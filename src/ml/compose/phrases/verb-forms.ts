export const VERB_FORMS = ['base', 'third', 'past', 'participle', 'ing'] as const;
export type VerbForm = (typeof VERB_FORMS)[number];

/** Base, past and participle of the verbs that do not take -ed; the participle is the past where it is left out. */
const IRREGULAR = `arise arose arisen;awake awoke awoken;bear bore borne;beat beat beaten;become became become;begin began begun;bend bent;
bet bet;bind bound;bite bit bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought;build built;burn burned;
burst burst;buy bought;catch caught;choose chose chosen;cling clung;come came come;cost cost;creep crept;cut cut;deal dealt;dig dug;
do did done;draw drew drawn;dream dreamed;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed;feel felt;
fight fought;find found;flee fled;fly flew flown;forbid forbade forbidden;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;
get got;give gave given;go went gone;grind ground;grow grew grown;hang hung;have had;hear heard;hide hid hidden;hit hit;hold held;
hurt hurt;keep kept;kneel knelt;know knew known;lay laid;lead led;lean leaned;learn learned;leave left;lend lent;let let;lie lay lain;
light lit;lose lost;make made;mean meant;meet met;pay paid;put put;quit quit;read read;ride rode ridden;ring rang rung;rise rose risen;
run ran run;say said;see saw seen;seek sought;sell sold;send sent;set set;shake shook shaken;shed shed;shine shone;shoot shot;show showed shown;
shrink shrank shrunk;shut shut;sing sang sung;sink sank sunk;sit sat;sleep slept;slide slid;speak spoke spoken;spend spent;spin spun;
split split;spread spread;stand stood;steal stole stolen;stick stuck;sting stung;strike struck;swear swore sworn;sweep swept;
swim swam swum;swing swung;take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;wake woke woken;
wear wore worn;weep wept;win won;wind wound;write wrote written`;

/** Regular verbs of several syllables that double their last letter, and short ones that do not. */
const DOUBLED = new Set([
  'begin',
  'forget',
  'forbid',
  'admit',
  'commit',
  'regret',
  'upset',
  'permit',
  'refer',
  'prefer',
  'control',
]);
const SHORT_VOWEL = /^[^aeiou]*[aeiou][bdgklmnprtvz]$/;

interface Principal {
  readonly past: string;
  readonly participle: string;
}

const PRINCIPAL: ReadonlyMap<string, Principal> = new Map(
  IRREGULAR.split(/;\s*/).map((row) => {
    const [base = '', past = '', participle = past] = row.trim().split(' ');
    return [base, { past, participle }];
  }),
);

const doubles = (base: string): boolean => DOUBLED.has(base) || SHORT_VOWEL.test(base);

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

function ingOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  return doubles(base) ? `${base}${base.at(-1)}ing` : `${base}ing`;
}

function thirdOf(base: string): string {
  if (base === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** A form of an English verb, given its base: "count" as past is "counted". */
export function inflectVerb(base: string, form: VerbForm): string {
  if (form === 'base') return base;
  if (form === 'third') return thirdOf(base);
  if (form === 'ing') return ingOf(base);
  return PRINCIPAL.get(base)?.[form] ?? regularPast(base);
}

/** Words before a verb that take no form of their own. */
const ADVERBS = new Set(['never', 'still', 'always', 'just']);

/** A phrase that begins with a verb in another form; "toss and turn" has two. */
export function inflectPhrase(words: readonly string[], form: VerbForm): string[] {
  const first = words.findIndex((word) => !ADVERBS.has(word));
  const isPair = words.length === first + 3 && words[first + 1] === 'and';
  // "Lied to" is another verb than "lay low".
  if (form === 'past' && words[first] === 'lie' && words[first + 1] === 'to')
    return ['lied', ...words.slice(1)];
  return words.map((word, at) =>
    at === first || (isPair && at === first + 2) ? inflectVerb(word, form) : word,
  );
}
