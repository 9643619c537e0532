import type { Margins } from './verse-model.ts';

/** What the reader of a text chose, as it stands in the address. */
export interface ReaderState {
  /** From -1, every echo is a rhyme, to 1, only sure ones. */
  sureness: number;
  /** The chosen rhyme group. */
  group: number | null;
  margins: Margins;
}

const MARGINS: readonly Margins[] = ['letters', 'syllables', 'stresses'];
/** Steps of the slider to either side. */
const STEPS = 4;

/** A place of the scale as it stands in an address: a whole number of quarters. */
function readSureness(value: string | null): number {
  const steps = Number(value ?? 0);
  return Number.isInteger(steps) && Math.abs(steps) <= STEPS ? steps / STEPS : 0;
}

const readGroup = (value: string | null): number | null =>
  value !== null && /^\d{1,4}$/.test(value) ? Number(value) : null;

/** Reads the choices of an address; what it does not say or says wrongly is as at first. */
export const readChoices = (params: URLSearchParams): ReaderState => ({
  sureness: readSureness(params.get('s')),
  group: readGroup(params.get('g')),
  margins: MARGINS.find((margins) => margins === params.get('m')) ?? 'letters',
});

/** Adds the choices to an address; those that are as at first are left out. */
export function addChoices(params: URLSearchParams, { sureness, group, margins }: ReaderState): void {
  if (sureness !== 0) params.set('s', String(Math.round(sureness * STEPS)));
  if (group !== null) params.set('g', String(group));
  if (margins !== 'letters') params.set('m', margins);
}
