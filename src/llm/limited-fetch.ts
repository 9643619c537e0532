import { AppError } from '../lib/errors.ts';

/**
 * `fetch` that reads at most so many bytes of an answer: a server that sends more is broken, and memory stays bounded.
 */
export function limitFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    let seen = 0;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          seen += chunk.byteLength;
          if (seen <= maxBytes) controller.enqueue(chunk);
          else controller.error(tooLong(maxBytes));
        },
      }),
    );
    return new Response(counted, response);
  };
}

function tooLong(maxBytes: number): AppError {
  const detail = `The model sent more than ${maxBytes} bytes.`;
  return new AppError('UPSTREAM_REJECTED', detail, { reason: 'too_long' });
}
