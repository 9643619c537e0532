import { createEmbedder } from '../../src/llm/embedder.ts';
import { splitPassages } from '../../src/lyrics/text/passages.ts';
import { THEMES } from '../../src/lyrics/themes/theme-names.ts';
import { FileFormatError } from '../../src/services/import/reader/piece.ts';
import { type EvalSong, readSongs } from '../eval/read-songs.ts';
import { startEmbeddings } from '../local/openai/embeddings-server.ts';
import { seededRandom } from '../local/sites/stable-random.ts';
import type { CatalogueModel, TextModel } from './catalogue-model.ts';
import { documentFrequencies, learnText, typesCurve, wordsOf } from './learn-text.ts';
import { type EmbeddedSong, learnVectors } from './learn-vectors.ts';
import { openVocabulary } from './vocabulary.ts';
import { writeSong } from './write-song.ts';

const SAMPLE = 338;
const FIT_STEPS = 7;
/** Different words are compared among so many. */
const FIT_LENGTH = 400;

export async function embedSongs(
  songs: readonly EvalSong[],
  onProgress: (done: number) => void,
): Promise<EmbeddedSong[]> {
  const server = await startEmbeddings();
  try {
    const embedder = createEmbedder({ baseUrl: server.baseUrl, apiKey: server.apiKey, model: server.model });
    const embedded: EmbeddedSong[] = [];
    for (const [i, { artist, lyrics }] of songs.entries()) {
      const texts = splitPassages(lyrics).map(({ text }) => text);
      const passages = await embedder.embed(texts, 'document');
      embedded.push({ artist, passages: passages.map((vector) => Float32Array.from(vector)) });
      onProgress(i + 1);
    }
    return embedded;
  } finally {
    await server.close();
  }
}

/** Words of synthetic songs of this model. */
export async function sampleWords(model: TextModel, count: number): Promise<string[][]> {
  const vocabulary = await openVocabulary(model);
  const random = seededRandom('sample');
  return Array.from({ length: count }, () => {
    const themes = [THEMES[Math.floor(random() * THEMES.length)] ?? 'love'];
    return wordsOf(writeSong(model, vocabulary, themes, random).replaceAll(/^\[.*$/gm, ''));
  });
}

/** The probability of recurrence that gives synthetic songs as many different words as real ones. */
async function fitRecurrence(model: Omit<TextModel, 'recurrence'>, wanted: number): Promise<TextModel> {
  let [low, high] = [0.001, 0.6];
  for (let step = 0; step < FIT_STEPS; step++) {
    const recurrence = (low + high) / 2;
    const types = typesCurve(await sampleWords({ ...model, recurrence }, SAMPLE));
    const found = types.find(([length]) => length === FIT_LENGTH)?.[1] ?? 0;
    if (found > wanted) low = recurrence;
    else high = recurrence;
  }
  return { ...model, recurrence: (low + high) / 2 };
}

/** Learns the numbers of the generator from a file of real songs; nothing of their text is kept. */
export async function learnCatalogue(
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<CatalogueModel> {
  const read = (await readSongs(file)).songs;
  const songs = read.filter(({ lyrics }) => splitPassages(lyrics).length > 0);
  if (songs.length === 0) throw new FileFormatError(`${file} holds no songs with lyrics.`);
  const words = songs.map(({ lyrics }) => wordsOf(lyrics));
  const embedded = await embedSongs(songs, (done) => onProgress(done, songs.length));
  const vectors = learnVectors(embedded);
  const types = typesCurve(words);
  const wanted = types.find(([length]) => length === FIT_LENGTH)?.[1] ?? 0;
  const text = await fitRecurrence(learnText(songs.map(({ lyrics }) => lyrics)), wanted);
  const sample = await sampleWords(text, songs.length);
  return {
    learned_from: {
      songs: songs.length,
      artists: new Set(songs.map(({ artist }) => artist)).size,
      words: words.reduce((sum, list) => sum + list.length, 0),
      passages: embedded.reduce((sum, { passages }) => sum + passages.length, 0),
    },
    text,
    vectors: vectors.model,
    real: { types, document_frequency: documentFrequencies(words), neighbours: vectors.real },
    synthetic: {
      types: typesCurve(sample),
      document_frequency: documentFrequencies(sample),
      neighbours: vectors.synthetic,
    },
  };
}
