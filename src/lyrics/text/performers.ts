// Stage names that contain a separator; splitting them would produce two people.
const UNSPLIT = [
  'Tyler, The Creator',
  'Earth, Wind & Fire',
  'Crosby, Stills & Nash',
  'Crosby, Stills, Nash & Young',
  'Emerson, Lake & Palmer',
  'Blood, Sweat & Tears',
  'Peter, Paul and Mary',
  'Peter, Paul & Mary',
  'Eric B. & Rakim',
  'Pete Rock & CL Smooth',
  'Simon & Garfunkel',
  'Hall & Oates',
  'Mumford & Sons',
  'Chase & Status',
  'Angus & Julia Stone',
  'AC/DC',
  'Lord Have Mercy, Esq.',
];
// "Tyler, the Creator", "Kool & the Gang": a name goes on with a small article; people begin with a capital.
const APPOSITION = /(?:,|\s[&+]|\sand)\s+(?=the\s\p{L})/gu;
const SEPARATORS =
  /\s*[,،、，;；&＆+/／|]\s*|\s+(?:and|with|w\/|feat\.?|ft\.?|featuring|vs\.?|y|con|com|avec|et|e|ed|und|mit|og|och|med|met|en|i|ja|és|ve|và|и|та|×|x)\s+|\s+(?:FEAT\.?|FT\.?|Feat\.?|Ft\.?|And|With|AND)\s+/u;
const LEADING = /^(?:and|with|w\/|feat\.?|ft\.?|featuring|con|com|avec|mit|og|och|by)\s+/i;
// A lone capital X joins two names unless it ends one: "Kilo X Juno", but "Lil Nas X & Jack Harlow".
const CAPITAL_X = /\s+X\s+(?![&+,/x×(]|and\s|feat|ft|with\s)/u;
const LABELS = new Set(
  (
    'both,all,everyone,everybody,together,all together,all three,all four,group,ensemble,unison,in unison,crowd,audience,choir,background,' +
    'background vocals,backing vocals,others,the others,various,unknown,unknown artist,uncredited,unison vocals,n/a,?,repeat,same,' +
    'beide,alle,zusammen,alle zusammen,tous,toutes,les deux,ensemble,tous ensemble,ambos,ambas,los dos,las dos,todos,todas,juntos,' +
    'os dois,tutti,tutte,entrambi,insieme,insieme,oba,obaj,obie,wszyscy,razem,všichni,spolu,оба,обе,все,вместе,разом,усі,всі,' +
    'begge,alle sammen,sammen,båda,alla,tillsammans,beiden,allebei,iedereen,samen,hep birlikte,ikisi,hepsi,birlikte,molemmat,kaikki,' +
    'mindkettő,mindenki,amândoi,toți,cả hai,tất cả,両方,全員,二人,둘다,다같이,모두,全体,合,合唱,齐,三人'
  ).split(','),
);
const MAX_PERFORMERS = 24;

/**
 * Names credited in a header: split on commas, `&`, `+`, and "and", "with", "x" in the languages of headers; typography
 * marks, duplicates and words for all of them ("Both", "Alle") removed.
 */
export function splitPerformers(text: string): string[] {
  if (text.trim() === '') return [];
  const held: string[] = [];
  const hold = (name: string): string => `\uE000${held.push(name) - 1}\uE000`;
  let rest = text.replace(/<[^>]*>/g, '').replace(/[*_~`]+/g, '');
  for (const name of UNSPLIT) {
    const at = rest.toLowerCase().indexOf(name.toLowerCase());
    if (at >= 0)
      rest = rest.slice(0, at) + hold(rest.slice(at, at + name.length)) + rest.slice(at + name.length);
  }
  const names = rest
    .replace(APPOSITION, hold)
    .replace(/[()[\]]/g, ',')
    .split(SEPARATORS)
    .flatMap((part) => part.split(CAPITAL_X))
    .map((part) => restore(part, held).trim().replace(LEADING, ''))
    .filter((part) => /[\p{L}\p{N}$]/u.test(part) && !LABELS.has(part.toLowerCase()));
  return [...new Set(names)].slice(0, MAX_PERFORMERS);
}

const FEATURED = /\s[([]?(?:(?:feat|ft)\b\.?\s?|featuring\s|w\/\s?)/i;

const MEASURED = /(?:^|\s)(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)$/i;

/** The artist of a credit line and those it features: "Kilo feat. Juno & Marlow". */
export function splitFeatured(line: string): { artist: string; featured: string[] } {
  const match = FEATURED.exec(line);
  const artist = match === null ? line : line.slice(0, match.index).trim();
  // "10 Ft. Ganja Plant", "Six Ft Deep" are names.
  if (match === null || artist === '' || MEASURED.test(artist)) return { artist: line, featured: [] };
  return { artist, featured: splitPerformers(line.slice(match.index + match[0].length)) };
}

const restore = (part: string, held: readonly string[]): string =>
  part.replace(/\uE000(\d+)\uE000/g, (_, index: string) => held[Number(index)] ?? '');
