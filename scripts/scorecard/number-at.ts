/** The number at a path of names with dots, as "zipf.hit_rate". Throws if there is none. */
export function numberAt(value: unknown, path: string): number {
  const found = path.split('.').reduce<unknown>((inner, name) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return new Map(Object.entries(inner)).get(name);
  }, value);
  if (typeof found !== 'number') throw new Error(`the result has no number at "${path}"`);
  return found;
}
