import { rowsOf } from '../text/rows.ts';
import type { Song } from '../text/song.ts';
import { ARMED_SCENES } from './armed-scenes.ts';
import { DRUG_SCENES } from './drug-scenes.ts';
import { HARMLESS_DRUGS } from './harmless-drugs.ts';
import { HARMLESS_SEX } from './harmless-sex.ts';
import { HARMLESS_VIOLENCE } from './harmless-violence.ts';
import { INSULT_SCENES } from './insult-scenes.ts';
import { judgeWord } from './judge-word.ts';
import { type PhraseHit, PhraseNet } from './phrase-net.ts';
import { RuleLine, type RuleWord, readLine } from './read-line.ts';
import type { ExplicitClass, Scene, Severity } from './scene.ts';
import { SEXUAL_SCENES } from './sexual-scenes.ts';
import { VIOLENT_SCENES } from './violent-scenes.ts';
import { isUnmistakable, readingsOf } from './vocabulary.ts';
import { weighEvidence, weightOf } from './weigh-evidence.ts';

/** What is explicit or mild in a line, with its place in the text. */
export interface ExplicitHit {
  class: ExplicitClass;
  severity: Severity;
  /** Whether a single word is the reason, and whether it was written in full. */
  found: 'word' | 'masked word' | 'phrase';
  /** Whether nothing else has to support it: a word, or a phrase beside words that tell the same. */
  plain: boolean;
  line: number;
  start: number;
  end: number;
}

interface Nets {
  harmless: PhraseNet<null>;
  scenes: PhraseNet<Scene>;
}

let nets: Nets | undefined;

function openNets(): Nets {
  const harmless = new PhraseNet<null>();
  for (const phrases of [HARMLESS_VIOLENCE, HARMLESS_SEX, HARMLESS_DRUGS]) harmless.add(phrases, null);
  const scenes = new PhraseNet<Scene>();
  for (const scene of [
    ...INSULT_SCENES,
    ...ARMED_SCENES,
    ...VIOLENT_SCENES,
    ...SEXUAL_SCENES,
    ...DRUG_SCENES,
  ])
    scenes.add(scene.phrases, scene);
  return { harmless, scenes };
}

/**
 * The explicit and mild words and phrases of a song in reading order. Of phrases that overlap the strongest of a class
 * counts. In a text that is not English only the words count that no other language has.
 */
export function findExplicit(song: Song, english: boolean): ExplicitHit[] {
  nets ??= openNets();
  const rows = rowsOf(song.text);
  const hits: ExplicitHit[] = [];
  const read = new Map<string, { words: number; start: number; found: readonly LineHit[] }>();
  for (const sung of song.lines) {
    const { number, text, words } = sung;
    const start = rows[number]?.start ?? 0;
    let known = read.get(text);
    if (known?.words !== words.length) {
      const line = readLine(sung, start);
      known = { words: words.length, start, found: english ? hitsOf(line, nets) : unmistakable(line) };
      read.set(text, known);
    }
    const shift = start - known.start;
    for (const hit of known.found)
      hits.push({ ...hit, start: hit.start + shift, end: hit.end + shift, line: number });
  }
  return hits;
}

type LineHit = Omit<ExplicitHit, 'line'>;

const hitsOf = (line: RuleLine, opened: Nets): LineHit[] =>
  [...wordHits(line), ...sceneHits(line, opened)].sort((one, other) => one.start - other.start);

function unmistakable({ words }: RuleLine): LineHit[] {
  const known = words.map((word) =>
    isUnmistakable(word.spelling?.word ?? '') ? word : { ...word, spelling: null },
  );
  return wordHits(new RuleLine(known));
}

function wordHits(line: RuleLine): LineHit[] {
  return line.words.flatMap(({ spelling, start, end }, at): LineHit[] => {
    const rated = spelling === null ? null : judgeWord(line, at);
    if (rated === null) return [];
    const found = spelling?.form === 'masked' ? 'masked word' : 'word';
    return [{ class: rated.kind, severity: rated.severity, found, plain: true, start, end }];
  });
}

function sceneHits(line: RuleLine, { harmless, scenes }: Nets): LineHit[] {
  const { words } = line;
  const matches = scenes.find(words);
  // Most lines tell of nothing: what would be harmless in them need not be looked for.
  if (matches.length === 0 && weighEvidence(line, NOWHERE).length === 0) return [];
  const covered = new Set(harmless.find(words).flatMap((hit) => hit.at));
  for (const at of words.keys()) if (isHarmless(line, at)) covered.add(at);
  const kept = matches.filter(
    ({ value, at }) => !at.some((one) => covered.has(one)) && !line.hasElsewhere(value.unless ?? [], at),
  );
  const weighed = weighEvidence(line, covered)
    .filter(({ kind }) => !kept.some(({ value }) => value.kind === kind && value.severity === 'strong'))
    .map(({ kind, at }) => ({ value: { kind, severity: 'strong' as const, plain: false }, at }));
  const phrases = kept.map(({ value: { kind, severity }, at }) => ({
    value: { kind, severity, plain: weightOf(line, kind, covered) >= PLAIN },
    at,
  }));
  return strongestOf([...phrases, ...weighed], words);
}

/** Words that tell what a phrase tells weigh so much: one that does so nearly alone, or two. */
const PLAIN = 1.5;

const NOWHERE: ReadonlySet<number> = new Set();

type Told = Pick<Scene, 'kind' | 'severity'> & { plain: boolean };

/** The phrases that share no word with a stronger one of their class. */
function strongestOf(matches: readonly PhraseHit<Told>[], words: readonly RuleWord[]): LineHit[] {
  const taken = new Map<ExplicitClass, Set<number>>();
  const strongestFirst = matches.toSorted((one, other) => rank(one.value) - rank(other.value));
  return strongestFirst.flatMap(({ value: { kind, severity, plain }, at }): LineHit[] => {
    const used = taken.get(kind) ?? new Set();
    taken.set(kind, used);
    const [first, last] = [words[at[0] ?? 0], words[at.at(-1) ?? 0]];
    if (!first || !last || at.some((one) => used.has(one))) return [];
    for (const one of at) used.add(one);
    return [{ class: kind, severity, found: 'phrase', plain, start: first.start, end: last.end }];
  });
}

/** Whether a word that may be profane is not so here. */
function isHarmless(line: RuleLine, at: number): boolean {
  const word = line.words[at]?.spelling?.word;
  return word !== undefined && readingsOf(word).length > 0 && judgeWord(line, at) === null;
}

const rank = ({ severity }: Told): number => (severity === 'strong' ? 0 : 1);
