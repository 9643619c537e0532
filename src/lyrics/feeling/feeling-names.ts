import { EMOTIONS } from '../emotion/emotion-names.ts';

/** What a word can show besides a feeling; `loss` and `violence` weigh on the mood, the others change how it is read. */
export const CUES = ['loss', 'violence', 'humour', 'irony', 'memory'] as const;

export const SHOWN = [...EMOTIONS, ...CUES] as const;

export type Shown = (typeof SHOWN)[number];

export const isShown = (name: string): name is Shown => SHOWN.some((one) => one === name);
