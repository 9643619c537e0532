import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { actionOf } from '../../parts/key-table.ts';
import { tell } from '../../parts/toast.tsx';
import { writeText } from '../../text/write.ts';
import type { MarkKeeper, PadView } from './mark-keeper.ts';
import type { Mark } from './marks.ts';
import type { PadController } from './pad-controller.ts';
import { type PadLine, type PadLook, padLines } from './pad-lines.ts';
import { PadRow } from './pad-row.tsx';
import './pad.css';

/** More would make each keystroke slow; a song has about 3,000 characters. */
export const MOST_CHARACTERS = 50_000;

/** After the last key, until the words that rhyme with the one at the caret light up. */
const REST_MS = 300;

interface PadProps {
  pad: PadController;
  keeper: MarkKeeper;
  view: PadView;
}

/**
 * The text area of the verse. What is drawn behind it repeats its text, line by line and invisibly, with the same font,
 * width and wrapping: it gives the text area its height, so that neither scrolls alone, and holds the colours.
 */
export function Pad({ pad, keeper, view }: PadProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const caret = useCaret(pad);
  const { made } = pad.document.content;
  const isResting = useResting(pad);
  const lit = caret === null || !isResting ? null : groupAt(view.known.marks, caret);
  const lines = usePadLines({ text: view.text, known: view.known, made, lit });
  const caretLine = caret === null ? null : view.text.slice(0, caret).split('\n').length - 1;
  useTextArea(area, { pad, keeper });
  return (
    <div class="pad">
      <label for={id} class="unseen">
        {writeText.pad.label}
      </label>
      <div class="pad-sheet">
        <div class="pad-lines" aria-hidden="true">
          {lines.map((line, i) => (
            <PadRow key={line.id} line={line} isNow={i === caretLine} />
          ))}
        </div>
        <textarea
          ref={area}
          id={id}
          class="pad-area"
          dir="auto"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="sentences"
          placeholder={writeText.pad.placeholder}
          aria-describedby={`${id}-line`}
        />
      </div>
      <p id={`${id}-line`} class="unseen">
        {writeText.pad.lineFacts(caretLine, lines[caretLine ?? 0] ?? null)}
      </p>
    </div>
  );
}

/** The place of the caret; null while another element has the focus. */
function useCaret(pad: PadController): number | null {
  const [caret, setCaret] = useState<number | null>(null);
  useEffect(() => {
    const see = () => setCaret(pad.hasFocus ? pad.selection.end : null);
    const forgets = [pad.onSelection(see), pad.onFocus(see)];
    return () => {
      for (const forget of forgets) forget();
    };
  }, [pad]);
  return caret;
}

/** Whether nothing was typed for a moment: words that light up and go dark with every key would only distract. */
function useResting(pad: PadController): boolean {
  const [isResting, setResting] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = pad.document.onChange(() => {
      setResting(false);
      clearTimeout(timer);
      timer = setTimeout(() => setResting(true), REST_MS);
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [pad]);
  return isResting;
}

const groupAt = (marks: readonly Mark[], place: number): number | null =>
  marks.find(({ start, end }) => start <= place && place <= end)?.group ?? null;

/** The lines of the pad; those that look as they did are the same objects. */
function usePadLines({ text, known, made, lit }: PadLook): readonly PadLine[] {
  const shown = useRef<readonly PadLine[]>([]);
  return useMemo(() => {
    shown.current = padLines({ text, known, made, lit }, shown.current);
    return shown.current;
  }, [text, known, made, lit]);
}

type Bound = Pick<PadProps, 'pad' | 'keeper'>;
type AreaRef = { readonly current: HTMLTextAreaElement | null };

/** Joins the text area with the document and the marks: what is typed goes there, what others change comes back. */
function useTextArea(ref: AreaRef, { pad, keeper }: Bound): void {
  useLayoutEffect(() => {
    const area = ref.current;
    if (area === null) return;
    const detach = pad.attach(area);
    const forget = pad.document.onChange(({ edit, fromKeys }) => {
      if (!fromKeys) area.setRangeText(edit.inserted, edit.start, edit.start + edit.removed.length, 'end');
      keeper.follow(pad.document.text, edit.start + edit.inserted.length);
    });
    const events = new AbortController();
    listen(area, { pad, keeper }, events.signal);
    return () => {
      events.abort();
      forget();
      detach();
    };
  }, [pad, keeper]);
}

function listen(area: HTMLTextAreaElement, { pad, keeper }: Bound, signal: AbortSignal): void {
  let isComposing = false;
  const commit = () => pad.document.typed(area.value, area.selectionEnd);
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    hear: (event: HTMLElementEventMap[Name]) => void,
  ) => area.addEventListener(name, hear, { signal });
  on('compositionstart', () => {
    isComposing = true;
  });
  on('compositionend', () => {
    isComposing = false;
    commit();
  });
  on('input', () => {
    // A word that is being composed is one step, taken when it stands; its colours follow meanwhile.
    if (isComposing) keeper.follow(area.value, area.selectionEnd);
    else commit();
    pad.sawSelection();
  });
  on('beforeinput', (event) => {
    // A step taken back under a word that is being composed would part the text from what is drawn behind it.
    if (isComposing && event.inputType.startsWith('history')) event.preventDefault();
    else if (event.inputType === 'historyUndo') take(event, () => pad.undo());
    else if (event.inputType === 'historyRedo') take(event, () => pad.redo());
    else if (isTooLong(area, event))
      take(event, () => tell({ text: writeText.pad.tooLong(MOST_CHARACTERS) }));
  });
  on('keydown', (event) => {
    // The browser would lose its own steps with every word that is put in for the writer, and at the next reload.
    const step = isComposing ? null : actionOf('pad', event);
    if (step === 'undo') take(event, () => pad.undo());
    if (step === 'redo') take(event, () => pad.redo());
  });
  document.addEventListener('selectionchange', () => pad.sawSelection(), { signal });
  on('focus', () => {
    pad.sawFocus(true);
    pad.sawSelection();
  });
  on('blur', () => pad.sawFocus(false));
}

function take(event: Event, run: () => void): void {
  event.preventDefault();
  run();
}

function isTooLong(area: HTMLTextAreaElement, { data, isComposing }: InputEvent): boolean {
  if (data === null || isComposing) return false;
  const selected = area.selectionEnd - area.selectionStart;
  return area.value.length - selected + data.length > MOST_CHARACTERS;
}
