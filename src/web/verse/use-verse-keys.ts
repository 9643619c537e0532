import { useKeys } from '../parts/use-keys.ts';
import type { Lit } from './use-lit.ts';
import type { VerseModel } from './verse-model.ts';

const allLines = (): HTMLElement[] => Array.from(document.querySelectorAll<HTMLElement>('.verse .line'));

const focusedLine = (): HTMLElement | undefined =>
  allLines().find((line) => line.contains(document.activeElement));

function goTo(line: HTMLElement | undefined): void {
  line?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: 'nearest' });
}

function stepLine(step: number): void {
  const lines = allLines();
  const here = lines.findIndex((line) => line.contains(document.activeElement));
  goTo(lines[here < 0 ? (step > 0 ? 0 : lines.length - 1) : here + step]);
}

/** From the findings to the first line that is in sight. */
function backToText(): boolean {
  if (document.activeElement?.closest('.reader-findings') == null) return false;
  const seen = allLines().find((line) => line.getBoundingClientRect().bottom > 0);
  goTo(seen ?? allLines()[0]);
  return true;
}

/** Lights the rhyme at the end of the line that has the focus; not of a link or button in it. */
function endOfLine({ marks }: VerseModel): number | null {
  const line = focusedLine();
  if (line === undefined || line !== document.activeElement) return null;
  return marks.ends.get(Number(line.dataset.line))?.group ?? null;
}

/** The keys of a text, see `KEY_TABLE`. A key that has nothing to do is left to the browser. */
export function useVerseKeys(lit: Lit, model: VerseModel): void {
  const groups = model.heard.rhyme.groups.length;
  const stepGroup = (step: number) => {
    const first = step > 0 ? 0 : groups - 1;
    const next = lit.chosen === null ? first : (lit.chosen + step + groups) % groups;
    if (groups > 0 && next !== lit.chosen) lit.choose(next);
  };
  useKeys('verse', {
    nextLine: () => stepLine(1),
    lineBefore: () => stepLine(-1),
    nextGroup: () => stepGroup(1),
    groupBefore: () => stepGroup(-1),
    lightEnd: () => {
      const group = endOfLine(model);
      if (group === null) return false;
      lit.choose(group);
    },
    letGo: () => {
      if (lit.group !== null) lit.choose(null);
      else return backToText();
    },
  });
}
