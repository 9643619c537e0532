import type { AudioFeatures } from './parse.ts';

/** With fewer known dimensions a vector would mostly describe missing values. */
const MIN_KNOWN = 5;

interface Dimension {
  name: string;
  /** The neutral value, which maps to 0. */
  centre: number;
  /** The distance from the centre that counts as 1. */
  spread: number;
  read(features: AudioFeatures): number | null;
}

function tempoAngle(features: AudioFeatures, part: (angle: number) => number): number | null {
  // Half and double time are the same beat counted differently: one octave of tempo is one full turn.
  return features.tempo === null ? null : part(2 * Math.PI * Math.log2(features.tempo));
}

/**
 * The dimensions in order. Centres and spreads are round figures for rap, chosen from the meaning of the measures, not
 * fitted: speech and loudness are high, acoustic and instrumental shares low.
 */
export const AUDIO_DIMENSIONS: readonly Dimension[] = [
  { name: 'danceability', centre: 0.65, spread: 0.2, read: (features) => features.danceability },
  { name: 'energy', centre: 0.65, spread: 0.2, read: (features) => features.energy },
  { name: 'valence', centre: 0.5, spread: 0.25, read: (features) => features.valence },
  { name: 'acousticness', centre: 0.2, spread: 0.25, read: (features) => features.acousticness },
  { name: 'instrumentalness', centre: 0.1, spread: 0.3, read: (features) => features.instrumentalness },
  { name: 'liveness', centre: 0.2, spread: 0.2, read: (features) => features.liveness },
  { name: 'speechiness', centre: 0.22, spread: 0.15, read: (features) => features.speechiness },
  { name: 'loudness', centre: -7, spread: 4, read: (features) => features.loudness },
  {
    name: 'tempo_octaves',
    centre: 0,
    spread: 0.6,
    read: ({ tempo }) => (tempo === null ? null : Math.log2(tempo / 105)),
  },
  { name: 'tempo_cos', centre: 0, spread: 1, read: (features) => tempoAngle(features, Math.cos) },
  { name: 'tempo_sin', centre: 0, spread: 1, read: (features) => tempoAngle(features, Math.sin) },
  { name: 'mode', centre: 0.5, spread: 1, read: (features) => features.mode },
];

/** Length of every audio embedding. */
export const AUDIO_EMBEDDING_DIMENSIONS = AUDIO_DIMENSIONS.length;

/**
 * A unit vector for comparing sound by cosine, one dimension per entry of `AUDIO_DIMENSIONS`: distance from the centre
 * in spreads, limited to 3, and 0 for an unknown feature. Null if too few features are known.
 */
export function embedAudioFeatures(features: AudioFeatures): number[] | null {
  const raw = AUDIO_DIMENSIONS.map(({ read }) => read(features));
  if (raw.filter((value) => value !== null).length < MIN_KNOWN) return null;
  const scaled = AUDIO_DIMENSIONS.map(({ centre, spread }, i) => {
    const value = raw[i] ?? null;
    return value === null ? 0 : Math.max(-3, Math.min(3, (value - centre) / spread));
  });
  const length = Math.hypot(...scaled);
  return length < 1e-9 ? null : scaled.map((value) => value / length);
}
