import type { HttpRequest } from "../protocols/protocol.ts";

/** The parameters of a request's query string. */
export function queryOf({ url }: Pick<HttpRequest, "url">): URLSearchParams {
  const at = url.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : url.slice(at + 1));
}
