import { Button } from '../../parts/button.tsx';
import { navigate } from '../../router/history.ts';
import { trendsText } from '../../text/explore-trends.ts';
import { languageName } from '../../text/format.ts';
import { LANGUAGE_CODES, THEME_LABELS } from '../../text/labels.ts';
import {
  PERIODS,
  TREND_SORTS,
  type TrendSort,
  type TrendState,
  trendsHref,
  withoutSongs,
} from './trend-state.ts';

interface ChoiceFieldProps {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChoose: (value: string) => void;
}

function ChoiceField({ id, label, value, options, onChoose }: ChoiceFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
        {!options.some(([one]) => one === value) && <option value={value}>{value}</option>}
      </select>
    </div>
  );
}

const ANY = ['', trendsText.any] as const;

/** Which songs the trends are of, and in which order they stand. */
export function TrendForm({ state }: { state: TrendState }) {
  const choose = (change: Partial<TrendState>) =>
    navigate(trendsHref({ ...withoutSongs(state), ...change }), { isChoice: true });
  return (
    <form
      class="explore-form"
      aria-label={trendsText.form}
      onSubmit={(event) => {
        event.preventDefault();
        choose({ artist: String(new FormData(event.currentTarget).get('artist') ?? '').trim() });
      }}
    >
      <ChoiceField
        id="period"
        label={trendsText.period}
        value={state.period}
        options={PERIODS.map((period) => [period, trendsText.periods[period]])}
        onChoose={(period) => choose({ period })}
      />
      <ChoiceField
        id="theme"
        label={trendsText.theme}
        value={state.theme}
        options={[ANY, ...Object.entries(THEME_LABELS)]}
        onChoose={(theme) => choose({ theme })}
      />
      <ChoiceField
        id="language"
        label={trendsText.language}
        value={state.language}
        options={[ANY, ...LANGUAGE_CODES.map((code) => [code, languageName(code)] as const)]}
        onChoose={(language) => choose({ language })}
      />
      <div class="field">
        <label for="artist">{trendsText.artist}</label>
        <input
          id="artist"
          name="artist"
          key={state.artist}
          defaultValue={state.artist}
          maxLength={200}
          autocomplete="off"
        />
      </div>
      <Button type="submit">{trendsText.show}</Button>
      <ChoiceField
        id="sort"
        label={trendsText.sort}
        value={state.sort}
        options={TREND_SORTS.map((sort) => [sort, trendsText.sorts[sort]])}
        onChoose={(sort) => choose({ sort: sort as TrendSort })}
      />
    </form>
  );
}
