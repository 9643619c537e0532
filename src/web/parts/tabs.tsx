export interface Tab {
  href: string;
  label: string;
  isCurrent: boolean;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  /** They change a part of the view alone, and leave the reader where he is. */
  areChoices?: boolean;
}

/** The parts of a view, each an address of its own. */
export function Tabs({ label, tabs, areChoices = false }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ href, label, isCurrent }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isCurrent ? 'page' : undefined}
              {...(areChoices && { 'data-choice': '' })}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
