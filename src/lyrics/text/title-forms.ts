import { decodeEntities } from '../../lib/html-entities.ts';
import { foldLine } from './fold.ts';
import { normalizeText } from './normalize.ts';

const FEATURE = /\s(?:feat|ft|featuring|with|w\/|prod)\b\.?\s.*$/;
const VERSION =
  /\b(?:remaster(?:ed)?|live|version|edit|mix|remix|mono|stereo|bonus|deluxe|edition|acoustic|demo|instrumental|video|audio|explicit|clean|single|soundtrack|from)\b/;
const BRACKETED = /\s*[([][^()[\]]*[)\]]/g;
const LETTERLESS = /[^\p{L}\p{N}]+/gu;

/** Letters and figures only, without marks, "&" as "and": the form in which a page's title is compared with the song's. */
export function titleKey(text: string): string {
  const plain = foldLine(normalizeText(text));
  const key = plain
    .replaceAll('&', ' and ')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(LETTERLESS, '');
  return key === '' ? plain : key;
}

/** The keys under which a page may name a song: whole, without features, versions, and what stands in brackets. */
export function titleKeys(title: string): ReadonlySet<string> {
  const whole = foldLine(decodeEntities(normalizeText(title)).text);
  const single = whole.replace(FEATURE, '');
  const parts = single.split(/\s+[-–—]\s+/);
  const plain = parts.filter((part, at) => at === 0 || !VERSION.test(part)).join(' - ');
  const forms = [whole, single, plain, ...[single, plain].map((form) => form.replace(BRACKETED, ''))];
  return new Set(forms.map(titleKey).filter((key) => key !== ''));
}
