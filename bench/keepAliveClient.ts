import { Agent, request } from "node:http";
import { signedHeaders, type RawRequest } from "../test/support/signedRequest.ts";

/** A client with one connection, which sends the same signed request again and again: it takes little time itself. */
export class KeepAliveClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: URL;

  constructor(url: string) {
    this.#url = new URL(url);
  }

  /**
   * Sends a request again and again for so many milliseconds, one after the other, and returns the milliseconds a call. Throws unless
   * all are answered with 200.
   */
  async time(call: RawRequest, milliseconds: number): Promise<number> {
    const headers = signedHeaders(this.#url.host, call);
    const began = performance.now();
    let sent = 0;
    do {
      await this.#send(call, headers);
      sent += 1;
    } while (performance.now() - began < milliseconds);
    return (performance.now() - began) / sent;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send({ method = "POST", path = "/", body = "" }: RawRequest, headers: Record<string, string>): Promise<void> {
    return new Promise((resolve, reject) => {
      const options = { agent: this.#agent, host: this.#url.hostname, port: this.#url.port, method, path, headers };
      const sent = request(options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`${answer.statusCode}: ${Buffer.concat(chunks).toString("utf8")}`));
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
}
