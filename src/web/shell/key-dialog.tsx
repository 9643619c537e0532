import { useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { setKey } from '../api/key.ts';
import { tryKey } from '../api/try-key.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { keyText } from '../text/key.ts';

type Asking = { isBusy: boolean; fault: string | null };

async function faultOf(key: string): Promise<string | null> {
  if (key === '') return keyText.empty;
  try {
    const state = await tryKey(key);
    return state === 'good' ? null : keyText[state];
  } catch (error) {
    if (error instanceof ApiError) return `${error.title}. ${error.advice}`;
    throw error;
  }
}

/** Asks for a key and uses it once the server has accepted it. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState('');
  const [{ isBusy, fault }, setAsking] = useState<Asking>({ isBusy: false, fault: null });
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    setAsking({ isBusy: true, fault: null });
    const key = draft.trim();
    const found = await faultOf(key);
    setAsking({ isBusy: false, fault: found });
    if (found !== null) return;
    setKey(key);
    onClose();
  };
  return (
    <Dialog title={keyText.title} onClose={onClose}>
      <p>{keyText.text}</p>
      <form class="key-form" onSubmit={submit}>
        <div class="field">
          <label for="key">{keyText.field}</label>
          <input
            id="key"
            type="password"
            autocomplete="off"
            spellcheck={false}
            value={draft}
            aria-invalid={fault !== null}
            aria-describedby="key-fault"
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          {isBusy ? keyText.checking : keyText.submit}
        </Button>
      </form>
      <p id="key-fault" class="fault" role="alert">
        {fault}
      </p>
    </Dialog>
  );
}
