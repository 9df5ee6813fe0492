import { once } from "node:events";
import { createServer, request as forward, type IncomingHttpHeaders } from "node:http";

/** A request that went through a gateway. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Stands before an endpoint, hands every request on as it is, and keeps what was asked. */
export interface Gateway {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  stop(): Promise<void>;
}

/** Opens a gateway to an endpoint, on a free port of this machine. */
export async function openGateway(endpoint: string): Promise<Gateway> {
  const seen: SeenRequest[] = [];
  const { hostname, port } = new URL(endpoint);
  const server = createServer((incoming, outgoing) => {
    const { method, url: path = "/", headers } = incoming;
    seen.push({ path, headers });
    const asked = forward({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    asked.on("error", () => outgoing.destroy());
    incoming.pipe(asked);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The gateway listens on no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
