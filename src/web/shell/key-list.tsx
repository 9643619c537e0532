import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { areSingleKeysOn, switchSingleKeys } from '../parts/use-keys.ts';
import { keysText } from '../text/keys.ts';

/** What every key does, and the switch for those of one letter. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const [isOn, setOn] = useState(areSingleKeysOn);
  return (
    <Dialog title={keysText.title} onClose={onClose}>
      <div class="key-groups">
        {keysText.groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 class="label">{title}</h3>
            <dl class="key-list">
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
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
