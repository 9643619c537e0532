import { Button } from '../../parts/button.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Failure } from '../../shell/failure.tsx';
import { writeText } from '../../text/write.ts';
import type { PadController } from '../pad/pad-controller.ts';
import { lastLines, tooLongLine } from '../pad/pad-text.ts';
import { useSelection } from '../pad/use-selection.ts';
import type { Suggestions } from './use-suggestions.ts';

const { next: text } = writeText;

/** Lines before the caret that are sent: enough for the rhyme and the metre of a verse. */
const SENT = 16;

interface NextProps {
  pad: PadController;
  suggestions: Suggestions;
}

/** Three lines that may follow those before the caret, asked of the server when the writer wants them. */
export function NextLines({ pad, suggestions: { suggested, ask } }: NextProps) {
  const { end } = useSelection(pad);
  const lines = lastLines(pad.document.text, end, SENT);
  const isAsking = suggested.status === 'asking';
  return (
    <section class="next-lines" aria-label={writeText.beside.next}>
      <p class="muted">
        {text.intro} {lines.length > 0 && text.sends(lines.length)}
      </p>
      {lines.length === 0 && <p>{text.empty}</p>}
      {tooLongLine(lines) && <p class="notice">{text.tooLong}</p>}
      {lines.length > 0 && (
        <Button isBusy={isAsking || tooLongLine(lines)} onClick={() => void ask(lines)}>
          {suggested.items.length === 0 ? text.ask : text.again}
        </Button>
      )}
      {isAsking && <Waiting text={text.asking} />}
      {suggested.error !== null && <Failure error={suggested.error} retry={() => void ask(lines)} />}
      <ol class="next-found">
        {suggested.items.map((item) => (
          <li key={item.text}>
            <button
              type="button"
              class="next-pick"
              aria-label={text.add(item.text)}
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pad.insertLines([item.text])}
            >
              {item.text}
            </button>
            <p class="next-why">{item.why.join(' ')}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
