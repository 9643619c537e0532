import { join, type Statement } from './client.ts';

/** Text that the program or the catalogue of Postgres wrote, such as the definition of an index. */
export const written = (text: string): Statement => ({ text, params: [] });

/** A name of the catalogue as it stands in a statement. A dollar is escaped, because `$1` would be taken for a parameter. */
export function named(name: string): Statement {
  const quoted = name.replaceAll('"', '""');
  if (!name.includes('$')) return written(`"${quoted}"`);
  return written(`U&"${quoted.replaceAll('\\', '\\\\').replaceAll('$', '\\0024')}"`);
}

/** Names with commas. */
export const listed = (names: readonly string[]): Statement => join(names.map(named), ', ');
