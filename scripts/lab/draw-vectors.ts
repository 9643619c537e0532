import { onCurve, type VectorModel } from './catalogue-model.ts';
import { meanOf, toUnit, type Vector } from './vector-math.ts';

export const DIMENSIONS = 512;

/** Pairs of normally distributed numbers from uniform ones (Box and Muller 1958). */
export function normalNumbers(random: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/**
 * Vectors whose covariance and distances are those of real songs up to a rotation, which no distance shows: the mean
 * lies along the first axis and each axis has an eigenvalue for its variance, part of it shared by an artist's songs.
 */
export class VectorSource {
  readonly #model: VectorModel;
  readonly #deviations: Float64Array;
  readonly #passageScale: number;

  constructor(model: VectorModel) {
    this.#model = model;
    this.#deviations = Float64Array.from({ length: DIMENSIONS }, (_, i) =>
      Math.sqrt(onCurve(model.eigenvalues, i + 1)),
    );
    const variance = this.#deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
    this.#passageScale = Math.sqrt(model.passage_variance / variance);
  }

  /** Where an artist's songs lie around, seen from the mean of all. */
  artist(normal: () => number): Vector {
    return this.#draw(normal, Math.sqrt(this.#model.artist_share));
  }

  /** A song of the artist, not yet at unit length. */
  song(artist: Vector, normal: () => number): Vector {
    const { artist_share, spread, mean_length } = this.#model;
    // The mean of the squared factor is 1, so that the variance stays what it is.
    const factor = Math.exp(spread * normal() - spread * spread);
    const vector = this.#draw(normal, Math.sqrt(1 - artist_share) * factor);
    for (let i = 0; i < DIMENSIONS; i++) vector[i] = (vector[i] ?? 0) + (artist[i] ?? 0);
    vector[0] = (vector[0] ?? 0) + mean_length;
    return vector;
  }

  /** Unit vectors of a song's passages: around the song, and together in its middle. */
  passages(song: Vector, count: number, normal: () => number): Vector[] {
    // One passage is the song itself; of several, taking their mean away takes a part of the variance with it.
    const scale = count > 1 ? this.#passageScale * Math.sqrt(count / (count - 1)) : 0;
    const noises = Array.from({ length: count }, () => this.#draw(normal, scale));
    const middle = meanOf(noises);
    return noises.map((noise) => toUnit(noise.map((x, i) => x - (middle[i] ?? 0) + (song[i] ?? 0))));
  }

  #draw(normal: () => number, scale: number): Vector {
    return Float32Array.from(this.#deviations, (deviation) => deviation * scale * normal());
  }
}
