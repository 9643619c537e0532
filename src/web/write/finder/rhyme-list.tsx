import type { RhymeAnswer, RhymeKind } from '../../../lyrics/rhyme/finder/contract.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { writeText } from '../../text/write.ts';
import { RhymeWord } from './rhyme-word.tsx';
import { type RhymeSort, sortRhymes } from './sort-rhymes.ts';
import type { FoundRhymes } from './use-rhymes.ts';

const { rhymes: text } = writeText;

interface ListProps {
  found: FoundRhymes;
  reading: number;
  sort: RhymeSort;
  onReading: (reading: number) => void;
  onKind: (kind: RhymeKind) => void;
  onPick: (word: string) => void;
}

/** The rhymes that were found, or why there are none. */
export function RhymeList({ found, ...props }: ListProps) {
  const { word, answer, failure, isLooking, retry } = found;
  if (failure !== null)
    return (
      <div role="alert">
        <p>{text.failures[failure]}</p>
        <Button onClick={retry}>{writeText.pad.retry}</Button>
      </div>
    );
  if (answer === null)
    return isLooking ? <Waiting text={text.listening} /> : <p class="muted">{text.empty}</p>;
  return <Answer key={word} word={word} answer={answer} {...props} />;
}

function Answer({ word, answer, reading, sort, onReading, onKind, onPick }: AnswerProps) {
  const { readings, items, reason } = answer;
  if (reason !== null)
    return (
      <div class="finder-none">
        <p>{text.none(word)}</p>
        {reason.try_kinds.map((kind) => (
          <Button key={kind} kind="quiet" onClick={() => onKind(kind)}>
            {text.tryKind(text.kinds[kind])}
          </Button>
        ))}
      </div>
    );
  const rows = sortRhymes(items, reading, sort);
  return (
    <>
      {readings.length > 1 && (
        <Choice
          legend={text.readings}
          name="reading"
          value={String(reading)}
          options={readings.map(({ label, gloss }, at) => ({
            value: String(at),
            label: text.reading(label, gloss, at),
          }))}
          onChoose={(chosen) => onReading(Number(chosen))}
        />
      )}
      <div class="finder-found">
        {rows.map((row) => (
          <div key={row.syllables ?? 'all'} class="finder-row">
            {row.syllables !== null && <h3 class="finder-count">{text.syllables(row.syllables)}</h3>}
            <ul>
              {row.items.map((item) => (
                <li key={item.word}>
                  <RhymeWord item={item} showsCount={row.syllables === null} onPick={onPick} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}

interface AnswerProps extends Omit<ListProps, 'found'> {
  word: string;
  answer: RhymeAnswer;
}
