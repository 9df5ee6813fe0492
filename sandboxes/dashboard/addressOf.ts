import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { ListeningPlace } from "./listeningPlace.ts";

/** The address of the pages, without a path. */
export function addressOf({ host, tls, certificate }: ListeningPlace, port: number): string {
  const name = isEverywhere(host) ? (firstName(certificate) ?? "localhost") : host;
  return `http${tls === undefined ? "" : "s"}://${isIP(name) === 6 ? `[${name}]` : name}:${port}`;
}

function isEverywhere(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

/** The first name or address that a certificate is for. */
function firstName(certificate: X509Certificate | undefined): string | undefined {
  const names = (certificate?.subjectAltName ?? "").split(", ");
  return names.map((name) => /^(?:DNS|IP Address):([^*]+)$/.exec(name)?.[1]).find((name) => name !== undefined);
}
