import type { Socket } from 'node:net';

/** What becomes of an exchange: what a client sends in one go, and what comes back for it. */
export type ProxyFault =
  /** Nothing listens, and open connections are reset. */
  | { kind: 'refuse' }
  /** The request is taken, not carried out, and never answered. */
  | { kind: 'silent' }
  /** The answer leaves this long after the request came. */
  | { kind: 'delay'; ms: number }
  /** The connection is reset before the request is carried out. */
  | { kind: 'reset' }
  /** The request is carried out; of the answer so many bytes arrive before the connection is reset. */
  | { kind: 'reset_after'; bytes: number }
  /** The same, but the connection ends as if the answer were complete. */
  | { kind: 'half'; bytes: number }
  /** So many bytes of the answer a tick. */
  | { kind: 'drip'; bytes: number; everyMs: number }
  /** HTTP: the announced length, or that of the first chunk, is off by so many bytes. */
  | { kind: 'wrong_length'; by: number }
  /** HTTP: this answer at once, and the request is not carried out. */
  | { kind: 'status'; status: number; headers?: Readonly<Record<string, string>>; body?: string };

/** The two sockets of a connection: `client` asked, `upstream` answers. */
export interface Pair {
  client: Socket;
  upstream: Socket;
  /** A piece of the answer is held back: the end of `upstream`, which a paused socket tells too, waits for it. */
  isHolding: boolean;
}

/** Takes each piece of an answer as it comes. */
export type AnswerSink = (piece: Buffer) => void;

/** Writes as fast as `to` takes it; `from` waits meanwhile, so that little is held. */
export function pour(piece: Buffer, from: Socket, to: Socket): void {
  if (to.destroyed || to.write(piece)) return;
  from.pause();
  to.once('drain', () => from.resume());
}

/** The way of one answer to the client under a fault that lets the request through. */
export function answerSink(pair: Pair, fault: ProxyFault | null): AnswerSink {
  const { client, upstream } = pair;
  const pass: AnswerSink = (piece) => pour(piece, upstream, client);
  switch (fault?.kind) {
    case 'reset_after':
      return untilBytes(fault.bytes, pass, () => client.resetAndDestroy());
    case 'half':
      return untilBytes(fault.bytes, pass, () => client.end());
    case 'delay':
      return later(pair, Date.now() + fault.ms);
    case 'drip':
      return dripping(pair, fault);
    case 'wrong_length':
      return wrongLength(fault.by, pass);
    default:
      return pass;
  }
}

function untilBytes(bytes: number, pass: AnswerSink, end: () => void): AnswerSink {
  let left = bytes;
  return (piece) => {
    if (left < 0) return;
    if (left > 0) pass(piece.subarray(0, left));
    left -= piece.length;
    if (left > 0) return;
    left = -1;
    // The bytes before leave first.
    setImmediate(end);
  };
}

function later(pair: Pair, at: number): AnswerSink {
  const { client, upstream } = pair;
  return (piece) => {
    const waitMs = at - Date.now();
    if (waitMs <= 0) return pour(piece, upstream, client);
    const timer = setTimeout(() => {
      pour(piece, upstream, client);
      release(pair);
    }, waitMs);
    hold(pair, () => clearTimeout(timer));
  };
}

function dripping(pair: Pair, drip: { bytes: number; everyMs: number }): AnswerSink {
  return (piece) => {
    let sent = 0;
    const timer = setInterval(() => {
      pair.client.write(piece.subarray(sent, sent + drip.bytes));
      sent += drip.bytes;
      if (sent < piece.length) return;
      clearInterval(timer);
      release(pair);
    }, drip.everyMs);
    hold(pair, () => clearInterval(timer));
  };
}

function hold(pair: Pair, stop: () => void): void {
  pair.isHolding = true;
  pair.upstream.pause();
  pair.client.once('close', stop);
}

function release(pair: Pair): void {
  pair.isHolding = false;
  if (pair.upstream.readableEnded) pair.client.end();
  else pair.upstream.resume();
}

const END_OF_HEAD = '\r\n\r\n';

/** Holds the answer back until its length is read: that of the head, or of the first chunk where the head names none. */
function wrongLength(by: number, pass: AnswerSink): AnswerSink {
  let held: Buffer | null = Buffer.alloc(0);
  return (piece) => {
    if (held === null) return pass(piece);
    held = Buffer.concat([held, piece]);
    const changed = withOtherLength(held.toString('latin1'), by);
    if (changed === null) return;
    held = null;
    pass(Buffer.from(changed, 'latin1'));
  };
}

/** The answer with another length; null while too little of it has come. */
function withOtherLength(answer: string, by: number): string | null {
  const end = answer.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const head = answer.slice(0, end);
  const rest = answer.slice(end);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length !== undefined) {
    const other = String(Math.max(0, Number(length) + by));
    return head.replace(/^content-length: *\d+/im, `content-length: ${other}`) + rest;
  }
  const chunk = /^\r\n\r\n([0-9a-f]+)\r\n/i.exec(rest);
  if (chunk === null) return null;
  const size = Math.max(1, Number.parseInt(chunk[1] ?? '', 16) + by);
  return `${head}${END_OF_HEAD}${size.toString(16)}\r\n${rest.slice(chunk[0].length)}`;
}
