import { flowReport } from '../../lyrics/flow/analyze-flow.ts';
import type { FlowReport } from '../../lyrics/flow/contract.ts';
import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { listen, reportRhymes, tellRhymes } from '../../lyrics/rhyme/analyze-rhyme.ts';
import { atSureness, type HeardVoices, hearVoices } from '../../lyrics/rhyme/hear-voices.ts';
import { mapSyllables } from '../../lyrics/rhyme/syllable-map.ts';
import type { Verse } from '../../lyrics/rhyme/verse.ts';
import type { Voices } from '../../lyrics/rhyme/words.ts';
import { exactText } from '../../lyrics/text/exact-text.ts';
import { parseSections, type Section } from '../../lyrics/text/sections.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { asideSpans } from '../../lyrics/text/sung-rows.ts';
import { markVerse } from './mark-verse.ts';
import type { Reading, VerseMarks } from './messages.ts';

interface Heard {
  /** As it was asked for. */
  sent: string;
  text: string;
  sections: Section[];
  voices: Voices<Verse>;
  heard: HeardVoices;
  flow: FlowReport;
}

/** Reads texts, and the last one again at another sureness without hearing it anew. */
export class TextReader {
  readonly #lexicon: Lexicon;
  #last: Heard | null = null;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** `sureness` from -1 (every echo is a rhyme) through 0 to 1 (only sure rhymes). */
  read(sent: string, sureness: number): Reading {
    const { text, sections, voices, heard, flow } = this.#hear(sent);
    const told = tellRhymes(text, voices, atSureness(heard, sureness));
    const reading: Reading = {
      text: sent,
      sections,
      asides: asideSpans(text, sections),
      rhyme: reportRhymes(voices, told),
      flow,
      map: mapSyllables(voices, told),
    };
    return text === sent ? reading : offsetsAsSent(reading, sent);
  }

  /** What a pad shows of a text: the rhymes of its reading without the syllables at their places. */
  mark(sent: string): VerseMarks {
    const { text, voices, heard, flow } = this.#hear(sent);
    const told = tellRhymes(text, voices, heard);
    return markVerse(sent, { rhyme: reportRhymes(voices, told), multis: told.multis, flow });
  }

  #hear(sent: string): Heard {
    if (this.#last?.sent === sent) return this.#last;
    const text = exactText(sent);
    const sections = parseSections(text);
    const voices = listen(text, sections, this.#lexicon);
    const heard = hearVoices(voices);
    this.#last = { sent, text, sections, voices, heard, flow: flowReport(text, voices) };
    return this.#last;
  }
}
