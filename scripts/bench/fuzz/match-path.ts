const isName = (part: string): boolean => part.startsWith('{');

/** The texts in the places of `{name}`, in order; null if the path is none of this template. */
export function matchPath(template: string, path: string): string[] | null {
  const [parts, given] = [template.split('/'), path.split('/')];
  if (parts.length !== given.length) return null;
  const fits = parts.every((part, at) => (isName(part) ? given[at] !== '' : part === given[at]));
  return fits ? given.filter((_, at) => isName(parts[at] ?? '')) : null;
}
