import { useRef } from 'preact/hooks';
import { searchText } from '../text/search.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-suggestions.ts';

const { box } = searchText;

/** Moves the focus among the box and the suggestions; past the ends it stays. */
function step(frame: HTMLElement, by: 1 | -1): void {
  const stops = Array.from(frame.querySelectorAll<HTMLElement>('input, .suggestion'));
  const at = stops.findIndex((stop) => stop.matches(':focus'));
  stops[at + by]?.focus();
}

interface AskBoxProps {
  q: string;
  /** Whether it was typed since it was last asked, so that titles are suggested. */
  isNew: boolean;
  onClose: () => void;
  hideLabel: boolean;
}

/** What is asked, with titles and artists as it is typed. Words and lines are searched on Enter alone. */
export function AskBox({ q, isNew, onClose: close, hideLabel }: AskBoxProps) {
  const frame = useRef<HTMLDivElement>(null);
  const found = useSuggestions(isNew ? q : null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (frame.current === null || found === null) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(frame.current, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
      frame.current.querySelector('input')?.focus();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) close();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && frame.current?.contains(event.relatedTarget))) close();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the arrows for the box and the links in it
    <div ref={frame} class="ask-frame" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <label class={hideLabel ? 'unseen' : 'ask-label'} for="q">
        {box.label}
      </label>
      <div class="ask-line">
        <input
          id="q"
          name="q"
          type="search"
          class="ask-box"
          value={q}
          maxLength={3000}
          required
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="search"
          placeholder={box.placeholder}
        />
        <button type="submit" class="ask-button" onClick={close}>
          {box.submit}
        </button>
      </div>
      {found !== null && <SuggestionList found={found} onChoose={close} />}
    </div>
  );
}
