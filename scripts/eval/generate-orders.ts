import { isStopWord } from '../../src/lib/stop-words.ts';
import { isHeaderLine } from '../../src/lyrics/text/sections.ts';
import { readWords } from '../../src/ml/compose/read-words.ts';
import type {
  ComposeOrder,
  RhymeDepth,
  SourceLine,
  SyllableRange,
  WeightedWord,
} from '../../src/ml/compose/types.ts';
import { type CatalogueArtist, catalogue } from '../local/catalogue/catalogue.ts';

interface Requests {
  readonly prompts: readonly string[];
  readonly shapes: readonly { readonly scheme: string; readonly syllables: SyllableRange }[];
  /** Added to the number of the request. */
  readonly seed: number;
}

const range = (min: number, max = min): SyllableRange => ({ min, max });

/** What the composer's weights were chosen with. */
const TUNE: Requests = {
  prompts: [
    'counting money after a long shift', 'my mother in the kitchen on sunday', 'cold winter night in the city', 'a love that went wrong',
    'the train home at midnight', 'growing up by the river', 'old school days and friends', 'chasing dreams with empty pockets',
    'church on a sunday morning', 'the boss who never pays on time', 'driving my truck through the rain', 'a garden behind the house',
    'my brother is locked up in jail', 'dancing in the club all night', 'fighting back after a loss', 'the ocean and the harbour lights',
    'hungry for bread and butter', 'a doctor in the hospital', 'basketball on the corner court', 'a letter to my daughter',
  ],
  shapes: [
    { scheme: 'AABB', syllables: range(8, 11) },
    { scheme: 'ABAB', syllables: range(10) },
    { scheme: 'ABBA', syllables: range(9, 12) },
    { scheme: 'AAAA', syllables: range(8, 12) },
    { scheme: '----', syllables: range(7, 12) },
    { scheme: 'AABBCCDD', syllables: range(9, 12) },
    { scheme: 'ABABCDCD', syllables: range(8, 11) },
    { scheme: 'AAB-AAB-', syllables: range(7, 11) },
  ],
  seed: 0,
}; // biome-ignore format: a table

/** What nothing was chosen with. */
const HELD: Requests = {
  prompts: [
    'my first car and the open road', 'the landlord raised the rent again', 'raising a son without a father', 'a soldier coming home from war',
    'late for class with no excuse', 'the night the lights went out', 'selling lemonade on a hot day', 'she left me for my best friend',
    'grandfather fixing an old radio', 'standing on a stage for the first time', 'the dog waits at the window', 'a storm over the farm',
    'lost my job at the factory', 'waiting on a phone call from the hospital', 'stars above the desert', 'nobody believed in me back then',
    'breakfast with my little sister', 'a ghost in the mirror', 'hands cold from the snow', 'praying before the big game',
    'my neighbor plays the trumpet', 'getting sober one day at a time', 'the judge read my name', 'diamonds and gold do not make you happy',
    'fishing with my uncle at dawn', 'the smell of a bakery in the morning', 'immigrants crossing the border', 'a teacher who changed my life',
    'running from the police', 'the last summer before college', 'falling asleep on the subway', 'a boxer who lost the title',
    'writing songs in a notebook', 'voting for a change', 'the mountain and the eagle', 'hospital flowers', 'revenge', 'happiness', 'new shoes',
    'what my father never said',
  ],
  shapes: [
    { scheme: 'AABB', syllables: range(9, 12) },
    { scheme: 'ABCB', syllables: range(8, 10) },
    { scheme: 'AABBA', syllables: range(7, 10) },
    { scheme: 'ABAB', syllables: range(12) },
    { scheme: 'AAAABBBB', syllables: range(8, 11) },
    { scheme: 'ABBACDDC', syllables: range(10, 13) },
    { scheme: 'A-A-', syllables: range(6, 9) },
    { scheme: '----', syllables: range(11, 14) },
    { scheme: 'AABBCCDDEEFFGGHH', syllables: range(9, 13) },
    { scheme: 'ABCABC', syllables: range(9, 11) },
  ],
  seed: 100_000,
}; // biome-ignore format: a table

const TEMPERATURES = [0.5, 0.8, 1.1];
const STYLE_WORDS = 40;

export interface GenerateCase {
  readonly prompt: string;
  readonly order: ComposeOrder;
  readonly sources: readonly SourceLine[];
}

/** The words of a prompt that say what it is about. */
export const topicOf = (prompt: string): WeightedWord[] =>
  readWords(prompt)
    .filter(({ word }) => !isStopWord(word))
    .map(({ word }) => ({ word, weight: 1 }));

const linesOf = ({ songs }: CatalogueArtist): string[] =>
  songs
    .filter(({ language }) => language === 'en')
    .flatMap(({ lyrics }) => lyrics.split('\n'))
    .filter((line) => line.trim() !== '' && !isHeaderLine(line));

/** Words that an artist uses far more than the others: c-TF-IDF. */
function styleWords(artist: CatalogueArtist): WeightedWord[] {
  const count = (artists: readonly CatalogueArtist[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of artists.flatMap(linesOf))
      for (const { word } of readWords(line)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const [own, all] = [count([artist]), count(catalogue)];
  const mean = [...all.values()].reduce((sum, uses) => sum + uses, 0) / catalogue.length;
  return [...own]
    .filter(([word, uses]) => uses > 1 && !isStopWord(word))
    .map(([word, uses]) => ({ word, weight: uses * Math.log(1 + mean / (all.get(word) ?? 1)) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, STYLE_WORDS);
}

/** Requests as writers make them, in every scheme, with and without a style; the same ones every time. */
export function drawOrders(count: number, half: 'tune' | 'held'): GenerateCase[] {
  const { prompts, shapes, seed } = half === 'tune' ? TUNE : HELD;
  const artists = catalogue.filter((artist) => linesOf(artist).length > 0);
  const styles = artists.map((artist, at) => ({
    words: styleWords(artist),
    sources: linesOf(artist).map((text): SourceLine => ({ text, weight: 1, source: at + 1 })),
  }));
  return Array.from({ length: count }, (_, at): GenerateCase => {
    const { scheme, syllables } = shapes[Math.floor(at / 2) % shapes.length] ?? {
      scheme: 'AABB',
      syllables: { min: 8, max: 12 },
    };
    const prompt = prompts[at % prompts.length] ?? '';
    const style = at % 3 === 0 ? styles[Math.floor(at / 3) % styles.length] : undefined;
    const plain: RhymeDepth = at % 4 === 0 ? 'single' : 'multi';
    const order: ComposeOrder = {
      lines: scheme.length,
      scheme,
      syllables: [syllables],
      maxCharacters: null,
      rhyme: at % 2 === 1 ? 'dense' : plain,
      topic: topicOf(prompt),
      style: style?.words ?? null,
      keep: [],
      seed: seed + at + 1,
      temperature: TEMPERATURES[at % TEMPERATURES.length] ?? 0.8,
    };
    return { prompt, order, sources: style?.sources ?? [] };
  });
}
