import type { Margins } from '../verse/verse-model.ts';

/** What the page of a text shows, as the fragment of its address says it. The text itself stands there packed. */
export interface ReadState {
  /** Packed, see `packText`; '' where there is none. */
  text: string;
  /** As the reader named it; '' where it has no name. */
  title: string;
  /** From -1, every echo is a rhyme, to 1, only sure ones. */
  sureness: number;
  /** The chosen rhyme group. */
  group: number | null;
  margins: Margins;
}

export const MAX_TITLE = 200;

const MARGINS: readonly Margins[] = ['letters', 'syllables', 'stresses'];
const STEPS = 4;

const NOTHING: ReadState = { text: '', title: '', sureness: 0, group: null, margins: 'letters' };

/** A share of the scale that stands in an address: a whole number of quarters. */
function readSureness(value: string | null): number {
  const steps = Number(value ?? 0);
  return Number.isInteger(steps) && Math.abs(steps) <= STEPS ? steps / STEPS : 0;
}

function readGroup(value: string | null): number | null {
  return value !== null && /^\d{1,4}$/.test(value) ? Number(value) : null;
}

/** Reads a fragment; what it does not say or says wrongly is as at first. */
export function parseReadHash(hash: string): ReadState {
  const params = new URLSearchParams(hash.slice(1));
  return {
    text: params.get('t') ?? NOTHING.text,
    title: (params.get('n') ?? NOTHING.title).slice(0, MAX_TITLE),
    sureness: readSureness(params.get('s')),
    group: readGroup(params.get('g')),
    margins: MARGINS.find((margins) => margins === params.get('m')) ?? NOTHING.margins,
  };
}

/** The fragment of a state, with its "#"; '' for a page without a text. The text comes last: it is long. */
export function readHash({ text, title, sureness, group, margins }: ReadState): string {
  if (text === '') return '';
  const params = new URLSearchParams();
  if (title !== '') params.set('n', title);
  if (sureness !== 0) params.set('s', String(Math.round(sureness * STEPS)));
  if (group !== null) params.set('g', String(group));
  if (margins !== 'letters') params.set('m', margins);
  params.set('t', text);
  return `#${params}`;
}
