import { addChoices, type ReaderState, readChoices } from '../verse/reader-state.ts';

/** What the page of a text shows, as the fragment of its address says it. The text itself stands there packed. */
export interface ReadState extends ReaderState {
  /** Packed, see `packText`; '' where there is none. */
  text: string;
  /** As the reader named it; '' where it has no name. */
  title: string;
}

export const MAX_TITLE = 200;

/** Reads a fragment; what it does not say or says wrongly is as at first. */
export function parseReadHash(hash: string): ReadState {
  const params = new URLSearchParams(hash.slice(1));
  const title = (params.get('n') ?? '').slice(0, MAX_TITLE);
  return { text: params.get('t') ?? '', title, ...readChoices(params) };
}

/** The fragment of a state, with its "#"; '' for a page without a text. The text comes last: it is long. */
export function readHash({ text, title, ...choices }: ReadState): string {
  if (text === '') return '';
  const params = new URLSearchParams();
  if (title !== '') params.set('n', title);
  addChoices(params, choices);
  params.set('t', text);
  return `#${params}`;
}
