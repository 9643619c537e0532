import type { ComponentChildren } from 'preact';

interface DisclosureProps {
  summary: ComponentChildren;
  /** Without it the reader alone opens and closes. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ComponentChildren;
}

/** A line that opens to more. */
export function Disclosure({ summary, open, onToggle, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>{summary}</summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
