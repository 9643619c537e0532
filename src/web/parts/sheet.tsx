import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { partsText } from '../text/parts.ts';
import { Button } from './button.tsx';

/** Opens and closes a sheet; nothing happens while it is not drawn. */
export interface SheetHandle {
  ref: RefObject<HTMLDialogElement | null>;
  open: () => void;
  /** Done when it returns, so that the focus can go anywhere after it. */
  close: () => void;
}

export function useSheet(): SheetHandle {
  const ref = useRef<HTMLDialogElement>(null);
  return useMemo(
    () => ({
      ref,
      open: () => {
        if (ref.current?.open === false) ref.current.showModal();
      },
      close: () => ref.current?.close(),
    }),
    [],
  );
}

interface SheetProps {
  id: string;
  title: string;
  sheet: SheetHandle;
  children: ComponentChildren;
}

/**
 * What is told of a page, over its lower part: the browser keeps the focus in it and gives it back. Escape, Close, a
 * tap beside it and a link to a part of the page close it.
 */
export function Sheet({ id, title, sheet, children }: SheetProps) {
  const titleId = useId();
  useEffect(() => {
    // Nothing that lies over the page is printed whole; a closed sheet is, below the text.
    window.addEventListener('beforeprint', sheet.close);
    return () => window.removeEventListener('beforeprint', sheet.close);
  }, [sheet]);
  useEffect(() => {
    const leave = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href^="#"]') !== null) sheet.close();
    };
    sheet.ref.current?.addEventListener('click', leave);
    return () => sheet.ref.current?.removeEventListener('click', leave);
  }, [sheet]);
  return (
    <dialog
      ref={sheet.ref}
      id={id}
      class="sheet"
      aria-labelledby={titleId}
      // Its own box is filled by its body, so that a tap on the dialog itself is one on what is behind it.
      onPointerDown={({ target }) => target === sheet.ref.current && sheet.close()}
    >
      <div class="sheet-body">
        <div class="sheet-head">
          <h2 id={titleId}>{title}</h2>
          <Button kind="quiet" onClick={sheet.close}>
            {partsText.close}
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
