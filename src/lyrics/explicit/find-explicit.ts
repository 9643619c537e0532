import { rowsOf } from '../text/rows.ts';
import type { Song } from '../text/song.ts';
import { DRUG_SCENES } from './drug-scenes.ts';
import { HARMLESS_DRUGS } from './harmless-drugs.ts';
import { HARMLESS_SEX } from './harmless-sex.ts';
import { HARMLESS_VIOLENCE } from './harmless-violence.ts';
import { judgeWord } from './judge-word.ts';
import { PhraseNet } from './phrase-net.ts';
import { type RuleWord, readLine } from './read-line.ts';
import type { ExplicitClass, Scene, Severity } from './scene.ts';
import { SEXUAL_SCENES } from './sexual-scenes.ts';
import { VIOLENT_SCENES } from './violent-scenes.ts';
import { isUnmistakable, readingsOf } from './vocabulary.ts';

/** What is explicit or mild in a line, with its place in the text. */
export interface ExplicitHit {
  class: ExplicitClass;
  severity: Severity;
  /** Whether a single word is the reason, and whether it was written in full. */
  found: 'word' | 'masked word' | 'phrase';
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
  for (const scene of [...VIOLENT_SCENES, ...SEXUAL_SCENES, ...DRUG_SCENES]) scenes.add(scene.phrases, scene);
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
  for (const line of song.lines) {
    const words = readLine(line, rows[line.number]?.start ?? 0);
    hits.push(...(english ? hitsOfLine(words, line.number, nets) : unmistakable(words, line.number)));
  }
  return hits;
}

function hitsOfLine(words: readonly RuleWord[], line: number, known: Nets): ExplicitHit[] {
  const found = [...wordHits(words, line), ...sceneHits(words, line, known)];
  return found.sort((one, other) => one.start - other.start);
}

const unmistakable = (words: readonly RuleWord[], line: number): ExplicitHit[] =>
  wordHits(
    words.map((word) => (isUnmistakable(word.spelling?.word ?? '') ? word : { ...word, spelling: null })),
    line,
  );

function wordHits(words: readonly RuleWord[], line: number): ExplicitHit[] {
  return words.flatMap(({ spelling, start, end }, at): ExplicitHit[] => {
    const rated = spelling === null ? null : judgeWord(words, at);
    if (rated === null) return [];
    const found = spelling?.form === 'masked' ? 'masked word' : 'word';
    return [{ class: rated.kind, severity: rated.severity, found, line, start, end }];
  });
}

function sceneHits(words: readonly RuleWord[], line: number, { harmless, scenes }: Nets): ExplicitHit[] {
  const matches = words.flatMap((_, at) => scenes.find(words, at));
  if (matches.length === 0) return [];
  const covered = new Set(words.flatMap((_, at) => harmless.find(words, at).flatMap((hit) => hit.at)));
  for (const [at, { spelling }] of words.entries()) {
    if (spelling !== null && isHarmless(words, at)) covered.add(at);
  }
  const kept = matches.filter(
    ({ value, at }) => !at.some((one) => covered.has(one)) && !isElsewhere(value, words, at),
  );
  const strongestFirst = kept.sort((one, other) => rank(one.value) - rank(other.value));
  const taken = new Map<ExplicitClass, Set<number>>();
  return strongestFirst.flatMap(({ value, at }): ExplicitHit[] => {
    const used = taken.get(value.kind) ?? new Set();
    taken.set(value.kind, used);
    if (at.some((one) => used.has(one))) return [];
    for (const one of at) used.add(one);
    const [first, last] = [words[at[0] ?? 0], words[at.at(-1) ?? 0]];
    if (!first || !last) return [];
    return [
      {
        class: value.kind,
        severity: value.severity,
        found: 'phrase',
        line,
        start: first.start,
        end: last.end,
      },
    ];
  });
}

/** Whether a profane word has a harmless sense here. */
const isHarmless = (words: readonly RuleWord[], at: number): boolean =>
  readingsOf(words[at]?.spelling?.word ?? '').length > 0 && judgeWord(words, at) === null;

const rank = ({ severity }: Scene): number => (severity === 'strong' ? 0 : 1);

/** Whether other words of the line give a phrase another meaning: a "killer on the mic", a rehab. */
function isElsewhere({ unless }: Scene, words: readonly RuleWord[], at: readonly number[]): boolean {
  if (unless === undefined) return false;
  return words.some((word, one) => !at.includes(one) && word.keys.some((key) => unless.includes(key)));
}
