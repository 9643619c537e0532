import type { EmotionalProfile } from '../contract.ts';
import type { Song } from '../text/song.ts';
import type { TermHit } from '../text/term-index.ts';
import { EMOTIONS, type Emotion } from './emotion-names.ts';
import { EMOTION_TYPICAL } from './emotion-typical.ts';

const MIN_WORDS = 30;
const MAX_EVIDENCE_EACH = 3;

/** Weighted emotion words per 100 words, by emotion; short texts count as 30 words. Unbounded from 0. */
export function emotionDensities(song: Song, hits: readonly TermHit<Emotion>[]): Record<Emotion, number> {
  const totals = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<Emotion, number>;
  for (const hit of hits) totals[hit.category] += hit.weight;
  for (const emotion of EMOTIONS) totals[emotion] *= 100 / Math.max(song.words.length, MIN_WORDS);
  return totals;
}

/**
 * The strength of each feeling: d / (d + median), where d is its density and `median` that of the reference songs, so
 * that 0.5 is the middle song. Dominant is the feeling with the highest strength; intensity is the same measure over
 * all feelings together.
 */
export function profileEmotions(song: Song, hits: readonly TermHit<Emotion>[]): EmotionalProfile {
  const densities = emotionDensities(song, hits);
  const scores = Object.fromEntries(
    EMOTIONS.map((emotion) => [emotion, against(densities[emotion], EMOTION_TYPICAL[emotion])]),
  ) as Record<Emotion, number>;
  const total = EMOTIONS.reduce((sum, emotion) => sum + densities[emotion], 0);
  const typical = EMOTIONS.reduce((sum, emotion) => sum + EMOTION_TYPICAL[emotion], 0);
  const strongest = EMOTIONS.reduce((best, emotion) => (scores[emotion] > scores[best] ? emotion : best));
  return {
    scores,
    dominant: scores[strongest] > 0 ? strongest : null,
    intensity: against(total, typical),
    evidence: EMOTIONS.flatMap((emotion) => evidenceOf(hits, emotion)),
  };
}

function against(density: number, typical: number): number {
  return density === 0 ? 0 : density / (density + typical);
}

function evidenceOf(hits: readonly TermHit<Emotion>[], emotion: Emotion): EmotionalProfile['evidence'] {
  const byLine = new Map<number, TermHit<Emotion>>();
  for (const hit of hits) {
    if (hit.category === emotion && hit.weight > (byLine.get(hit.line)?.weight ?? 1))
      byLine.set(hit.line, hit);
  }
  return [...byLine.values()]
    .sort((a, b) => b.weight - a.weight || a.line - b.line)
    .slice(0, MAX_EVIDENCE_EACH)
    .map(({ line, start, end }) => ({ emotion, line, start, end }));
}
