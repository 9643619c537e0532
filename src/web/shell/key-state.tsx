import { setKey, useKey } from '../api/key.ts';
import { Button } from '../parts/button.tsx';
import { tell } from '../parts/toast.tsx';
import { keyText } from '../text/key.ts';
import { openDialog } from './open-dialog.ts';

/** At the foot of the page: whether a key is in use, and how to give or forget one. */
export function KeyState() {
  if (useKey() === null) {
    return (
      <Button kind="quiet" onClick={() => openDialog('key')}>
        {keyText.use}
      </Button>
    );
  }
  const forget = () => {
    setKey(null);
    tell({ text: keyText.forgotten });
  };
  return (
    <span>
      {keyText.held}{' '}
      <Button kind="quiet" onClick={forget}>
        {keyText.forget}
      </Button>
    </span>
  );
}
