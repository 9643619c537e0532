const [CR, LF] = [0x0d, 0x0a];
const [BULK, STATUS] = ['$'.charCodeAt(0), '+'.charCodeAt(0)];

/**
 * The bytes of a reply in version 2 of Redis' protocol that is a bulk string; null for its null and for a status.
 * Throws a TypeError for any other reply, and for one that was cut.
 */
export function readBulk(reply: Uint8Array): Uint8Array | null {
  const end = reply.indexOf(LF);
  if (end < 2 || reply[end - 1] !== CR) throw new TypeError('not a reply of Redis');
  if (reply[0] === STATUS) return null;
  const count = new TextDecoder().decode(reply.subarray(1, end - 1));
  if (reply[0] !== BULK || !/^(?:-1|\d+)$/.test(count)) throw new TypeError('not a bulk string of Redis');
  if (count === '-1') return null;
  const [start, length] = [end + 1, Number(count)];
  if (reply.length !== start + length + 2) throw new TypeError('a reply of Redis was cut');
  return reply.subarray(start, start + length);
}
