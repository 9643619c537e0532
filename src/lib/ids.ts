const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const TIME_LENGTH = 8;
const RANDOM_BYTES = 10;

/** Random bytes are drawn for many ids at once, because each draw leaves the isolate. */
const IDS_A_DRAW = 64;
const drawn = new Uint8Array(IDS_A_DRAW * RANDOM_BYTES);
let used = drawn.length;

function randomTail(): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  let tail = '';
  for (const end = used + RANDOM_BYTES; used < end; used++) tail += ALPHABET.charAt((drawn[used] ?? 0) % 58);
  return tail;
}

/** `req_` + time + randomness in base58: ids of one prefix sort by the time they were made. */
export function createId(prefix: string, nowMs: number): string {
  let time = '';
  let rest = nowMs;
  for (let i = 0; i < TIME_LENGTH; i++) {
    time = ALPHABET.charAt(rest % 58) + time;
    rest = Math.floor(rest / 58);
  }
  return `${prefix}_${time}${randomTail()}`;
}
