import type { FetchedPage, Fetcher, FetchRequest } from '../../../src/sources/fetcher.ts';

export interface FakeReply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | object;
  truncated?: boolean;
  error?: Error;
}

export interface FakeFetcher extends Fetcher {
  requests: FetchRequest[];
}

function toPage(url: string, reply: FakeReply): FetchedPage {
  const text = typeof reply.body === 'object' ? JSON.stringify(reply.body) : (reply.body ?? '');
  return {
    status: reply.status ?? 200,
    headers: new Headers(reply.headers),
    url,
    body: new TextEncoder().encode(text),
    truncated: reply.truncated ?? false,
  };
}

/** Answers with the replies in order, repeating the last, or with the result of `replies` for the request. */
export function fakeFetcher(
  replies: readonly FakeReply[] | ((request: FetchRequest) => FakeReply),
): FakeFetcher {
  const requests: FetchRequest[] = [];
  return {
    requests,
    async fetch(request) {
      requests.push(request);
      const reply = Array.isArray(replies)
        ? replies[Math.min(requests.length, replies.length) - 1]
        : (replies as (request: FetchRequest) => FakeReply)(request);
      if (reply?.error) throw reply.error;
      return toPage(request.url, reply ?? {});
    },
  };
}
