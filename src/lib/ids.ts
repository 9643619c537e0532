const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const TIME_LENGTH = 8;
const RANDOM_BYTES = 10;

/** `req_` + time + randomness in base58: ids of one prefix sort by the time they were made. */
export function createId(prefix: string, nowMs: number): string {
  let time = '';
  let rest = nowMs;
  for (let i = 0; i < TIME_LENGTH; i++) {
    time = ALPHABET.charAt(rest % 58) + time;
    rest = Math.floor(rest / 58);
  }
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  const tail = Array.from(random, (byte) => ALPHABET.charAt(byte % 58)).join('');
  return `${prefix}_${time}${tail}`;
}
