/**
 * Keeps a reader who uses the keyboard in his place: when the element that had the focus leaves the page, the heading
 * takes it, else the content. Without this the focus falls to the body, and the next Tab starts at the top.
 */
export function keepFocus(root: HTMLElement): void {
  let last: Element | null = null;
  document.addEventListener('focusin', () => {
    last = document.activeElement;
  });
  const restore = () => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    const place = root.querySelector<HTMLElement>('h1') ?? root.querySelector<HTMLElement>('main');
    place?.focus({ preventScroll: true });
  };
  new MutationObserver(restore).observe(root, { childList: true, subtree: true });
}
