// Stage names that contain a separator; splitting them would produce two people.
const UNSPLIT = [
  'Tyler, The Creator',
  'Earth, Wind & Fire',
  'Crosby, Stills & Nash',
  'Lord Have Mercy, Esq.',
];
const SEPARATORS = /\s*(?:,|&|\+|\/|;)\s*|\s+(?:and|with|feat\.?|ft\.?|featuring|y|et|und|e|и|x)\s+/iu;
const MAX_PERFORMERS = 24;

/** Names credited in a header: split on commas, `&`, `+`, "and", "with"; typography marks and duplicates removed. */
export function splitPerformers(text: string): string[] {
  if (text.trim() === '') return [];
  const held: string[] = [];
  let rest = text.replace(/<[^>]*>/g, '').replace(/[*_~`]+/g, '');
  for (const name of UNSPLIT) {
    if (!rest.includes(name)) continue;
    rest = rest.replaceAll(name, `\uE000${held.length}\uE000`);
    held.push(name);
  }
  const names = rest
    .replace(/[()[\]]/g, ',')
    .split(SEPARATORS)
    .map((part) => part.replace(/\uE000(\d+)\uE000/g, (_, index: string) => held[Number(index)] ?? '').trim())
    .filter((part) => /[\p{L}\p{N}$]/u.test(part));
  return [...new Set(names)].slice(0, MAX_PERFORMERS);
}
