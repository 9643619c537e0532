import { useEffect } from 'preact/hooks';
import type { Lit } from './use-lit.ts';

/** Whether what has the focus takes letters itself. */
const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || element.matches('input:not([type=radio], [type=range]), textarea, select'));

function stepLine(step: number): void {
  const lines = Array.from(document.querySelectorAll<HTMLElement>('.verse .line'));
  const here = lines.indexOf(document.activeElement?.closest<HTMLElement>('.verse .line') ?? document.body);
  const next = lines[here < 0 ? (step > 0 ? 0 : lines.length - 1) : here + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

/** `j` and `k` go through the lines, `[` and `]` through the rhyme groups; Escape lets go of the lit one. */
export function useVerseKeys(lit: Lit, groups: number): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (isTyping(document.activeElement)) return;
      const stepGroup = (step: number) => {
        const first = step > 0 ? 0 : groups - 1;
        const next = lit.chosen === null ? first : (lit.chosen + step + groups) % groups;
        if (groups > 0 && next !== lit.chosen) lit.choose(next);
      };
      if (event.key === 'j') stepLine(1);
      else if (event.key === 'k') stepLine(-1);
      else if (event.key === ']') stepGroup(1);
      else if (event.key === '[') stepGroup(-1);
      else if (event.key === 'Escape' && lit.group !== null) lit.choose(null);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [lit, groups]);
}
