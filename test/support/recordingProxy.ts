import { once } from "node:events";
import { createServer, type Server } from "node:http";

/** An HTTP proxy that writes down where it is asked to go, and goes nowhere. */
export class RecordingProxy {
  /** Host, and port where one is given. */
  readonly asked: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(new URL(request.url ?? "", "http://unknown").host);
      response.writeHead(502).end();
    });
    this.#server.on("connect", (request, socket) => {
      this.asked.push(request.url ?? "");
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
  }

  /** Listens on a free port of this machine, and returns the variables that send a process there. */
  async start(): Promise<Record<string, string>> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address();
    if (typeof address !== "object" || address === null) throw new Error("The proxy listens on no port.");
    const url = `http://127.0.0.1:${address.port}`;
    return { HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: "127.0.0.1,localhost" };
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
