import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { currentPlace } from '../router/history.ts';
import { shellText } from '../text/shell.ts';

interface PageHeadingProps {
  /** What the tab is called; the name of the site is added. */
  title: string;
  class?: string;
  children: ComponentChildren;
}

/** The heading of a page: names the tab, and takes the focus where the reader came from another page or waited for this one. */
export function PageHeading({ title, class: className = 'page-title', children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === '' ? shellText.site : `${title} · ${shellText.site}`;
  }, [title]);
  useLayoutEffect(() => {
    const { arrival } = currentPlace();
    const wasWaiting = document.activeElement?.id === 'content';
    if (arrival === 'link' || arrival === 'history' || wasWaiting)
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} class={className}>
      {children}
    </h1>
  );
}
