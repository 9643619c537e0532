import { useLayoutEffect, useState } from 'preact/hooks';
import { navigate } from '../router/history.ts';
import { Filters } from './filters.tsx';
import { MODE_LABELS } from './labels.ts';
import { MODES, type SearchState, searchHref } from './query-state.ts';

type Field = HTMLInputElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/** What is asked. Choices ask again at once; typed text does on Enter or the button. */
export function SearchForm({ state, hideLabel }: { state: SearchState; hideLabel: boolean }) {
  const [draft, setDraft] = useState(state);
  const href = searchHref(state);
  // The address decides what the form holds.
  useLayoutEffect(() => setDraft(state), [href]);

  const changed = (field: Field): SearchState => ({ ...draft, [field.name]: field.value });
  const onInput = (event: Event) => {
    if (isField(event.target)) setDraft(changed(event.target));
  };
  const onChange = (event: Event) => {
    const field = event.target;
    const isChoice =
      field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === 'radio');
    if (isChoice && draft.q.trim() !== '') navigate(searchHref(changed(field)));
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    navigate(searchHref(draft));
  };

  return (
    <search>
      <form class="ask" action="/" onInput={onInput} onChange={onChange} onSubmit={onSubmit}>
        <AskBox q={draft.q} hideLabel={hideLabel} />
        <div class="switch-row ask-options">
          <ModeSwitch draft={draft} />
          <Filters state={state} draft={draft} />
        </div>
      </form>
    </search>
  );
}

function AskBox({ q, hideLabel }: { q: string; hideLabel: boolean }) {
  return (
    <>
      <label class={hideLabel ? 'unseen' : 'ask-label'} for="q">
        Words, a “quoted phrase”, or a question in plain language
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
          placeholder="What is the song about?"
        />
        <button type="submit" class="ask-button">
          Search
        </button>
      </div>
    </>
  );
}

function ModeSwitch({ draft }: { draft: SearchState }) {
  return (
    <fieldset class="modes">
      <legend class="unseen">Search by</legend>
      {MODES.map((mode) => (
        <label key={mode} class="mode" title={MODE_LABELS[mode].hint}>
          <input type="radio" name="mode" value={mode} checked={draft.mode === mode} />
          <span>{MODE_LABELS[mode].label}</span>
        </label>
      ))}
    </fieldset>
  );
}
