import type { EngineFailure } from '../engine/engine.ts';
import { formatCount, formatNumber, formatShare, plural } from './format.ts';

interface KnownLine {
  syllables: number | null;
  letter: string | null;
  isMade: boolean;
}

const ENGINE_FAILURES: Record<EngineFailure, string> = {
  lexicon: 'The word list did not load, so rhymes are not shown. Your text is safe.',
  unloaded: 'The engine did not load, so rhymes are not shown. Your text is safe.',
  broken: 'The rhymes of this text could not be worked out. Your text is safe.',
  slow: 'The rhymes take too long on this device. Your text is safe.',
};

/** What the view "Write" says. */
export const writeText = {
  title: 'Write',
  intro: 'Type, and the rhymes light up. Nothing leaves this browser until you ask for it.',
  example: {
    label: 'Try it on four lines',
    text: [
      'The kettle on the counter sings a copper little tune',
      'I fold the morning paper up and fish out half a spoon',
      'The radio is mumbling about rain along the coast',
      'I hum a bit of something while I butter up the toast',
    ].join('\n'),
  },
  pad: {
    label: 'Your verse',
    placeholder: 'Write a line…',
    made: 'The broken line marks what the machine wrote. Change a line and it is yours.',
    tooLong: (most: number) =>
      `The pad holds ${formatCount(most)} characters. What you put in was longer, so nothing was added.`,
    /** Of the line that the caret is in, for who does not see the margins. */
    lineFacts: (line: number | null, known: KnownLine | null) => {
      if (line === null || known === null) return '';
      const facts = [
        `Line ${line + 1}`,
        known.syllables !== null && plural(known.syllables, 'syllable'),
        known.letter !== null && `rhyme ${known.letter}`,
        known.isMade && 'written by the machine',
      ];
      return facts.filter(Boolean).join(', ');
    },
    counts: (lines: number, syllables: number) =>
      `${plural(lines, 'line')} · ${plural(syllables, 'syllable')}`,
    scheme: (scheme: string) => `rhymes ${scheme}`,
    listening: 'Loading the word list…',
    partial: 'Only the first 2,000 words are listened to.',
    unheard: (lines: number) => `${plural(lines, 'line')} in a language that the rhymes are not known of.`,
    failures: ENGINE_FAILURES,
    retry: 'Try again',
  },
  drafts: {
    summary: (count: number) => (count === 0 ? 'Drafts' : `Drafts (${formatCount(count)})`),
    none: 'No drafts yet. What you write is kept here, in this browser alone.',
    new: 'New draft',
    untitled: 'Without words',
    facts: (lines: number, when: string) => `${plural(lines, 'line')}, ${when}`,
    current: 'open now',
    delete: 'Delete',
    deleteNamed: (title: string) => `Delete “${title}”`,
    deleted: (title: string) => `“${title}” is deleted.`,
    restore: 'Put it back',
    export: 'Save as text',
    copy: 'Copy',
    copied: 'The text is on the clipboard.',
    notCopied: 'The browser did not allow copying. Select the text and copy it yourself.',
    undo: 'Undo',
    redo: 'Redo',
    fileName: (title: string) => `${title}.txt`,
    states: {
      new: '',
      saving: 'Saving…',
      saved: 'Saved in this browser',
      full: 'This browser’s storage is full, so the last changes are not saved. Save the draft as text, or delete one that you no longer need.',
      refused:
        'This browser keeps nothing for this page, so the text is lost when the tab closes. Save it as text.',
    },
    notices: {
      forked:
        'This draft was changed in another tab at the same time. Both are kept: what you see here is now a draft of its own.',
      removed:
        'This draft was deleted in another tab. What you see stays here, and is saved again with the next change.',
    },
  },
  beside: {
    label: 'Help with the verse',
    rhymes: 'Rhymes',
    next: 'Next lines',
    verse: 'Write on',
    style: 'Style',
  },
  rhymes: {
    field: 'Rhymes with',
    strip: (word: string) => `What rhymes with “${word}”`,
    placeholder: 'a word or phrase',
    follow: 'Follow the last word',
    kinds: { legend: 'Kind of rhyme', perfect: 'Perfect', near: 'Near', multi: 'Multis, phrases' },
    sorts: { legend: 'Sorted by', strength: 'Strength', syllables: 'Syllables', use: 'Use' },
    readings: 'Ways to say it',
    reading: (label: string | null, gloss: string | null, at: number) =>
      [label ?? `way ${at + 1}`, gloss !== null && `(${gloss})`].filter(Boolean).join(' '),
    syllables: (count: number) => plural(count, 'syllable'),
    empty: 'Put the caret behind a word, and what rhymes with it stands here.',
    none: (word: string) => `Nothing was found for “${word}”.`,
    tryKind: (kind: string) => `See instead: ${kind.toLowerCase()}`,
    insert: (word: string) => `Put in “${word}”`,
    listening: 'Looking for rhymes…',
    more: 'More',
    failures: {
      lexicon: 'The word list did not load.',
      unloaded: 'The engine did not load.',
      broken: 'The rhymes of this word could not be worked out.',
      slow: 'The rhymes of this word take too long on this device.',
    } satisfies Record<EngineFailure, string>,
  },
  next: {
    intro: 'Three lines that may follow yours, by rhyme and length.',
    sends: (lines: number) => `Asking sends your last ${plural(lines, 'line')} to this site’s server.`,
    ask: 'Suggest lines',
    again: 'Suggest others',
    asking: 'Looking for lines…',
    empty: 'Write a line first.',
    add: (text: string) => `Add “${text}”`,
    tooLong: 'A line of more than 200 characters cannot be followed. Break it up first.',
  },
  verse: {
    intro: 'A verse to order. The lines come one by one; keep those you like and have the rest written anew.',
    about: 'About',
    aboutHint: 'A few words, at least five letters. They are sent to this site’s server.',
    lines: 'Lines',
    scheme: 'Scheme',
    schemes: {
      AABB: 'AABB, couplets',
      ABAB: 'ABAB, crossed',
      ABBA: 'ABBA, enclosed',
      AAAA: 'AAAA, one rhyme',
      free: 'free',
      own: 'my own letters',
    },
    ownScheme: 'Letters',
    syllablesFrom: 'Syllables from',
    syllablesTo: 'Syllables to',
    depth: 'Rhymes',
    depths: {
      '': 'as usual',
      single: 'at line ends',
      multi: 'over several syllables',
      dense: 'within lines too',
    },
    artist: 'In the style of',
    artistHint: 'An artist of the catalogue, or nobody',
    goOn: (lines: number) => `Go on from my last ${plural(lines, 'line')} (they are sent too)`,
    write: 'Write',
    stop: 'Stop',
    writing: (lines: number) => (lines === 0 ? 'Thinking…' : `Writing… ${plural(lines, 'line')} so far`),
    stopped: (lines: number) =>
      lines === 0 ? 'Stopped.' : `Stopped. What came is kept: ${plural(lines, 'line')}.`,
    cut: (lines: number) => (lines === 0 ? '' : `What came before is kept: ${plural(lines, 'line')}.`),
    keep: (line: number) => `Keep line ${line}`,
    keepShort: 'keep',
    addLine: (text: string) => `Add “${text}” to the pad`,
    addLineShort: 'Add',
    addAll: 'Add to the pad',
    rewrite: 'Write the others anew',
    another: 'Write another',
    result: 'The verse',
    sources: { model: '', repaired: '', composed: '', kept: 'kept' },
  },
  report: {
    title: 'What was measured',
    scheme: (asked: string, heard: string, met: boolean) =>
      met ? `Rhymes as ordered: ${asked}` : `Ordered ${asked}, heard ${heard}`,
    syllables: (min: number, max: number, met: boolean) => {
      const range = min === max ? plural(min, 'syllable') : `${min} to ${max} syllables`;
      return met ? `Every line has ${range}` : `Not every line has ${range}`;
    },
    density: (share: number) => `${formatShare(share)} of the syllables rhyme`,
    rhymes: (end: number, internal: number, multi: number) =>
      [
        plural(end, 'rhyme at line ends', 'rhymes at line ends'),
        internal > 0 && `${formatCount(internal)} inside`,
        multi > 0 && `${formatCount(multi)} over several syllables`,
      ]
        .filter(Boolean)
        .join(', '),
    malmi: (length: number) => `Rhymes are ${formatNumber(length, 1)} vowels long on average`,
    original: (run: number, songs: number) =>
      run === 0
        ? `Nothing in common with ${plural(songs, 'song')} that it was compared with`
        : `At most ${plural(run, 'word')} in a row shared with one of ${plural(songs, 'song')}`,
    copied: (lines: number) => `${plural(lines, 'line stands', 'lines stand')} in a song of the catalogue`,
    writers: {
      composer: 'By the composer, which needs no model',
      model: (name: string) => `By the model ${name}`,
      degraded: 'By the composer, because the model did not answer',
    },
  },
  style: {
    intro: 'Your text line by line in the measured style of an artist. It is sent to this site’s server.',
    artist: 'Style of',
    from: (lines: number, isSelection: boolean) =>
      isSelection ? `The selected ${plural(lines, 'line')}` : `All ${plural(lines, 'line')} of the pad`,
    short: 'Write at least 20 characters first.',
    long: 'At most 1,000 characters and 32 lines can be rewritten at once. Select a part.',
    write: 'Rewrite',
    stop: 'Stop',
    writing: (lines: number) =>
      lines === 0 ? 'Reading the style…' : `Rewriting… ${plural(lines, 'line')} so far`,
    before: 'Before',
    after: 'After',
    result: 'Before and after',
    take: (line: number) => `Take line ${line}`,
    takeShort: 'Take',
    taken: 'taken',
    takeAll: 'Take all lines',
    changed: 'The text has changed since. What you take replaces nothing; it is added below the caret.',
    moved: (way: number) =>
      way <= 0
        ? 'The text did not come nearer to the style'
        : `The text went ${formatShare(Math.min(1, way))} of the way to the style`,
    content: (share: number) => `${formatShare(share)} of the words that carry the meaning stayed`,
    meaning: (similarity: number) => `Meanings before and after are ${formatShare(similarity)} alike`,
    scheme: (before: string, after: string) => `Rhymes ${before} before, ${after} after`,
  },
} as const;
