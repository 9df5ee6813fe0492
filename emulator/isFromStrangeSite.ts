import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser sent a request on behalf of a web page that is not from this machine. Everybody knows the root secret of
 * an embedded AWS on loopback, so that any page could sign a URL for it: the browser says where the page is from, and a page
 * that has had its own name point here (DNS rebinding) is told by the name in `Host`.
 * Source: Fetch Metadata Request Headers (W3C), `Sec-Fetch-Site`; Fetch (WHATWG), `Origin`.
 */
export function isFromStrangeSite(headers: IncomingHttpHeaders): boolean {
  const { origin, host = "", "sec-fetch-site": site } = headers;
  if (!isOwnName(hostnameOf(`http://${host}`))) return true;
  if (origin !== undefined) return !isOfThisMachine(hostnameOf(origin));
  return site === "cross-site";
}

/** `null` of a sandboxed page, and whatever else is no URL, has no host name. */
function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

function isOfThisMachine(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Clients behind a proxy keep AWS's own names, which nobody else can have point here. */
function isOwnName(hostname: string): boolean {
  return isOfThisMachine(hostname) || /(^|\.)amazonaws\.com$/.test(hostname);
}
