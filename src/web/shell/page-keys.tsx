import { useKeys } from '../parts/use-keys.ts';
import { navigate } from '../router/history.ts';
import { openDialog } from './open-dialog.ts';

/** The address that opens the search with the cursor in its box. */
const SEARCH_BOX = '/#q';

function goToSearch(): void {
  const box = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (box === null) navigate(SEARCH_BOX);
  box?.focus();
  box?.select();
}

/** The keys that work on every page. */
export function PageKeys() {
  useKeys('page', { search: goToSearch, list: () => openDialog('keys') });
  return null;
}
