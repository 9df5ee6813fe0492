import { X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { UserError } from "../../errors/userError.ts";
import type { ServeOptions, TlsFiles } from "./serveOptions.ts";

/** Where a class is served. */
export interface ListeningPlace {
  readonly host: string;
  readonly port: number;
  readonly tls?: TlsFiles;
  readonly certificate?: X509Certificate;
}

/**
 * Where a class is to be served.
 *
 * @throws UserError where others than this machine would reach it without TLS, and where the key or the certificate is none.
 */
export function listeningPlace({ host = "127.0.0.1", port = 0, tls }: ServeOptions): ListeningPlace {
  if (tls !== undefined) return { host, port, tls, certificate: readCertificate(tls) };
  if (isLoopback(host)) return { host, port };
  throw new UserError(
    `Other machines reach ${host}, and passwords and access keys would go over the network in the clear.`,
    "Name a certificate and its key, or stay with 127.0.0.1.",
  );
}

function isLoopback(host: string): boolean {
  return ["localhost", "127.0.0.1", "::1"].includes(host);
}

function readCertificate({ key, cert }: TlsFiles): X509Certificate {
  try {
    createSecureContext({ key, cert });
    return new X509Certificate(cert);
  } catch (error) {
    throw new UserError(
      `The key and the certificate cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      "Both are to be PEM, without a passphrase, and to belong together.",
    );
  }
}
