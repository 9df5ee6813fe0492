import { createServer, request as send, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** Something that hands on requests, and hears what is secret in them and in their answers. */
export interface WireTap {
  readonly url: string;
  /** What was secret so far. */
  readonly secrets: ReadonlySet<string>;
  stop(): Promise<void>;
}

/** As requests and answers have them, in JSON, in XML and in forms. Their first group is the secret. */
const patterns = [
  /<SecretAccessKey>([^<]+)</g,
  /<SessionToken>([^<]+)</g,
  /"SecretString":\s*"((?:[^"\\]|\\.)+)"/g,
  /"SecretBinary":\s*"([^"]+)"/g,
  /"Plaintext":\s*"([^"]{16,})"/g,
  /(?:^|&)(?:New|Old)?Password=([^&]+)/g,
  /"Variables":\s*\{[^}]*:\s*"([^"]+)"/g,
];

/**
 * Hands on what it is asked to a server of this machine.
 *
 * @param to the server's URL
 * @param hear called before each request is handed on
 */
export async function startWireTap(to: string, hear: () => void): Promise<WireTap> {
  const secrets = new Set<string>();
  const listen = (body: string) => {
    for (const [, secret = ""] of patterns.flatMap((pattern) => [...body.matchAll(pattern)])) {
      secrets.add(secret);
      secrets.add(decodeURIComponent(secret.replaceAll("+", " ").replaceAll(/%(?![0-9A-F]{2})/gi, "%25")));
    }
  };
  // Hearing may take seconds: a connection that is given up meanwhile would lose the request that is on its way.
  const server = createServer({ keepAliveTimeout: 0 }, (asked, answer) => {
    hear();
    const handOn = async () => {
      const body = await buffer(asked);
      listen(body.toString());
      const answered = await ask(to, asked, body);
      const content = await buffer(answered);
      listen(content.toString());
      answer.writeHead(answered.statusCode ?? 500, answered.headers).end(content);
    };
    handOn().catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = portOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    secrets,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function ask(to: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(to);
    // With the headers as they are: the name of the host is signed.
    send({ hostname, port, method, path: url, headers, agent: false }, resolve).on("error", reject).end(body);
  });
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("The wire tap listens on no port.");
  return address;
}
