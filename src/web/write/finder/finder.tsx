import { useState } from 'preact/hooks';
import type { RhymeKind } from '../../../lyrics/rhyme/finder/contract.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { writeText } from '../../text/write.ts';
import type { PadController } from '../pad/pad-controller.ts';
import { RhymeList } from './rhyme-list.tsx';
import type { RhymeSort } from './sort-rhymes.ts';
import type { RhymeSearch } from './use-finder.ts';
import './finder.css';

const { rhymes: text } = writeText;
const LONGEST = 60;

const KINDS: readonly { value: RhymeKind; label: string }[] = [
  { value: 'perfect', label: text.kinds.perfect },
  { value: 'near', label: text.kinds.near },
  { value: 'multi', label: text.kinds.multi },
];

const SORTS: readonly { value: RhymeSort; label: string }[] = [
  { value: 'strength', label: text.sorts.strength },
  { value: 'syllables', label: text.sorts.syllables },
  { value: 'use', label: text.sorts.use },
];

/** What rhymes with the last word, or with one that is typed here; each puts itself in at the caret. */
export function Finder({ pad, search }: { pad: PadController; search: RhymeSearch }) {
  const { asked, isOwn, kind, reading, found, ask, chooseKind, chooseReading } = search;
  const [sort, setSort] = useState<RhymeSort>('strength');
  return (
    <section class="finder" aria-label={writeText.beside.rhymes}>
      <div class="finder-word">
        <label for="finder-word">{text.field}</label>
        <input
          id="finder-word"
          value={asked}
          maxLength={LONGEST}
          placeholder={text.placeholder}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          onInput={(event) => ask(event.currentTarget.value)}
        />
        {isOwn && (
          <Button kind="quiet" onClick={() => ask(null)}>
            {text.follow}
          </Button>
        )}
      </div>
      <div class="finder-choices">
        <Choice legend={text.kinds.legend} name="kind" value={kind} options={KINDS} onChoose={chooseKind} />
        <label class="finder-sort">
          {text.sorts.legend}{' '}
          <select value={sort} onChange={(event) => setSort(event.currentTarget.value as RhymeSort)}>
            {SORTS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <RhymeList
        found={found}
        reading={reading}
        sort={sort}
        onReading={chooseReading}
        onKind={chooseKind}
        onPick={(picked) => {
          pad.insertWord(picked);
          // The list that was pressed in follows the new word; the writer goes on in the text.
          pad.focus();
        }}
      />
    </section>
  );
}
