import type { WordTable } from '../word-table.ts';
import { type Phrase, type PhraseKind, readPhrase } from './phrase.ts';

/** Numbers of WordNet's lexicographer files, as bits of the first of a word's two sense numbers. */
const FOOD = 1 << 13;
const PERSON = 1 << 18;
const ARTIFACT = 1 << 6;
const ABSTRACT = (1 << 4) | (1 << 7) | (1 << 9) | (1 << 11) | (1 << 12);

/** Buildings, rooms and grounds, which the senses do not tell from tools. */
const PLACES: ReadonlySet<string> = new Set(
  (
    'kitchen garden house hospital school church chapel temple mosque store shop market mall station airport harbor harbour dock port ' +
    'street alley avenue road highway bridge tunnel park yard court courtroom jail prison cell office factory warehouse mill mine ' +
    'farm field barn stable forest woods jungle desert beach ocean river lake bay island mountain valley hill city town village ' +
    'country suburb ghetto hood block corner building basement attic bedroom bathroom hallway lobby elevator garage driveway porch ' +
    'balcony roof rooftop room apartment hotel motel casino club bar pub restaurant diner cafe bakery laundry library museum theater ' +
    'cinema stage studio stadium arena gym pool locker classroom college university playground cemetery graveyard morgue clinic ' +
    'ward bank bus train taxi cab truck car van boat ship plane subway sidewalk pavement parking tower castle palace'
  ).split(' '),
);

const KIN: ReadonlySet<string> = new Set(
  'mother father mama mom dad daddy brother sister son daughter uncle aunt auntie cousin grandma grandpa grandfather grandmother wife husband friend neighbor baby kid child family'.split(
    ' ',
  ),
);
/** Words for people that also mean other things, by how they end or by themselves. */
const AGENT =
  /(?:er|or|ist|man|woman|ian|king|queen|boy|girl|judge|thief|cop|chef|coach|nurse|clerk|pilot|priest|rookie|rival|saint|ghost)$/;
const NATURE = (1 << 15) | (1 << 17) | (1 << 19);

function isPerson({ senses, words }: WordTable, number: number): boolean {
  const [first, second] = [senses[2 * number] ?? 0, senses[2 * number + 1] ?? 0];
  if ((first & PERSON) === 0 || (first & (NATURE | ARTIFACT | FOOD)) !== 0) return false;
  const isOnly = (first & ~PERSON) === 0 && (second & 0b111) === 0;
  return isOnly || AGENT.test(words[number] ?? '');
}

interface Frame {
  readonly kind: PhraseKind;
  readonly text: string;
}

const frames = (kind: PhraseKind, ...texts: string[]): Frame[] => texts.map((text) => ({ kind, text }));

const OF_PERSON = [
  ...frames('who', 'the * ='),
  ...frames('how', 'like a *', 'for the *', 'with the *'),
  ...frames('do', 'talk to the *', 'listen to the *', 'wait for the *', 'pray for the *'),
];
const OF_KIN = [
  ...frames('who', 'my * ='),
  ...frames('how', 'for ~ *', 'like ~ *', 'with ~ *'),
  ...frames('do', 'talk to ~ *', 'listen to ~ *', 'pray for ~ *', 'think of ~ *'),
];
const OF_PLACE = [
  ...frames('where', 'in the *', 'behind the *', 'by the *'),
  ...frames('do', 'walk past the *', 'drive past the *', 'dream of the *', 'head for the *'),
];
const OF_THING = [
  ...frames('how', 'like a *', 'for a *', 'without a *'),
  ...frames('do', 'reach for the *', 'look for a *', 'dream of a *', 'pay for the *'),
];
const OF_FOOD = [
  ...frames('do', 'taste the *', 'smell the *', 'pay for the *', 'share the *'),
  ...frames('how', 'for the *', 'without the *'),
];
const OF_MASS = [
  ...frames('do', 'talk about the *', 'run out of *', 'dream of *', 'live on *'),
  ...frames('how', 'for the *', 'without the *', 'like *'),
  ...frames('having', 'no *'),
];
const OF_IDEA = [
  ...frames('do', 'talk about the *', 'think about the *', 'dream of a *', 'remember the *'),
  ...frames('how', 'like a *', 'without a *', 'after the *'),
];
const OF_MANY = [
  ...frames('do', 'talk about the *', 'count the *', 'remember the *', 'dream of *'),
  ...frames('how', 'like *', 'for the *', 'without the *'),
];
const OF_OUR_KIN = [
  ...frames('do', 'talk about ~ *', 'listen to ~ *', 'pray for ~ *', 'remember ~ *'),
  ...frames('how', 'for ~ *', 'with ~ *'),
];
const OF_QUALITY = frames('being', '*', 'so *');
const OF_NAME = frames('do', 'talk about *', 'think about *', 'dream of *');

/** Plurals without an ending. */
const PLURAL: ReadonlySet<string> = new Set(
  'police people folks cops children men women feet teeth'.split(' '),
);
/** Adjectives that do not say how somebody is. */
const HOLLOW: ReadonlySet<string> = new Set(
  'first last next own such same other little new best main whole big great good bad high low old long short top many few more most right left'.split(
    ' ',
  ),
);
/** Senses of what can be touched. */
const THINGS = ARTIFACT | FOOD | (1 << 5) | (1 << 17) | (1 << 20);

/** Whether people say more than one of it: "dream of a storm", but "dream of revenge". */
function isCountable(table: WordTable, number: number): boolean {
  const word = table.words[number] ?? '';
  if (word.endsWith('ing')) return false;
  const plurals = [`${word}s`, `${word}es`, word.replace(/y$/, 'ies'), word.replace(/fe?$/, 'ves')];
  return plurals.some((plural) => plural !== word && table.find(plural) >= 0);
}

function framesFor(table: WordTable, number: number): readonly Frame[] {
  const word = table.words[number] ?? '';
  if (KIN.has(word)) return OF_KIN;
  if (PLURAL.has(word)) return OF_MANY;
  const tag = table.tags[number]?.charAt(0) ?? '';
  const senses = table.senses[2 * number] ?? 0;
  if (tag === 's') return KIN.has(word.slice(0, -1)) ? OF_OUR_KIN : OF_MANY;
  if (tag === 'j') return HOLLOW.has(word) ? [] : OF_QUALITY;
  if (isName(table, number)) return OF_NAME;
  if (PLACES.has(word)) return OF_PLACE;
  if (isPerson(table, number)) return OF_PERSON;
  if (!'nuN'.includes(tag)) return [];
  if ((senses & FOOD) !== 0) return OF_FOOD;
  const isThing = (senses & THINGS) !== 0;
  if (tag === 'u' || !isCountable(table, number)) return isThing && tag === 'n' ? OF_THING : OF_MASS;
  return (senses & ABSTRACT) !== 0 && (senses & ARTIFACT) === 0 ? OF_IDEA : OF_THING;
}

/** Speech writes some things with a capital more often than not ("Eagle"): those are no names. */
const isName = ({ tags, senses }: WordTable, number: number): boolean =>
  (tags[number] ?? '').startsWith('N') && ((senses[2 * number] ?? 0) & THINGS) === 0;

/** Phrases around a word of the table, for what nothing in the stock is about: none where its kind is not known. */
export function wordPhrases(table: WordTable, number: number, weight: number): Phrase[] {
  const spelled = table.words[number] ?? '';
  const isCapital = isName(table, number) && !KIN.has(spelled);
  const word = isCapital ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled;
  return framesFor(table, number).map(({ kind, text }) => {
    const article = /^[aeiou]/.test(word) ? text.replace(/\ba \*/, 'an *') : text;
    return readPhrase(kind, article.replace('*', word), weight);
  });
}
