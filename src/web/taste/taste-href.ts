import type { Taste } from './taste.ts';

const PATH = '/app/recommendations';
const MOST = 50;
const MAX_ID = 2_147_483_647;

/** The address of what fits a taste; it can be shared. */
export function tasteHref({ liked, disliked }: Taste): string {
  const query = [
    liked.length > 0 && `liked=${liked.join(',')}`,
    disliked.length > 0 && `disliked=${disliked.join(',')}`,
  ];
  return [PATH, query.filter(Boolean).join('&')].filter(Boolean).join('?');
}

const readIds = (text: string | null): number[] => {
  const ids = (text ?? '').split(',').filter((id) => /^[1-9]\d{0,9}$/.test(id));
  return [...new Set(ids.map(Number))].filter((id) => id <= MAX_ID).slice(0, MOST);
};

/** The taste that an address names; what is no id is left out. */
export function readTaste(search: string): Taste {
  const params = new URLSearchParams(search);
  return { liked: readIds(params.get('liked')), disliked: readIds(params.get('disliked')) };
}
