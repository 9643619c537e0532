import { useLayoutEffect, useState } from 'preact/hooks';
import { Choice } from '../parts/choice.tsx';
import { navigate } from '../router/history.ts';
import { searchText } from '../text/search.ts';
import { AskBox } from './ask-box.tsx';
import { Filters } from './filters.tsx';
import { MODES, type SearchState, searchHref } from './query-state.ts';

type Field = HTMLInputElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

const MODE_OPTIONS = MODES.map((value) => ({ value, ...searchText.modes[value] }));

/** What is asked. Choices ask again at once; typed text does on Enter or the button. */
export function SearchForm({ state, hideLabel }: { state: SearchState; hideLabel: boolean }) {
  const [draft, setDraft] = useState(state);
  const [isNew, setNew] = useState(false);
  const href = searchHref(state);
  // The address decides what the form holds.
  useLayoutEffect(() => {
    setDraft(state);
    setNew(false);
  }, [href]);

  const changed = (field: Field): SearchState => ({ ...draft, [field.name]: field.value });
  const onInput = (event: Event) => {
    if (!isField(event.target)) return;
    setDraft(changed(event.target));
    if (event.target.name === 'q') setNew(true);
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
        <AskBox q={draft.q} isNew={isNew} onClose={() => setNew(false)} hideLabel={hideLabel} />
        <div class="switch-row ask-options">
          <Choice legend={searchText.box.by} name="mode" value={draft.mode} options={MODE_OPTIONS} />
          <Filters state={state} draft={draft} />
        </div>
      </form>
    </search>
  );
}
