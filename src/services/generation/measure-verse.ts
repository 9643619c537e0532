import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import type { RhymeReport } from '../../lyrics/rhyme/contract.ts';
import { REACH, readVerse } from '../../ml/compose/verify-verse.ts';

const FREE = '-';

/** A verse as the engine hears it. */
export interface HeardVerse {
  /** The letter of each line's end; "-" for an end that rhymes with none. */
  scheme: string;
  /** Of each line. */
  syllables: number[];
  rhyme: RhymeReport;
}

/** Hears lines as the composer's own check does, whoever wrote them. */
export function hearVerse(lines: readonly string[], lexicon: Lexicon): HeardVerse {
  const { letters, syllables, report } = readVerse(
    lines.map((text) => ({ text })),
    lexicon,
  );
  return { scheme: letters.join(''), syllables: [...syllables], rhyme: report };
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
