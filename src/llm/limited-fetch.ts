import { AppError } from '../lib/errors.ts';

/** Far more than the longest expected answer. */
const MAX_BYTES = 1_000_000;

/**
 * `fetch` that reads at most one megabyte of an answer: a server that sends more is broken, and memory stays bounded.
 */
export const limitedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.body === null) return response;
  let seen = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        seen += chunk.byteLength;
        if (seen <= MAX_BYTES) controller.enqueue(chunk);
        else controller.error(tooLong());
      },
    }),
  );
  return new Response(counted, response);
};

function tooLong(): AppError {
  const detail = `The model sent more than ${MAX_BYTES} bytes.`;
  return new AppError('UPSTREAM_REJECTED', detail, { reason: 'too_long' });
}
