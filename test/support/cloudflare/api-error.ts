/** A failure as Cloudflare's API tells it. */
export class ApiFault extends Error {
  readonly status: number;
  readonly code: number;
  readonly headers: Record<string, string>;

  constructor(status: number, code: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const notFound = (what: string): ApiFault =>
  new ApiFault(404, 10007, `This ${what} does not exist on your account.`);
