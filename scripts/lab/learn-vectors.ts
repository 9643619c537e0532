import { seededRandom } from '../local/sites/stable-random.ts';
import type { Neighbours, VectorModel } from './catalogue-model.ts';
import { DIMENSIONS, normalNumbers, VectorSource } from './draw-vectors.ts';
import { symmetricEigenvalues } from './eigenvalues.ts';
import { dot, meanOf, neighbourDistances, toUnit, type Vector } from './vector-math.ts';

/** The vectors of one song's passages, and whose song it is. */
export interface EmbeddedSong {
  artist: string;
  passages: readonly Vector[];
}

const RANKS = [1, 2, 3, 5, 8, 12, 20, 32, 50, 80, 125, 200, DIMENSIONS];
const SPREADS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

const squaredDistance = (a: Vector, b: Vector): number => dot(a, a) + dot(b, b) - 2 * dot(a, b);

function covarianceEigenvalues(vectors: readonly Vector[], mean: Vector): number[] {
  const centred = vectors.map((vector) => vector.map((x, i) => x - (mean[i] ?? 0)));
  const gram = centred.map((a) => Float64Array.from(centred, (b) => dot(a, b) / vectors.length));
  return symmetricEigenvalues(gram);
}

/** Known ranks of the spectrum; beyond what so few songs can show, all of the remaining variance. */
function spectrumPoints(eigenvalues: readonly number[]): [number, number][] {
  const points = RANKS.slice(0, -1).map((rank): [number, number] => [rank, eigenvalues[rank - 1] ?? 0]);
  const shown = RANKS.at(-2) ?? 1;
  const rest = eigenvalues.slice(shown).reduce((sum, value) => sum + value, 0);
  const from = eigenvalues[shown - 1] ?? 0;
  // A straight line on logarithmic scales from the last known point, as steep as the remaining variance asks.
  const sumTo = (last: number): number => {
    let sum = 0;
    for (let rank = shown + 1; rank <= DIMENSIONS; rank++)
      sum += from * (last / from) ** (Math.log(rank / shown) / Math.log(DIMENSIONS / shown));
    return sum;
  };
  let [low, high] = [from * 1e-6, from];
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high);
    if (sumTo(middle) > rest) high = middle;
    else low = middle;
  }
  return [...points, [DIMENSIONS, Math.sqrt(low * high)]];
}

function artistShare(songs: readonly { artist: string; vector: Vector }[]): number {
  const sums = { same: 0, sameCount: 0, other: 0, otherCount: 0 };
  for (const [i, a] of songs.entries()) {
    for (const b of songs.slice(i + 1)) {
      const distance = squaredDistance(a.vector, b.vector);
      if (a.artist === b.artist) {
        sums.same += distance;
        sums.sameCount += 1;
      } else {
        sums.other += distance;
        sums.otherCount += 1;
      }
    }
  }
  return Math.max(0, 1 - sums.same / sums.sameCount / (sums.other / sums.otherCount));
}

function passageVariance(songs: readonly EmbeddedSong[]): number {
  const distances = songs.flatMap(({ passages }) => {
    if (passages.length < 2) return [];
    const middle = meanOf(passages);
    return passages.map(
      (passage) => (squaredDistance(passage, middle) * passages.length) / (passages.length - 1),
    );
  });
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}

/** Synthetic songs with the same numbers of artists and songs per artist, and their distances. */
export function drawnNeighbours(model: VectorModel, sizes: readonly number[], seed: string): Neighbours {
  const source = new VectorSource(model);
  const normal = normalNumbers(seededRandom(seed));
  const songs = sizes.flatMap((size) => {
    const artist = source.artist(normal);
    return Array.from({ length: size }, () => toUnit(source.song(artist, normal)));
  });
  return neighbourDistances(songs);
}

const misfit = (a: Neighbours, b: Neighbours): number =>
  (['nearest', 'tenth', 'any'] as const).reduce(
    (sum, name) => sum + a[name].reduce((part, value, i) => part + Math.abs(value - (b[name][i] ?? 0)), 0),
    0,
  );

/** Fits the vector model. The spread is the one whose made-up songs are nearest to the real ones in their distances. */
export function learnVectors(songs: readonly EmbeddedSong[]) {
  const owned = songs.map(({ artist, passages }) => ({ artist, vector: toUnit(meanOf(passages)) }));
  const vectors = owned.map(({ vector }) => vector);
  const mean = meanOf(vectors);
  const base: VectorModel = {
    mean_length: Math.sqrt(dot(mean, mean)),
    eigenvalues: spectrumPoints(covarianceEigenvalues(vectors, mean)),
    artist_share: artistShare(owned),
    spread: 0,
    passage_variance: passageVariance(songs),
  };
  const sizes = [...Map.groupBy(owned, ({ artist }) => artist).values()].map((group) => group.length);
  const real = neighbourDistances(vectors);
  const tries = SPREADS.map((spread) => {
    const model = { ...base, spread };
    const synthetic = drawnNeighbours(model, sizes, 'fit');
    return { model, synthetic, misfit: misfit(real, synthetic) };
  });
  const best = tries.reduce((a, b) => (b.misfit < a.misfit ? b : a));
  return { model: best.model, real, synthetic: best.synthetic };
}
