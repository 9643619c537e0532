const WORDS = (
  'lamp river ticket copper window engine morning paper corner table winter signal garden market bottle shadow ' +
  'rooftop candle station marble thunder pocket ladder mirror harbour kettle pigeon satellite orchard bridge'
).split(' ');

/** Lines of nonsense that are the same for the same seed and share hardly a phrase with those of another. */
export function verse(seed: number, lines = 12): string {
  let state = seed * 2_654_435_761 + 1;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 8;
  };
  const word = () => WORDS[next() % WORDS.length] ?? '';
  const line = () => `the ${word()} and my ${word()} keep the ${word()} in the ${word()}`;
  return Array.from({ length: lines }, line).join('\n');
}
