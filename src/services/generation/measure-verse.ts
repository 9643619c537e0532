import { flowReport } from '../../lyrics/flow/analyze-flow.ts';
import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { listen, rhymeReport } from '../../lyrics/rhyme/analyze-rhyme.ts';
import type { RhymeReport } from '../../lyrics/rhyme/contract.ts';
import type { Section } from '../../lyrics/text/sections.ts';

const FREE = '-';
/** The engine hears rhymes of line ends over so many lines: ends further apart are not compared. */
const REACH = 4;

/** A verse as the engine hears it. */
export interface HeardVerse {
  /** The letter of each line's end; "-" for an end that rhymes with none. */
  scheme: string;
  /** Of each line. */
  syllables: number[];
  rhyme: RhymeReport;
}

/** Hears lines as one section, whatever stands in them: a verse has no headers. */
export function hearVerse(lines: readonly string[], lexicon: Lexicon): HeardVerse {
  const text = lines.join('\n');
  const section: Section = {
    kind: 'verse',
    label: 'Verse',
    number: null,
    performers: [],
    repeat: 1,
    header_line: null,
    start_line: 0,
    end_line: lines.length,
  };
  const voices = listen(text, [section], lexicon);
  const rhyme = rhymeReport(text, voices);
  const flow = flowReport(text, voices);
  const letters = lines.map(() => FREE);
  for (const { scheme, lines: rows } of rhyme.schemes)
    for (const [at, row] of rows.entries()) letters[row] = scheme[at] ?? FREE;
  const syllables = lines.map(() => 0);
  for (const line of flow.lines) syllables[line.line] = line.syllables;
  return { scheme: letters.join(''), syllables, rhyme };
}

/**
 * Lines whose ends do not have the letters that were asked, by position: the same letter without a rhyme, or one rhyme
 * under two letters. Of two lines that disagree the later one is at fault; free lines never are.
 */
export function offScheme(heard: string, asked: string): number[] {
  const faults: number[] = [];
  for (let at = 0; at < asked.length; at++) {
    if (asked[at] === FREE) continue;
    for (let before = Math.max(0, at - REACH); before < at; before++) {
      if (asked[before] === FREE || faults.includes(before)) continue;
      const rhymes = heard[at] !== FREE && heard[at] === heard[before];
      if (rhymes !== (asked[at] === asked[before])) {
        faults.push(at);
        break;
      }
    }
  }
  return faults;
}
