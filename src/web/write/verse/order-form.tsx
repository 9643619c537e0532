import { Button } from '../../parts/button.tsx';
import { writeText } from '../../text/write.ts';
import { ArtistField } from '../stream/artist-field.tsx';
import { DEPTHS, SCHEMES, type VerseForm } from './verse-order.ts';

const { verse: text } = writeText;
const MOST_LINES = 16;
const MOST_SYLLABLES = 40;

interface FormProps {
  form: VerseForm;
  /** Lines of the pad that the verse may go on from. */
  before: readonly string[];
  isWriting: boolean;
  onChange: (form: VerseForm) => void;
  onWrite: () => void;
  onStop: () => void;
}

type Field = HTMLInputElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/** What is to be written. Nothing is sent before the button is pressed. */
export function OrderForm({ form, before, isWriting, onChange, onWrite, onStop }: FormProps) {
  const hear = ({ target }: Event) => {
    if (!isField(target)) return;
    const isTick = target instanceof HTMLInputElement && target.type === 'checkbox';
    onChange({ ...form, [target.name]: isTick ? target.checked : target.value });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isWriting) onWrite();
  };
  return (
    <form class="order" onInput={hear} onSubmit={submit}>
      <About value={form.about} />
      <div class="order-row">
        <div class="field">
          <label for="verse-lines">{text.lines}</label>
          <input
            id="verse-lines"
            name="lines"
            type="number"
            min={1}
            max={MOST_LINES}
            required
            value={form.lines}
          />
        </div>
        <SchemeFields form={form} />
        <div class="field">
          <label for="verse-depth">{text.depth}</label>
          <select id="verse-depth" name="depth" value={form.depth}>
            {DEPTHS.map((depth) => (
              <option key={depth} value={depth}>
                {text.depths[depth]}
              </option>
            ))}
          </select>
        </div>
        <SyllableFields form={form} />
        <ArtistField label={text.artist} hint={text.artistHint} value={form.artist} />
      </div>
      {before.length > 0 && (
        <label class="order-tick">
          <input type="checkbox" name="goesOn" checked={form.goesOn} /> {text.goOn(before.length)}
        </label>
      )}
      <p class="order-act">
        <Button kind="primary" type="submit" isBusy={isWriting}>
          {text.write}
        </Button>
        {isWriting && <Button onClick={onStop}>{text.stop}</Button>}
      </p>
    </form>
  );
}

const About = ({ value }: { value: string }) => (
  <div class="field">
    <label for="verse-about">{text.about}</label>
    <input
      id="verse-about"
      name="about"
      value={value}
      minLength={5}
      maxLength={200}
      required
      autocomplete="off"
      aria-describedby="verse-about-hint"
    />
    <p id="verse-about-hint" class="hint">
      {text.aboutHint}
    </p>
  </div>
);

const SchemeFields = ({ form }: { form: VerseForm }) => (
  <>
    <div class="field">
      <label for="verse-scheme">{text.scheme}</label>
      <select id="verse-scheme" name="scheme" value={form.scheme}>
        {SCHEMES.map((scheme) => (
          <option key={scheme} value={scheme}>
            {text.schemes[scheme]}
          </option>
        ))}
      </select>
    </div>
    {form.scheme === 'own' && (
      <div class="field">
        <label for="verse-own">{text.ownScheme}</label>
        <input
          id="verse-own"
          name="ownScheme"
          value={form.ownScheme}
          pattern="[A-Za-z\-]{1,32}"
          maxLength={32}
          required
          autocomplete="off"
          spellcheck={false}
        />
      </div>
    )}
  </>
);

interface SyllableFieldProps {
  id: string;
  name: 'syllablesFrom' | 'syllablesTo';
  label: string;
  form: VerseForm;
}

const SyllableField = ({ id, name, label, form }: SyllableFieldProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input id={id} name={name} type="number" min={1} max={MOST_SYLLABLES} value={form[name]} />
  </div>
);

/** The two limits stand side by side, on a row of their own. */
const SyllableFields = ({ form }: { form: VerseForm }) => (
  <div class="order-pair">
    <SyllableField id="verse-from" name="syllablesFrom" label={text.syllablesFrom} form={form} />
    <SyllableField id="verse-to" name="syllablesTo" label={text.syllablesTo} form={form} />
  </div>
);
