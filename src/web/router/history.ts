/** How the reader came to a place: it decides what gets the focus and where the page is scrolled. */
export type Arrival = 'load' | 'link' | 'history' | 'fragment' | 'choice';

export interface Place {
  path: string;
  search: string;
  hash: string;
  arrival: Arrival;
  /** Position in the session's history: the scroll position is remembered by it. */
  index: number;
}

type Listener = (place: Place) => void;

interface Leaving {
  scrollY: number;
  link: string | null;
}

const left = new Map<number, Leaving>();
const listeners = new Set<Listener>();

function indexOf(state: unknown): number | null {
  const index = (state as { index?: unknown } | null)?.index;
  return typeof index === 'number' ? index : null;
}

function readPlace(arrival: Arrival, index: number): Place {
  const { pathname, search, hash } = window.location;
  return { path: pathname, search, hash, arrival, index };
}

let current = readPlace('load', indexOf(window.history.state) ?? 0);

function arrive(place: Place): void {
  const link = document.activeElement?.getAttribute('href') ?? null;
  left.set(current.index, { scrollY: window.scrollY, link });
  current = place;
  for (const listener of listeners) listener(place);
}

export const currentPlace = (): Place => current;

export function onPlace(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface NavigateOptions {
  /** The address takes the place of the one before in the history. */
  replace?: boolean;
  /** A choice on this page: neither focus nor scroll moves. */
  isChoice?: boolean;
}

/** Goes to an address of this site; the same address again is a no-op. */
export function navigate(href: string, options: NavigateOptions = {}): void {
  const { pathname, search, hash } = new URL(href, window.location.href);
  const target = pathname + search + hash;
  if (target === current.path + current.search + current.hash) return;
  const index = options.replace ? current.index : current.index + 1;
  window.history[options.replace ? 'replaceState' : 'pushState']({ index }, '', target);
  arrive(readPlace(options.isChoice ? 'choice' : 'link', index));
}

/** Takes the reader back to where this history entry was left, by scroll and focus; a new page starts at its top. */
export function restorePosition(place: Place): void {
  if (place.arrival !== 'link' && place.arrival !== 'history') return;
  const leaving = place.arrival === 'history' ? left.get(place.index) : undefined;
  window.scrollTo(0, leaving?.scrollY ?? 0);
  if (!leaving?.link) return;
  const link = document.querySelector<HTMLElement>(`a[href="${CSS.escape(leaving.link)}"]`);
  link?.focus({ preventScroll: true });
}

function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!plain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  const link = event.target.closest('a');
  const leaves = link === null || link.target !== '' || link.hasAttribute('download');
  return leaves || link.origin !== window.location.origin ? null : link;
}

/** Takes over clicks on links to pages that `isPage` knows, and the back and forward buttons. */
export function startRouter(isPage: (path: string) => boolean): void {
  window.history.scrollRestoration = 'manual';
  window.history.replaceState({ index: current.index }, '');
  document.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (link === null || !isPage(link.pathname)) return;
    const samePage = link.pathname === current.path && link.search === current.search;
    if (samePage && link.hash !== '') return;
    event.preventDefault();
    // A link that is marked so changes what the view shows, and leaves the reader where he is.
    navigate(link.href, { isChoice: link.dataset.choice !== undefined });
  });
  window.addEventListener('popstate', (event) => {
    const index = indexOf(event.state);
    if (index !== null) return arrive(readPlace('history', index));
    // The browser made this entry itself, for a link to a part of the page.
    window.history.replaceState({ index: current.index + 1 }, '');
    arrive(readPlace('fragment', current.index + 1));
  });
}
