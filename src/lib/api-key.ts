import { checksum } from './deflated-json.ts';

/** The environments whose keys can be told apart. */
export type KeyEnvironment = 'local' | 'staging' | 'production';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 12;
/** 43 of 62 digits hold 256 bits. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
/** For how long an isolate trusts its copy of a key: so long may a revoked key go on working in another isolate. */
export const KEY_COPY_MS = 30_000;
/** Bytes from here on would make the first digits likelier than the others. */
const UNEVEN_FROM = 248;

const KEY = /^bl_(local|staging|production)_([0-9A-Za-z]{12})_[0-9A-Za-z]{49}$/;

/** What a key says about itself; whether it is one of ours is known by its hash alone. */
export interface KeyParts {
  environment: KeyEnvironment;
  id: string;
}

/** Independent and equally likely digits. */
function randomDigits(length: number): string {
  let digits = '';
  while (digits.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      if (byte < UNEVEN_FROM && digits.length < length) digits += DIGITS.charAt(byte % DIGITS.length);
  }
  return digits;
}

/** CRC-32 of the text in base 62, so that a scanner can tell a leaked key from a similar text without asking us. */
function checksumDigits(text: string): string {
  let rest = checksum(new TextEncoder().encode(text));
  let digits = '';
  while (digits.length < CHECKSUM_LENGTH) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}

/** A new key of an environment: `bl_<env>_<id>_<secret><checksum>`. */
export function createKeyText(environment: KeyEnvironment): { id: string; text: string } {
  const id = randomDigits(ID_LENGTH);
  const body = `bl_${environment}_${id}_${randomDigits(SECRET_LENGTH)}`;
  return { id, text: body + checksumDigits(body) };
}

/** The parts of a text that has the form of a key and its right checksum; otherwise null. */
export function parseKey(text: string): KeyParts | null {
  const [, environment, id] = KEY.exec(text) ?? [];
  if (environment === undefined || id === undefined) return null;
  if (checksumDigits(text.slice(0, -CHECKSUM_LENGTH)) !== text.slice(-CHECKSUM_LENGTH)) return null;
  // The expression allows no other name.
  return { environment: environment as KeyEnvironment, id };
}
