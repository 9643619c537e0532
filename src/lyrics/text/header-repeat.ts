const COUNTED =
  /(?:^|[\s|,:;(–—-])[([]?\s?(?:[x×*]\s?(\d{1,2})|(\d{1,2})\s?(?:[x×]|times|more times|mal|veces|vezes|volte|fois|раза?)|(twice|two times|three times|four times|once))(?:\s(?:and fade|until fade|till fade))?\s?[)\]]?\s*$/iu;
const LEADING = /^(?:[x×]\s?(\d{1,2})|(\d{1,2})\s?[x×])\s+(?=\p{L})/iu;
const TOLD =
  /(?:^|[\s|,:;(–—-])\(?(?:repeats?|repeated|repeating|bis|rpt)(?:\s(?:until fade|till fade|to fade|and fade|to end|until end))?\)?\s*$/iu;
const END = /[\s|,:;(–—-]+$/;

export interface Repeat {
  /** From 1 to 99. */
  readonly count: number;
  /** The text without the mark. */
  readonly rest: string;
}

const SPELT: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  'two times': 2,
  'three times': 3,
  'four times': 4,
};

/** The repeat mark at the end of a header or before its name ("x2", "(2x)", "repeat 3 times", "2x Chorus"); null if it has none. */
export function takeRepeat(text: string): Repeat | null {
  const counted = COUNTED.exec(text);
  const rest = (counted ? text.slice(0, counted.index) : text).replace(END, '');
  const told = TOLD.exec(rest);
  const count = counted ? Number(counted[1] ?? counted[2] ?? SPELT[(counted[3] ?? '').toLowerCase()]) : 1;
  if (count < 1) return null;
  if (counted || told)
    return { count, rest: (told ? rest.slice(0, told.index) : rest).replace(END, '').trim() };
  const leading = LEADING.exec(text);
  return leading ? { count: Number(leading[1] ?? leading[2]), rest: text.slice(leading[0].length) } : null;
}
