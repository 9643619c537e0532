import type { ComponentChildren } from 'preact';

/** What stands where nothing is yet: one sentence, and one example as a link or a button. */
export function EmptyState({ sentence, children }: { sentence: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{sentence}</p>
      {children}
    </div>
  );
}
