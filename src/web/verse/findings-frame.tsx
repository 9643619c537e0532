import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Sheet, type SheetHandle } from '../parts/sheet.tsx';
import { verseText } from '../text/verse.ts';

interface FindingsFrameProps {
  isPhone: boolean;
  sheet: SheetHandle;
  children: ComponentChildren;
}

const ID = 'analysis';

/** What is found in a text: beside it or below it; on a phone a sheet over it, which an address that names it opens. */
export function FindingsFrame({ isPhone, sheet, children }: FindingsFrameProps) {
  useEffect(() => {
    const look = () => isPhone && window.location.hash === `#${ID}` && sheet.open();
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [isPhone]);
  if (isPhone)
    return (
      <Sheet id={ID} title={verseText.findings} sheet={sheet}>
        <div class="reader-findings">{children}</div>
      </Sheet>
    );
  return (
    <aside id={ID} class="reader-findings" aria-labelledby="analysis-title" tabIndex={-1}>
      <h2 id="analysis-title" class="unseen">
        {verseText.findings}
      </h2>
      {children}
    </aside>
  );
}

/** At the foot of the text on a phone, within the thumb's reach: opens the findings. */
export function SheetBar({ sheet, groups }: { sheet: SheetHandle; groups: number }) {
  return (
    <div class="sheet-bar">
      <button type="button" aria-haspopup="dialog" onClick={sheet.open}>
        <span>{verseText.findings}</span>
        {groups > 0 && <span class="muted">{verseText.groups.title(groups)}</span>}
      </button>
    </div>
  );
}
