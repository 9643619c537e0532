import type { BackupFile } from '../services/backup/read-file.ts';

/** A file as it comes, whole (200) or the range that was asked for (206). */
export function sendFile({ body, type, size, tag, range }: BackupFile): Response {
  const length = range === null ? size : range.to - range.from + 1;
  const headers = {
    'content-type': type,
    'content-length': String(length),
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    etag: tag,
    ...(range === null ? {} : { 'content-range': `bytes ${range.from}-${range.to}/${size}` }),
  };
  return new Response(toBody(body), { status: range === null ? 200 : 206, headers });
}

// The runtime's stream; its declaration and that of the web differ in what is not used here.
const toBody = (body: BackupFile['body']): BodyInit => body as never;
