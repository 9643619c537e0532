/** Phrases of interstitial pages that are served instead of the real page. */
const CHALLENGE_TEXT =
  /<title>\s*(?:Just a moment|Attention Required|Access denied|Please Wait)|cdn-cgi\/challenge-platform|__cf_chl_|cf-browser-verification|cf_captcha_kind/i;
const WINDOW_CHARS = 65_536;

/** The sign of a challenge in the answer, or null. A challenge is never circumvented. */
export function challengeSign(headers: Headers | undefined, text: string): string | null {
  if (headers?.get('cf-mitigated')?.toLowerCase() === 'challenge') return 'header cf-mitigated: challenge';
  const match = CHALLENGE_TEXT.exec(text.slice(0, WINDOW_CHARS));
  return match ? `challenge page: ${match[0].replace(/<title>\s*/i, '')}` : null;
}
