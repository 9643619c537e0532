import { BOOSTERS, CAPITALS, IDIOMS, NEGATION, NEVER_SO } from './vader-rules.ts';
import { nameEmoji, type Token, toTokens, type VaderRelease } from './vader-tokens.ts';

/** VADER's four numbers: shares of positive, neutral and negative words (0-1) and the compound score (-1 to 1). */
export interface Polarity {
  pos: number;
  neu: number;
  neg: number;
  compound: number;
}

const NORMALISER = 15;
const EXCLAMATION = 33;
const QUESTION = 63;

/** VADER (Hutto & Gilbert 2014, rules of the authors' reference implementation): sentiment of a sentence or a line. */
export function polarity(text: string, release: VaderRelease = 'published'): Polarity {
  const { valences, emphatic } = readValences(text, release);
  if (valences.length === 0) return { pos: 0, neu: 0, neg: 0, compound: 0 };
  return { ...shares(valences, emphatic), compound: round(compoundOf(valences, emphatic), 4) };
}

/** The compound score alone, not rounded, -1 to 1: all that a measure over many lines needs. */
export function compound(text: string): number {
  const { valences, emphatic } = readValences(text, 'published');
  return compoundOf(valences, emphatic);
}

function readValences(text: string, release: VaderRelease): { valences: number[]; emphatic: number } {
  const spoken = nameEmoji(text);
  const tokens = toTokens(spoken, release);
  if (!tokens.some(isScored)) return { valences: tokens.map(() => 0), emphatic: 0 };
  const shouting = someCapitals(tokens);
  const valences: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token) valences.push(scoreToken(tokens, token, at, shouting));
  }
  weighBut(tokens, valences);
  return { valences, emphatic: emphasis(spoken) };
}

// Without a scored word all valences are 0, and punctuation has nothing to emphasise.
const isScored = (token: Token): boolean => token.valence !== undefined;

// Capitals are significant only if not all words have them.
function someCapitals(tokens: readonly Token[]): boolean {
  const capitals = tokens.reduce((sum, token) => sum + (token.capitals ? 1 : 0), 0);
  return capitals > 0 && capitals < tokens.length;
}

function scoreToken(tokens: readonly Token[], token: Token, at: number, shouting: boolean): number {
  if (token.valence === undefined || token.boost !== undefined) return 0;
  if (token.lower === 'kind' && tokens[at + 1]?.lower === 'of') return 0;
  let valence = startingValence(tokens, token, token.valence, at);
  if (token.capitals && shouting) valence += valence > 0 ? CAPITALS : -CAPITALS;
  for (let distance = 1; distance <= 3; distance++) {
    const before = tokens[at - distance];
    if (!before || before.valence !== undefined) continue;
    const boost = boostOf(before, valence, shouting);
    valence += distance === 2 ? boost * 0.95 : distance === 3 ? boost * 0.9 : boost;
    valence = negate(tokens, at, distance, valence);
    if (distance === 3) valence = applyIdioms(tokens, at, valence);
  }
  return applyLeast(tokens, at, valence);
}

// "No" before a scored word negates it and has no valence of its own.
function startingValence(tokens: readonly Token[], token: Token, own: number, at: number): number {
  const next = tokens[at + 1];
  const before = (distance: number): string | undefined => tokens[at - distance]?.lower;
  const link = before(1);
  if (link === 'no' || before(2) === 'no' || (before(3) === 'no' && (link === 'or' || link === 'nor'))) {
    return own * NEGATION;
  }
  return token.lower === 'no' && next?.valence !== undefined ? 0 : own;
}

function boostOf(before: Token, valence: number, shouting: boolean): number {
  if (before.boost === undefined) return 0;
  const signed = valence < 0 ? -before.boost : before.boost;
  if (!before.capitals || !shouting) return signed;
  return signed + (valence > 0 ? CAPITALS : -CAPITALS);
}

function negate(tokens: readonly Token[], at: number, distance: number, valence: number): number {
  const word = (back: number): string => tokens[at - back]?.lower ?? '';
  const emphatic = (back: number): boolean => word(back) === 'so' || word(back) === 'this';
  const farthest = word(distance);
  if (distance === 2) {
    if (farthest === 'never' && emphatic(1)) return valence * NEVER_SO;
    if (farthest === 'without' && word(1) === 'doubt') return valence;
  }
  if (distance === 3) {
    // As in the reference: "so" or "this" right before the word counts here with or without "never".
    if ((farthest === 'never' && emphatic(2)) || emphatic(1)) return valence * NEVER_SO;
    if (farthest === 'without' && (word(2) === 'doubt' || word(1) === 'doubt')) return valence;
  }
  return tokens[at - distance]?.negates ? valence * NEGATION : valence;
}

function applyIdioms(tokens: readonly Token[], at: number, valence: number): number {
  if (!hasCue(tokens, at)) return valence;
  const phrase = (from: number, to: number): string => {
    let joined = tokens[at + from]?.lower ?? '';
    for (let step = from + 1; step <= to; step++) joined += ` ${tokens[at + step]?.lower ?? ''}`;
    return joined;
  };
  const [threeBack, farPair, nearPair] = [phrase(-3, -1), phrase(-3, -2), phrase(-2, -1)];
  let result = valence;
  for (const before of [phrase(-1, 0), phrase(-2, 0), nearPair, threeBack, farPair]) {
    const idiom = IDIOMS.get(before);
    if (idiom === undefined) continue;
    result = idiom;
    break;
  }
  if (at + 1 < tokens.length) result = IDIOMS.get(phrase(0, 1)) ?? result;
  if (at + 2 < tokens.length) result = IDIOMS.get(phrase(0, 2)) ?? result;
  for (const pair of [threeBack, farPair, nearPair]) result += BOOSTERS.get(pair) ?? 0;
  return result;
}

function hasCue(tokens: readonly Token[], at: number): boolean {
  for (let near = at - 3; near <= at + 2; near++) if (tokens[near]?.cue) return true;
  return false;
}

function applyLeast(tokens: readonly Token[], at: number, valence: number): number {
  const before = tokens[at - 1];
  if (before?.lower !== 'least' || before.valence !== undefined) return valence;
  const outer = tokens[at - 2]?.lower;
  return outer === 'at' || outer === 'very' ? valence : valence * NEGATION;
}

/**
 * Words before "but" count half, words after it one and a half times. The reference looks each value up by its first
 * occurrence while it changes the list; the published numbers include that, so it is reproduced.
 */
function weighBut(tokens: readonly Token[], valences: number[]): void {
  const but = tokens.findIndex((token) => token.lower === 'but');
  if (but < 0) return;
  for (let at = 0; at < valences.length; at++) {
    const value = valences[at] ?? 0;
    if (value === 0) continue;
    const first = valences.indexOf(value);
    if (first < but) valences[first] = value * 0.5;
    else if (first > but) valences[first] = value * 1.5;
  }
}

function emphasis(text: string): number {
  let exclamations = 0;
  let questions = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === EXCLAMATION) exclamations += 1;
    else if (code === QUESTION) questions += 1;
  }
  return Math.min(4, exclamations) * 0.292 + (questions < 2 ? 0 : questions <= 3 ? questions * 0.18 : 0.96);
}

function compoundOf(valences: readonly number[], emphatic: number): number {
  let sum = 0;
  for (const valence of valences) sum += valence;
  if (sum !== 0) sum += sum > 0 ? emphatic : -emphatic;
  return normalise(sum);
}

/** A sum of valences as a compound score, -1 to 1. */
export function normalise(sum: number): number {
  return sum / Math.sqrt(sum * sum + NORMALISER);
}

function shares(valences: readonly number[], emphatic: number): Omit<Polarity, 'compound'> {
  let positive = 0;
  let negative = 0;
  let neutral = 0;
  for (const valence of valences) {
    if (valence > 0) positive += valence + 1;
    else if (valence < 0) negative += 1 - valence;
    else neutral += 1;
  }
  if (positive > negative) positive += emphatic;
  else if (positive < negative) negative += emphatic;
  const total = positive + negative + neutral;
  return { pos: round(positive / total, 3), neu: round(neutral / total, 3), neg: round(negative / total, 3) };
}

// Python rounds halves to even; toFixed rounds them up. Only exact binary halves differ.
function round(value: number, digits: number): number {
  const scaled = value * 10 ** digits;
  const floor = Math.floor(scaled);
  if (scaled - floor === 0.5 && floor % 2 === 0) return floor / 10 ** digits;
  return Number(value.toFixed(digits));
}
