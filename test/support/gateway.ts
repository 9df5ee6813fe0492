import { once } from "node:events";
import { createServer, request as forward, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

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

/** A request that a gateway may do something about. */
export interface PassingRequest extends SeenRequest {
  readonly body: Buffer;
}

/** What a gateway does instead of handing a request on as it is. */
export type Interference =
  /** The endpoint never hears of it. */
  | { readonly status: number; readonly type: string; readonly text: string }
  /** The endpoint hears it with other headers. */
  | { readonly headers: IncomingHttpHeaders };

/**
 * Opens a gateway to an endpoint, on a free port of this machine.
 *
 * @param interfere what it does about a request. Default: nothing
 */
export async function openGateway(
  endpoint: string,
  interfere: (request: PassingRequest) => Interference | undefined = () => undefined,
): Promise<Gateway> {
  const seen: SeenRequest[] = [];
  const { hostname, port } = new URL(endpoint);
  const server = createServer((incoming, outgoing) => {
    const { method, url: path = "/", headers } = incoming;
    seen.push({ path, headers });
    const handOn = (body: Buffer): void => {
      const interference = interfere({ path, headers, body }) ?? { headers };
      if ("status" in interference) return answer(outgoing, interference);
      const asked = forward({ hostname, port, method, path, headers: interference.headers }, (answered) => {
        outgoing.writeHead(answered.statusCode ?? 500, answered.headers);
        answered.pipe(outgoing);
      });
      asked.on("error", () => outgoing.destroy());
      asked.end(body);
    };
    buffer(incoming).then(handOn, () => outgoing.destroy());
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

function answer(outgoing: ServerResponse, { status, type, text }: Extract<Interference, { status: number }>): void {
  outgoing.writeHead(status, { "content-type": type });
  outgoing.end(text);
}
