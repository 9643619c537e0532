import { Button } from '../parts/button.tsx';
import { tell } from '../parts/toast.tsx';
import { verseText } from '../text/verse.ts';
import type { LineRange } from './line-hash.ts';

/** The lines that the address names, to be copied. */
export function ChosenLines({ text, chosen }: { text: string; chosen: LineRange }) {
  const { copy, copied, refused, label } = verseText.chosen;
  const lines = text.split('\n').slice(chosen.start_line, chosen.end_line);
  if (lines.length === 0) return null;
  const copyLines = async () => {
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      tell({ text: copied(lines.length) });
    } catch {
      tell({ text: refused });
    }
  };
  return (
    <p class="chosen-lines">
      <span class="muted">{label(chosen.start_line + 1, chosen.end_line)}</span>{' '}
      <Button kind="quiet" onClick={() => void copyLines()}>
        {copy(lines.length)}
      </Button>
    </p>
  );
}
