/** Who a character of a row belongs to. */
export const MAIN = 0;
export const ASIDE = 1;
export const UNSUNG = 2;

/** How far back an echo is looked for, in characters. */
export const REACH = 200;

/** Gives a stretch of a row to a voice; what is not sung stays so within an aside. */
export function fill(voices: Uint8Array, from: number, to: number, voice: number): void {
  for (let at = from; at < to; at++) if (voices[at] !== UNSUNG) voices[at] = voice;
}
