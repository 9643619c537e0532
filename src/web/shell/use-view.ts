import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LoadPage, PageProps } from './pages.ts';

export type View =
  | { status: 'loading' }
  | { status: 'ready'; component: ComponentType<PageProps> }
  | { status: 'failed' };

const loaded = new Map<LoadPage, ComponentType<PageProps>>();

async function load(page: LoadPage): Promise<ComponentType<PageProps>> {
  const component = loaded.get(page) ?? (await page());
  loaded.set(page, component);
  return component;
}

/** Fetches a view that is probably opened next; whether that works shows when it is opened. */
export function preload(page: LoadPage | null): void {
  if (page !== null) load(page).catch(() => undefined);
}

/** The component of a page, loaded when it is first opened. */
export function useView(page: LoadPage): View {
  const [, redraw] = useState(0);
  const [failed, setFailed] = useState<LoadPage | null>(null);
  const component = loaded.get(page);
  useEffect(() => {
    if (loaded.has(page) || failed === page) return;
    let isWanted = true;
    load(page).then(
      () => isWanted && redraw((n) => n + 1),
      (error: unknown) => {
        console.warn(error);
        if (isWanted) setFailed(() => page);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [page, failed]);
  if (component !== undefined) return { status: 'ready', component };
  return { status: failed === page ? 'failed' : 'loading' };
}
