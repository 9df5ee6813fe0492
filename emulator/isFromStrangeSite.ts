import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser sent a request on behalf of a web page that is not from this machine. Everybody knows the root secret of
 * an embedded AWS on loopback, so that any page could sign a URL for it: the browser says where the page is from, and a page
 * that has had its own name point here (DNS rebinding) is told by the name in `Host`.
 * Source: Fetch Metadata Request Headers (W3C), `Sec-Fetch-Site`; Fetch (WHATWG), `Origin`.
 */
export function isFromStrangeSite(headers: IncomingHttpHeaders): boolean {
  const { origin, host = "", "sec-fetch-site": site } = headers;
  if (!isOwnName(host)) return true;
  // `null` of a page in a sandbox, and whatever else is no URL, has no host name.
  if (origin !== undefined) return !URL.canParse(origin) || !isOfThisMachine(new URL(origin).hostname);
  return site === "cross-site";
}

/** @param host a name, with or without a port */
function isOfThisMachine(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host);
}

/** Clients behind a proxy keep AWS's own names, which nobody else can have point here. */
function isOwnName(host: string): boolean {
  return isOfThisMachine(host) || /(^|\.)amazonaws\.com(:\d+)?$/i.test(host);
}
