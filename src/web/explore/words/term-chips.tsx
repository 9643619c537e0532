import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { navigate } from '../../router/history.ts';
import { wordsText } from '../../text/explore-words.ts';
import { MOST_TERMS, termsIn, type WordsState, wordsHref } from './words-state.ts';

const choose = (next: WordsState) => navigate(wordsHref(next), { isChoice: true });

/** The words that are followed, each with what takes it away, and the field that adds one. */
export function TermChips({ state }: { state: WordsState }) {
  const [typed, setTyped] = useState('');
  const isFull = state.terms.length >= MOST_TERMS;
  return (
    <>
      <form
        class="entry entry-wide"
        onSubmit={(event) => {
          event.preventDefault();
          const terms = [...new Set([...state.terms, ...termsIn(typed)])].slice(0, MOST_TERMS);
          setTyped('');
          choose({ ...state, terms, term: '', period: '' });
        }}
      >
        <div class="field">
          <label for="words-term">{wordsText.entry}</label>
          <input
            id="words-term"
            value={typed}
            maxLength={200}
            autocomplete="off"
            aria-describedby="words-hint"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" isBusy={isFull}>
          {wordsText.add}
        </Button>
      </form>
      <p id="words-hint" class="hint">
        {isFull ? wordsText.full : wordsText.hint}
      </p>
      {state.terms.length > 0 && <Chips state={state} />}
    </>
  );
}

function Chips({ state }: { state: WordsState }) {
  return (
    <div class="words-bar">
      <ul class="chips" aria-label={wordsText.chips}>
        {state.terms.map((term) => (
          <li key={term}>
            <a
              class="chip"
              href={wordsHref({
                ...state,
                terms: state.terms.filter((one) => one !== term),
                term: '',
                period: '',
              })}
              aria-label={wordsText.remove(term)}
              data-choice
            >
              {wordsText.term(term)}
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        ))}
      </ul>
      <Choice
        legend={wordsText.of}
        name="of"
        value={state.of}
        options={(['words', 'songs'] as const).map((value) => ({ value, label: wordsText.ofs[value] }))}
        onChoose={(of) => choose({ ...state, of })}
      />
      <Choice
        legend={wordsText.by}
        name="by"
        value={state.by}
        options={(['year', 'quarter'] as const).map((value) => ({ value, label: wordsText.bys[value] }))}
        onChoose={(by) => choose({ ...state, by, term: '', period: '' })}
      />
    </div>
  );
}
