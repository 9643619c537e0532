import type { EmotionalProfile } from '../contract.ts';
import type { FeelingJudgement } from '../feeling/judge-feeling.ts';
import type { Told } from '../feeling/read-feelings.ts';
import { tellingWords } from '../feeling/telling-words.ts';
import { EMOTIONS, type Emotion } from './emotion-names.ts';

type Evidence = EmotionalProfile['evidence'];

const MAX_EVIDENCE_EACH = 3;
/** Below this share a feeling is not shown. */
const SHOWN_FROM = 0.05;
/** Below this share the feelings are too even for one to be named. */
const NAMED_FROM = 0.2;
/** A song has parts in which nothing stands out; its feeling need not outweigh all of them. */
const SONG_MARGIN = 0.4;

/**
 * How likely a listener is to name each feeling as the dominant one, with the words that show it: words and phrases of
 * the lexicon, or those whose vectors speak most for it. A feeling without such words has no score.
 */
export function profileEmotions(judgement: FeelingJudgement): EmotionalProfile {
  const { felt, dominant: shares } = judgement;
  const told = felt.flatMap((line) => (line.line.repeated ? [] : line.told));
  const shown = EMOTIONS.map((emotion) => ({
    emotion,
    share: shares[emotion],
    evidence: shares[emotion] < SHOWN_FROM ? [] : evidenceOf(emotion, told, judgement),
  }));
  const scores = Object.fromEntries(
    shown.map(({ emotion, share, evidence }) => [emotion, evidence.length > 0 ? share : 0]),
  ) as Record<Emotion, number>;
  const reason = reasonFor(judgement, scores);
  const strongest = EMOTIONS.reduce((best, emotion) => (scores[emotion] > scores[best] ? emotion : best));
  return {
    scores,
    dominant: reason === null ? strongest : null,
    reason,
    intensity: EMOTIONS.reduce((sum, emotion) => sum + scores[emotion], 0),
    evidence: shown.flatMap(({ evidence }) => evidence),
  };
}

/** The profile of a text that is not judged. */
export function noProfile(reason: EmotionalProfile['reason']): EmotionalProfile {
  const scores = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<Emotion, number>;
  return { scores, dominant: null, reason, intensity: 0, evidence: [] };
}

function reasonFor(
  { parts, dominant, sentiment }: FeelingJudgement,
  scores: Readonly<Record<Emotion, number>>,
): EmotionalProfile['reason'] {
  const strongest = Math.max(...EMOTIONS.map((emotion) => scores[emotion]));
  if (parts === 0 || strongest === 0) return 'no_evidence';
  const margin = parts > 1 ? SONG_MARGIN : 1;
  const needed = margin * Math.max(NAMED_FROM, dominant.none, sentiment.neutral);
  return strongest < needed ? 'none_stands_out' : null;
}

function evidenceOf(emotion: Emotion, told: readonly Told[], judgement: FeelingJudgement): Evidence {
  const weighed = told.flatMap(({ shows, negated, line, start, end }) => {
    const weight = negated ? 0 : (shows.find(({ name }) => name === emotion)?.weight ?? 0);
    return weight > 0 ? [{ weight, line, start, end }] : [];
  });
  const words = weighed.length > 0 ? weighed : tellingWords(judgement, emotion);
  const byLine = new Map<number, (typeof words)[number]>();
  for (const word of words)
    if (word.weight > (byLine.get(word.line)?.weight ?? 0)) byLine.set(word.line, word);
  return [...byLine.values()]
    .sort((a, b) => b.weight - a.weight || a.line - b.line)
    .slice(0, MAX_EVIDENCE_EACH)
    .map(({ line, start, end }) => ({ emotion, line, start, end }));
}
