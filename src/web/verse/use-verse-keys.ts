import { useKeys } from '../parts/use-keys.ts';
import type { Lit } from './use-lit.ts';

function stepLine(step: number): void {
  const lines = Array.from(document.querySelectorAll<HTMLElement>('.verse .line'));
  const here = lines.findIndex((line) => line.contains(document.activeElement));
  const next = lines[here < 0 ? (step > 0 ? 0 : lines.length - 1) : here + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

/** `j` and `k` go through the lines, `[` and `]` through the rhyme groups; Escape lets go of the lit one. */
export function useVerseKeys(lit: Lit, groups: number): void {
  const stepGroup = (step: number) => {
    const first = step > 0 ? 0 : groups - 1;
    const next = lit.chosen === null ? first : (lit.chosen + step + groups) % groups;
    if (groups > 0 && next !== lit.chosen) lit.choose(next);
  };
  useKeys({
    j: () => stepLine(1),
    k: () => stepLine(-1),
    ']': () => stepGroup(1),
    '[': () => stepGroup(-1),
    Escape: () => lit.group !== null && lit.choose(null),
  });
}
