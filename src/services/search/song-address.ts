/** A page of a song or an artist on Genius, with or without scheme, as the site and its apps share them. */
const ADDRESS =
  /(?:https?:)?(?:\/\/)?(?:[a-z]{1,3}\.)?genius\.com\/(?:amp\/|artists\/|albums\/|\d{1,12}\/)?([^\s?#"]{1,300})(?:[?#][^\s"]*)?/gi;
const ENDING = /-(?:lyrics|annotated)$/i;

/** The words of an address: artist and title, which the site joins by dashes. */
const wordsOf = (path: string): string =>
  path.replace(/\/$/, '').replace(ENDING, '').replaceAll(/[-/]/g, ' ').trim();

/** An address as another address carries it. */
const ENCODED = /https?%3a%2f%2f[^\s"]{1,600}/gi;

const decoded = (text: string): string =>
  text.replaceAll(ENCODED, (address) => {
    try {
      return decodeURIComponent(address);
    } catch {
      return address;
    }
  });

/** What the addresses in a text name: artist and title as words. */
export const songAddresses = (text: string): string[] =>
  Array.from(decoded(text).matchAll(ADDRESS), ([, path = '']) => wordsOf(path)).filter(
    (words) => words !== '',
  );

/** The text with addresses of songs as words. */
export const addressesAsWords = (text: string): string =>
  decoded(text).replaceAll(ADDRESS, (_, path: string) => ` ${wordsOf(path)} `);
