import { isHeaderWord } from '../../lyrics/text/header-words.ts';
import type { Section } from '../../lyrics/text/sections.ts';

const SEPARATORS = /[^\p{L}\p{N}]+/u;

/** A section's label if it is an ordinary header ("Verse 2", "Refrain"); otherwise its kind and number. */
export function plainLabel({ label, kind, number }: Pick<Section, 'label' | 'kind' | 'number'>): string {
  const words = label
    .toLowerCase()
    .split(SEPARATORS)
    .filter((word) => word !== '');
  if (words.every(isHeaderWord)) return label;
  const name = kind.replaceAll('_', ' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${number === null ? '' : ` ${number}`}`;
}

/** Sections without the words of their header lines; only performers who are credited with the song are named. */
export function plainSections(sections: readonly Section[], credited: readonly string[]): Section[] {
  const names = new Set(credited.map((name) => name.toLowerCase()));
  return sections.map((section) => ({
    ...section,
    label: plainLabel(section),
    performers: section.performers.filter((name) => names.has(name.toLowerCase())),
  }));
}
