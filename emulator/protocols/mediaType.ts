import type { HttpRequest } from "./protocol.ts";

/** The media type of a request's body, in lower case and without parameters; empty if it states none. */
export function mediaTypeOf(headers: HttpRequest["headers"]): string {
  return (headers["content-type"] ?? "").split(";", 1).join("").trim().toLowerCase();
}
