import type { FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";
import { isFromOwnPage } from "./isFromOwnPage.ts";

/**
 * Whether a request may be looked at at all.
 *
 * @param isOwnHost whether a `Host` names this server
 * @throws Refusal where a page elsewhere may have sent it: it names another host (DNS rebinding), or wants a change and does not
 *   come, as JSON, from a page of this server.
 */
export function checkRequest(request: FastifyRequest, isOwnHost: (host: string | undefined) => boolean): void {
  if (!isOwnHost(request.headers.host)) {
    throw new Refusal(403, "This server has another name.", "Open the address that Keylab printed.");
  }
  if (request.method === "GET") return;
  if (!isFromOwnPage(request.headers, request.protocol)) {
    throw new Refusal(403, "Changes are taken from the pages of this server alone.", "Reload the page.");
  }
  const [type = ""] = (request.headers["content-type"] ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") {
    throw new Refusal(415, "Changes are sent as JSON.", "Reload the page.");
  }
}
