import type { ComponentChildren } from 'preact';

/** One thing that is told of a text. */
export function Panel({
  title,
  note,
  children,
}: {
  title: string;
  note?: string;
  children: ComponentChildren;
}) {
  return (
    <section class="panel">
      <h3>{title}</h3>
      {children}
      {note !== undefined && <p class="panel-note">{note}</p>}
    </section>
  );
}
