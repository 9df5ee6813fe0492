import type { HttpRequest } from "./protocol.ts";

/** The URL of a request, of which only path and query mean something. A path such as `//` is one, and names no host. */
export function requestUrl({ url }: Pick<HttpRequest, "url">): URL {
  return new URL(`http://localhost${url}`);
}
