import { useState } from 'preact/hooks';
import { requestJson } from '../api/request-json.ts';
import type { KeyFacts, RotatedKey } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Failure } from '../shell/failure.tsx';
import { keysText as texts } from '../text/operate-keys.ts';
import { Secret } from './make-key.tsx';
import { useAction } from './use-action.ts';

/** Replaces a key by a new one; both work for the time that is chosen. */
export function RotateKey({ apiKey, onClose }: { apiKey: KeyFacts; onClose: () => void }) {
  const [hours, setHours] = useState<number>(texts.graces[0].hours);
  const [made, setMade] = useState<RotatedKey | null>(null);
  const { isBusy, error, run } = useAction(async () => {
    const body = { grace_hours: hours };
    setMade(await requestJson<RotatedKey>(`/admin/keys/${apiKey.id}/rotate`, { body }));
  });
  if (made !== null) {
    const { status, grace_until } = made.replaced;
    const until = status === 'in_grace' ? grace_until : null;
    return <Secret secret={made.secret} text={texts.rotated(until)} onClose={onClose} />;
  }
  return (
    <Dialog title={texts.rotateTitle(apiKey.name)} onClose={onClose}>
      <p>{texts.rotateText}</p>
      <div class="field">
        <label for="grace">{texts.grace}</label>
        <select
          id="grace"
          value={String(hours)}
          onChange={(event) => setHours(Number(event.currentTarget.value))}
        >
          {texts.graces.map((grace) => (
            <option key={grace.hours} value={String(grace.hours)}>
              {grace.label}
            </option>
          ))}
        </select>
      </div>
      {error !== null && <Failure error={error} />}
      <p class="buttons">
        <Button onClick={onClose}>{texts.keep}</Button>
        <Button kind="primary" isBusy={isBusy} onClick={() => void run()}>
          {isBusy ? texts.rotating : texts.rotate}
        </Button>
      </p>
    </Dialog>
  );
}
