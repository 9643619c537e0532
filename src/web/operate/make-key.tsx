import { useState } from 'preact/hooks';
import { requestJson } from '../api/request-json.ts';
import type { KeyFacts, NewKey } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/toast.tsx';
import { Failure } from '../shell/failure.tsx';
import { keysText as texts } from '../text/operate-keys.ts';
import { useAction } from './use-action.ts';

type Role = KeyFacts['role'];
const ROLES: readonly Role[] = ['reader', 'analyst', 'operator', 'admin'];

/** Makes a key and shows its secret once. */
export function MakeKey({ onMade }: { onMade: () => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('reader');
  const [secret, setSecret] = useState<string | null>(null);
  const { isBusy, error, run } = useAction(async () => {
    const made = await requestJson<NewKey>('/admin/keys', { body: { name: name.trim(), role } });
    setSecret(made.secret);
    setName('');
    onMade();
  });
  const submit = (event: Event) => {
    event.preventDefault();
    void run();
  };
  return (
    <section aria-labelledby="make">
      <h2 id="make">{texts.make}</h2>
      <form class="inline-form" onSubmit={submit}>
        <div class="field">
          <label for="key-name">{texts.name}</label>
          <input
            id="key-name"
            value={name}
            maxLength={100}
            required
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="key-role">{texts.role}</label>
          <select
            id="key-role"
            value={role}
            onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? role)}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {texts.roles[one]}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          {isBusy ? texts.making : texts.submit}
        </Button>
      </form>
      {error !== null && <Failure error={error} />}
      {secret !== null && <Secret secret={secret} onClose={() => setSecret(null)} />}
    </section>
  );
}

/** A new secret, which is shown once. */
export function Secret({ secret, text, onClose }: { secret: string; text?: string; onClose: () => void }) {
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    tell({ text: texts.copied });
  };
  return (
    <Dialog title={texts.made} onClose={onClose}>
      <p>{texts.madeText}</p>
      {text !== undefined && <p>{text}</p>}
      <p>
        <code class="secret">{secret}</code>
      </p>
      <Button kind="primary" onClick={() => void copy().catch(() => undefined)}>
        {texts.copy}
      </Button>
    </Dialog>
  );
}
