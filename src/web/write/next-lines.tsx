import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { requestJson } from '../api/request-json.ts';
import type { NextLinesAnswer, NextLinesRequest } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { Failure } from '../shell/failure.tsx';
import { writeText } from '../text/write.ts';
import type { PadController } from './pad/pad-controller.ts';
import { lastLines, tooLongLine } from './pad/pad-text.ts';
import { useSelection } from './pad/use-selection.ts';

const { next: text } = writeText;

const SHOWN = 3;
/** Lines before the caret that are sent: enough for the rhyme and the metre of a verse. */
const SENT = 16;
const TIMEOUT_MS = 60_000;

interface Suggested {
  status: 'idle' | 'asking' | 'ready' | 'failed';
  items: NextLinesAnswer['items'];
  error: ApiError | null;
}

const NONE: Suggested = { status: 'idle', items: [], error: null };

/** Three lines that may follow those before the caret, asked of the server when the writer wants them. */
export function NextLines({ pad }: { pad: PadController }) {
  const [suggested, setSuggested] = useState(NONE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const { end } = useSelection(pad);
  const lines = lastLines(pad.document.text, end, SENT);
  const ask = async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setSuggested((before) => ({ ...before, status: 'asking', error: null }));
    const body: NextLinesRequest = { lines, count: SHOWN };
    try {
      const options = { body, signal: controller.signal, timeoutMs: TIMEOUT_MS };
      const { items } = await requestJson<NextLinesAnswer>('/next-lines', options);
      setSuggested({ status: 'ready', items, error: null });
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      setSuggested((before) => ({ ...before, status: 'failed', error }));
    }
  };
  const isAsking = suggested.status === 'asking';
  return (
    <section class="next-lines" aria-label={writeText.beside.next}>
      <p class="muted">
        {text.intro} {lines.length > 0 && text.sends(lines.length)}
      </p>
      {lines.length === 0 && <p>{text.empty}</p>}
      {tooLongLine(lines) && <p class="notice">{text.tooLong}</p>}
      {lines.length > 0 && (
        <Button isBusy={isAsking || tooLongLine(lines)} onClick={() => void ask()}>
          {suggested.items.length === 0 ? text.ask : text.again}
        </Button>
      )}
      {isAsking && <Waiting text={text.asking} />}
      {suggested.error !== null && <Failure error={suggested.error} retry={() => void ask()} />}
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
