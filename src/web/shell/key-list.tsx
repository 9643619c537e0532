import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { BROWSER_KEYS, KEY_TABLE } from '../parts/key-table.ts';
import { areSingleKeysOn, switchSingleKeys } from '../parts/use-keys.ts';
import { keysText } from '../text/keys.ts';

type Table = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The keys of a place, each with what it does. */
function rowsOf(table: Table, texts: Texts, place: string): { presses: readonly string[]; does: string }[] {
  return Object.entries(table[place] ?? {}).map(([action, presses]) => ({
    presses,
    does: texts[place]?.[action] ?? '',
  }));
}

/** What every key does, and the switch for those of one letter. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const [isOn, setOn] = useState(areSingleKeysOn);
  return (
    <Dialog title={keysText.title} onClose={onClose}>
      <div class="key-groups">
        {Object.entries(keysText.places).map(([place, title]) => (
          <section key={place}>
            <h3 class="label">{title}</h3>
            <dl class="key-list">
              {[
                ...rowsOf(KEY_TABLE, keysText.does, place),
                ...rowsOf(BROWSER_KEYS, keysText.browserDoes, place),
              ].map(({ presses, does }) => (
                <div key={does}>
                  <dt>
                    <Presses presses={presses} />
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            switchSingleKeys(event.currentTarget.checked);
            setOn(areSingleKeysOn());
          }}
        />{' '}
        {keysText.switch} <span class="hint">{keysText.switchHint}</span>
      </label>
    </Dialog>
  );
}

const HAS_COMMAND = /mac|iphone|ipad/i.test(navigator.userAgent);

/** The keys as this device has them: Ctrl, or Cmd in its place. */
function Presses({ presses }: { presses: readonly string[] }) {
  const isHere = (press: string) => !press.startsWith(HAS_COMMAND ? 'ctrl ' : 'meta ');
  return (
    <>
      {presses.filter(isHere).map((press, at) => (
        <span key={press}>
          {at > 0 && ` ${keysText.or} `}
          <kbd>{press.split(' ').map(nameOf).join(' ')}</kbd>
        </span>
      ))}
    </>
  );
}

/** A key as it is written on keyboards: letters that are pressed with another are capitals there. */
const nameOf = (key: string, at: number): string => keysText.names[key] ?? (at > 0 ? key.toUpperCase() : key);
