interface FactListProps {
  /** Of the heading, which names the section. */
  id: string;
  title: string;
  /** Sentences; what is false or empty is left out. */
  facts: readonly (string | false)[];
  /** What the server adds, by code. */
  notes: readonly { code: string; detail: string }[];
}

/** What was measured in a written text, a sentence each, with the notes of the server below. */
export const FactList = ({ id, title, facts, notes }: FactListProps) => (
  <section class="verse-report" aria-labelledby={id}>
    <h2 id={id} class="label">
      {title}
    </h2>
    <ul>
      {facts.filter(Boolean).map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      {notes.map(({ code, detail }) => (
        <li key={code}>{detail}</li>
      ))}
    </ul>
  </section>
);
