import { Button } from '../../parts/button.tsx';
import { writeText } from '../../text/write.ts';
import type { VerseLine } from './use-verse-desk.ts';

const { verse: text } = writeText;

interface LinesProps {
  lines: readonly VerseLine[];
  /** The scheme as the engine hears it; null until it is measured. */
  heard: string | null;
  /** Numbers of the lines to keep. */
  kept: readonly number[];
  isDone: boolean;
  onKeep: (kept: readonly number[]) => void;
  onAdd: (lines: readonly string[]) => void;
  onRewrite: () => void;
  onAnother: () => void;
}

/** The lines that were written, each to keep or to add to the pad. */
export function VerseLines({ lines, heard, kept, isDone, onKeep, onAdd, onRewrite, onAnother }: LinesProps) {
  const toggle = (number: number) =>
    onKeep(kept.includes(number) ? kept.filter((one) => one !== number) : [...kept, number]);
  const isSome = kept.length > 0 && kept.length < lines.length;
  return (
    <div class="verse-result">
      <h2 class="label">{text.result}</h2>
      <ol class="verse-lines">
        {lines.map((line) => (
          <li key={line.number} class="verse-line">
            <span class="verse-letter" aria-hidden="true">
              {heard?.[line.number - 1]?.replace('-', '') ?? line.letter}
            </span>
            <span class="verse-words">{line.text}</span>
            <span class="verse-tools">
              <label>
                <input
                  type="checkbox"
                  checked={kept.includes(line.number)}
                  aria-label={text.keep(line.number)}
                  onChange={() => toggle(line.number)}
                />{' '}
                {text.keepShort}
              </label>
              <Button kind="quiet" aria-label={text.addLine(line.text)} onClick={() => onAdd([line.text])}>
                {text.addLineShort}
              </Button>
              <span class="number verse-count">{line.syllables}</span>
            </span>
          </li>
        ))}
      </ol>
      {isDone && (
        <p class="order-act">
          <Button kind="primary" onClick={() => onAdd(lines.map((line) => line.text))}>
            {text.addAll}
          </Button>
          {isSome && <Button onClick={onRewrite}>{text.rewrite}</Button>}
          <Button kind="quiet" onClick={onAnother}>
            {text.another}
          </Button>
        </p>
      )}
    </div>
  );
}
