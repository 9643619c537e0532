import type { GenerateRequest } from '../../api/types.ts';

export const SCHEMES = ['AABB', 'ABAB', 'ABBA', 'AAAA', 'free', 'own'] as const;
export type SchemeChoice = (typeof SCHEMES)[number];

export const DEPTHS = ['', 'single', 'multi', 'dense'] as const;
export type DepthChoice = (typeof DEPTHS)[number];

/** What the form holds, as it was typed. */
export interface VerseForm {
  about: string;
  lines: string;
  scheme: SchemeChoice;
  ownScheme: string;
  syllablesFrom: string;
  syllablesTo: string;
  depth: DepthChoice;
  artist: string;
  goesOn: boolean;
}

export const FIRST_FORM: VerseForm = {
  about: '',
  lines: '4',
  scheme: 'AABB',
  ownScheme: '',
  syllablesFrom: '',
  syllablesTo: '',
  depth: '',
  artist: '',
  goesOn: false,
};

export interface KeptLine {
  line: number;
  text: string;
}

/** The API's limits of a text. */
const MIN_CHARACTERS = 50;
const MAX_CHARACTERS = 500;
/** A syllable has about four characters and a half with its part of the spaces; some room is left. */
const CHARACTERS_A_SYLLABLE = 5.5;
const USUAL_SYLLABLES = 12;
const USUAL_LINES = 4;

const numberOf = (text: string): number | null => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : null);

function syllablesOf({ syllablesFrom, syllablesTo }: VerseForm): { min: number; max: number } | null {
  const [from, to] = [numberOf(syllablesFrom), numberOf(syllablesTo)];
  const min = from ?? to;
  const max = to ?? from;
  if (min === null || max === null) return null;
  return { min: Math.min(min, max), max: Math.max(min, max) };
}

/** Characters that so many lines may need, with the lines that are kept as long as they are. */
function roomFor(lines: number, most: number, keep: readonly KeptLine[]): number {
  const kept = keep.reduce((sum, { text }) => sum + text.length + 1, 0);
  const open = Math.max(1, lines - keep.length);
  const room = Math.ceil(kept + open * most * CHARACTERS_A_SYLLABLE);
  return Math.min(MAX_CHARACTERS, Math.max(MIN_CHARACTERS, room));
}

export const linesAsked = ({ lines }: VerseForm): number => numberOf(lines) ?? USUAL_LINES;

/** The lines of the pad that a verse goes on from: they come first and are kept, so that the new ones rhyme with them. */
export const leadingLines = (before: readonly string[]): KeptLine[] =>
  before.map((text, i) => ({ line: i + 1, text }));

/** The request of a filled form: so many lines, those that are kept among them. */
export function verseOrder(
  form: VerseForm,
  { lines, kept }: { lines: number; kept: readonly KeptLine[] },
): GenerateRequest {
  const { about, depth, artist, scheme, ownScheme } = form;
  const syllables = syllablesOf(form);
  return {
    prompt: about.trim(),
    lines,
    scheme: scheme === 'own' ? ownScheme.trim() || 'free' : scheme,
    max_length: roomFor(lines, syllables?.max ?? USUAL_SYLLABLES, kept),
    ...(syllables !== null && { syllables }),
    ...(depth !== '' && { rhyme: depth }),
    ...(artist.trim() !== '' && { style: artist.trim() }),
    ...(kept.length > 0 && { keep: [...kept] }),
    stream: true,
  };
}
