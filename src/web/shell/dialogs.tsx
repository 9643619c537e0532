import { useEffect, useState } from 'preact/hooks';
import { KeyDialog } from './key-dialog.tsx';
import { KeyList } from './key-list.tsx';
import { type DialogName, onDialog, openDialog } from './open-dialog.ts';

const close = () => openDialog(null);

/** The dialogs that any part of the page may open; the frame draws this once. */
export function Dialogs() {
  const [name, setName] = useState<DialogName | null>(null);
  useEffect(() => onDialog(setName), []);
  if (name === 'key') return <KeyDialog onClose={close} />;
  if (name === 'keys') return <KeyList onClose={close} />;
  return null;
}
