import { useEffect, useRef, useState } from 'preact/hooks';
import { useKey } from '../api/key.ts';
import { shellText } from '../text/shell.ts';
import { type NavLink, navLinks } from './pages.ts';
import { preload } from './use-view.ts';

/** A phone's bar holds this many words; where there are more, the last is "More". */
const BAR = 5;

/** One line of words at the top; on a phone a bar of up to five at the bottom, within reach of the thumb. */
export function MainNav({ path }: { path: string }) {
  const links = navLinks(path, useKey() !== null);
  const inBar = links.length > BAR ? BAR - 1 : links.length;
  return (
    <nav class="main-nav" aria-label={shellText.nav.label}>
      <ul class="nav-words">
        {links.map((link, i) => (
          <li key={link.href} class={i < inBar ? undefined : 'nav-rest'}>
            <Link link={link} />
          </li>
        ))}
        {links.length > inBar && (
          <li class="nav-more">
            <More key={path} links={links.slice(inBar)} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function Link({ link: { href, label, isCurrent, load } }: { link: NavLink }) {
  return (
    <a
      class="nav-word"
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      onPointerEnter={() => preload(load)}
      onFocus={() => preload(load)}
    >
      {label}
    </a>
  );
}

/** What the bar has no room for: closed by Escape, by a choice, and by whatever is done elsewhere. */
function More({ links }: { links: readonly NavLink[] }) {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpen(false);
    frame.current?.querySelector('button')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Escape for the button and links in it
    <div ref={frame} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="nav-word"
        aria-expanded={isOpen}
        aria-current={links.some(({ isCurrent }) => isCurrent) ? 'true' : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {shellText.nav.more}
      </button>
      {isOpen && (
        <ul class="nav-sheet">
          {links.map((link) => (
            <li key={link.href}>
              <Link link={link} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
