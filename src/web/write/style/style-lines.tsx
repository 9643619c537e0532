import { Fragment } from 'preact';
import { Button } from '../../parts/button.tsx';
import { writeText } from '../../text/write.ts';
import type { StyledLine } from './use-style-desk.ts';
import { type DifferencePart, wordDifference } from './word-difference.ts';

const { style: text } = writeText;

interface LinesProps {
  lines: readonly StyledLine[];
  /** Numbers of the lines that are in the pad now. */
  taken: readonly number[];
  isDone: boolean;
  onTake: (lines: readonly StyledLine[]) => void;
}

/** Each line before and after, with the words that went struck out and those that came underlined. */
export function StyleLines({ lines, taken, isDone, onTake }: LinesProps) {
  const left = lines.filter(({ number }) => !taken.includes(number));
  return (
    <div class="verse-result">
      <h2 class="label">{text.result}</h2>
      <ol class="style-lines">
        {lines.map((line) => (
          <li key={line.number}>
            <Difference line={line} />
            {taken.includes(line.number) ? (
              <span class="muted">{text.taken}</span>
            ) : (
              <Button kind="quiet" aria-label={text.take(line.number)} onClick={() => onTake([line])}>
                {text.takeShort}
              </Button>
            )}
            {line.why !== null && <p class="next-why">{line.why}</p>}
          </li>
        ))}
      </ol>
      {isDone && left.length > 0 && (
        <p class="order-act">
          <Button kind="primary" onClick={() => onTake(left)}>
            {text.takeAll}
          </Button>
        </p>
      )}
    </div>
  );
}

function Difference({ line: { before, after } }: { line: StyledLine }) {
  const parts = wordDifference(before, after);
  return (
    <dl class="style-pair">
      <dt>{text.before}</dt>
      <dd class="style-before">
        <Words parts={parts.filter(({ kind }) => kind !== 'come')} />
      </dd>
      <dt>{text.after}</dt>
      <dd>
        <Words parts={parts.filter(({ kind }) => kind !== 'gone')} />
      </dd>
    </dl>
  );
}

/** Runs of words, each with a space behind it that is neither struck out nor underlined. */
const Words = ({ parts }: { parts: readonly DifferencePart[] }) => (
  <>
    {parts.map(({ kind, text }, i) => (
      <Fragment key={i}>
        {kind === 'gone' && <del>{text.trimEnd()}</del>}
        {kind === 'come' && <ins>{text.trimEnd()}</ins>}
        {kind === 'same' && text.trimEnd()}{' '}
      </Fragment>
    ))}
  </>
);
