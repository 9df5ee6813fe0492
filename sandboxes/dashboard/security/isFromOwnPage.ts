import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser says that a request comes from a page of this server: of the same scheme, host and port. Other ports of this
 * machine are the same site for cookies, and strangers all the same.
 * Source: Fetch Metadata Request Headers (W3C), `Sec-Fetch-Site`; Fetch (WHATWG), `Origin`.
 */
export function isFromOwnPage({ origin, host, "sec-fetch-site": site }: IncomingHttpHeaders, scheme: string): boolean {
  if (host === undefined || (origin === undefined && site === undefined)) return false;
  if (site !== undefined && site !== "same-origin") return false;
  return origin === undefined || origin === `${scheme}://${host}`.toLowerCase();
}
