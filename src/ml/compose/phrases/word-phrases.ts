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
  ...frames('having', 'a *'),
];
const OF_FOOD = [
  ...frames('do', 'taste the *', 'smell the *', 'pay for the *', 'share the *'),
  ...frames('how', 'for the *', 'without the *'),
];
const OF_MASS = [
  ...frames('do', 'talk about the *', 'run out of *', 'dream of *', 'live on *'),
  ...frames('how', 'for the *', 'without the *', 'like *'),
  ...frames('having', 'no *', 'too much *'),
];
const OF_IDEA = [
  ...frames('do', 'talk about the *', 'think about the *', 'dream of a *', 'remember the *'),
  ...frames('how', 'like a *', 'without a *', 'after the *'),
];
const OF_MANY = [
  ...frames('do', 'talk about the *', 'count the *', 'remember the *', 'dream of *'),
  ...frames('how', 'like *', 'for the *', 'without the *'),
];
const OF_QUALITY = [...frames('being', '*', 'so *')];
const OF_NAME = frames('do', 'talk about *', 'think about *', 'dream of *');

function framesFor(table: WordTable, number: number): readonly Frame[] {
  const tag = table.tags[number]?.charAt(0) ?? '';
  const senses = table.senses[2 * number] ?? 0;
  if (tag === 's') return OF_MANY;
  if (tag === 'j') return OF_QUALITY;
  if (tag === 'N') return OF_NAME;
  if (tag === 'u') return (senses & FOOD) !== 0 ? OF_FOOD : OF_MASS;
  if (tag !== 'n') return [];
  if (PLACES.has(table.words[number] ?? '')) return OF_PLACE;
  if (KIN.has(table.words[number] ?? '')) return OF_KIN;
  if (isPerson(table, number)) return OF_PERSON;
  if ((senses & FOOD) !== 0) return OF_FOOD;
  return (senses & ABSTRACT) !== 0 && (senses & ARTIFACT) === 0 ? OF_IDEA : OF_THING;
}

/** Phrases around a word of the table, for what nothing in the stock is about: none where its kind is not known. */
export function wordPhrases(table: WordTable, number: number, weight: number): Phrase[] {
  const spelled = table.words[number] ?? '';
  const isName = table.tags[number]?.startsWith('N') ?? false;
  const word = isName ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled;
  return framesFor(table, number).map(({ kind, text }) => {
    const article = /^[aeiou]/.test(word) ? text.replace(/\ba \*/, 'an *') : text;
    return readPhrase(kind, article.replace('*', word), weight);
  });
}
