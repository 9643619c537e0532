import type { InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { languageName } from '../text/format.ts';
import { LANGUAGE_CODES, SENTIMENT_LABELS, THEME_LABELS } from '../text/labels.ts';
import { searchText } from '../text/search.ts';
import { type FilterKey, heldFilters, type SearchState } from './query-state.ts';

const texts = searchText.filters;

interface ChoiceProps {
  name: FilterKey;
  label: string;
  value: string;
  options: Readonly<Record<string, string>>;
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name} value={value}>
        <option value="">{texts.any}</option>
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
        {value !== '' && !(value in options) && <option value={value}>{value}</option>}
      </select>
    </div>
  );
}

type TextProps = { name: FilterKey; label: string } & InputHTMLAttributes;

function Field({ name, label, ...rest }: TextProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input id={name} name={name} {...rest} />
    </div>
  );
}

const LANGUAGES = Object.fromEntries(LANGUAGE_CODES.map((code) => [code, languageName(code)]));
const EXPLICIT = { false: texts.notExplicit, true: texts.onlyExplicit };
const YEARS = { type: 'number', min: 1900, max: 2100, step: 1, inputMode: 'numeric' } as const;

/** What narrows a search, behind a button that says how many of them hold. */
export function Filters({ state, draft }: { state: SearchState; draft: SearchState }) {
  const active = heldFilters(state).length;
  const [open, setOpen] = useState(false);
  return (
    <details class="filters" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {texts.summary}
        {active > 0 && <span class="count"> {active}</span>}
      </summary>
      <div class="filters-body">
        <Field
          name="artist"
          label={texts.artist}
          type="text"
          value={draft.artist}
          maxLength={300}
          autocomplete="off"
        />
        <Field name="from_year" label={texts.from_year} value={draft.from_year} {...YEARS} />
        <Field name="to_year" label={texts.to_year} value={draft.to_year} {...YEARS} />
        <Choice name="language" label={texts.language} value={draft.language} options={LANGUAGES} />
        <Choice name="explicit" label={texts.explicit} value={draft.explicit} options={EXPLICIT} />
        <Choice name="theme" label={texts.theme} value={draft.theme} options={THEME_LABELS} />
        <Choice name="sentiment" label={texts.sentiment} value={draft.sentiment} options={SENTIMENT_LABELS} />
        <button type="submit" class="button">
          {texts.apply}
        </button>
      </div>
    </details>
  );
}
