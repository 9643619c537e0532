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

const PROMPTS = [
  'counting money after a long shift', 'my mother in the kitchen on sunday', 'cold winter night in the city', 'a love that went wrong',
  'the train home at midnight', 'growing up by the river', 'old school days and friends', 'chasing dreams with empty pockets',
  'church on a sunday morning', 'the boss who never pays on time', 'driving my truck through the rain', 'a garden behind the house',
  'my brother is locked up in jail', 'dancing in the club all night', 'fighting back after a loss', 'the ocean and the harbour lights',
  'hungry for bread and butter', 'a doctor in the hospital', 'basketball on the corner court', 'a letter to my daughter',
] as const; // biome-ignore format: a table

const SHAPES: readonly { readonly scheme: string; readonly syllables: SyllableRange }[] = [
  { scheme: 'AABB', syllables: { min: 8, max: 11 } },
  { scheme: 'ABAB', syllables: { min: 10, max: 10 } },
  { scheme: 'ABBA', syllables: { min: 9, max: 12 } },
  { scheme: 'AAAA', syllables: { min: 8, max: 12 } },
  { scheme: '----', syllables: { min: 7, max: 12 } },
  { scheme: 'AABBCCDD', syllables: { min: 9, max: 12 } },
  { scheme: 'ABABCDCD', syllables: { min: 8, max: 11 } },
  { scheme: 'AAB-AAB-', syllables: { min: 7, max: 11 } },
];

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
export function drawOrders(count: number): GenerateCase[] {
  const artists = catalogue.filter((artist) => linesOf(artist).length > 0);
  const styles = artists.map((artist, at) => ({
    words: styleWords(artist),
    sources: linesOf(artist).map((text): SourceLine => ({ text, weight: 1, source: at + 1 })),
  }));
  return Array.from({ length: count }, (_, at): GenerateCase => {
    const { scheme, syllables } = SHAPES[Math.floor(at / 2) % SHAPES.length] ?? {
      scheme: 'AABB',
      syllables: { min: 8, max: 12 },
    };
    const prompt = PROMPTS[at % PROMPTS.length] ?? '';
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
      seed: at + 1,
      temperature: TEMPERATURES[at % TEMPERATURES.length] ?? 0.8,
    };
    return { prompt, order, sources: style?.sources ?? [] };
  });
}
