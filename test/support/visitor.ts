import { once } from "node:events";
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";

/** How a server answered. */
export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A text that is JSON, as what it says. */
export function toldIn({ body }: Answer): unknown {
  return JSON.parse(body);
}

/** An event on a line. */
export interface LineEvent {
  readonly event: string;
  readonly data: unknown;
}

/** A line of events that is open. */
export interface Line {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** All that came until now. */
  readonly events: readonly LineEvent[];
  /** Waits until so many came. */
  heard(count: number): Promise<readonly LineEvent[]>;
  /** Waits for its end. */
  ended(): Promise<void>;
  close(): void;
}

/** Does what a browser does on the pages of a class: keeps cookies, says where it comes from, brings along the session's token. */
export class Visitor {
  /** Addresses of all that was asked for. */
  readonly urls: string[] = [];
  readonly cookies = new Map<string, string>();
  /** As set, with their attributes. */
  readonly setCookies: string[] = [];
  token: string | undefined;
  readonly #url: string;
  readonly #options: { readonly ca?: string; readonly localAddress?: string };

  constructor(url: string, options: { readonly ca?: string; readonly localAddress?: string } = {}) {
    this.#url = url;
    this.#options = options;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#answerOf(await this.#send("GET", path, headers));
  }

  /** Asks for a change as the pages do. A header that is to be missing is `undefined`. */
  async post(
    path: string,
    body: unknown = {},
    headers: Readonly<Record<string, string | undefined>> = {},
  ): Promise<Answer> {
    const own = {
      origin: this.#url,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      "x-keylab-token": this.token,
      ...headers,
    };
    return this.#answerOf(await this.#send("POST", path, own, JSON.stringify(body)));
  }

  /** Signs in with a token, and opens the instructor's page. */
  async signIn(token: string): Promise<Answer> {
    const answer = await this.post("/sign-in", { token });
    if (answer.status === 200) await this.open("/");
    return answer;
  }

  /** Comes in with a join code, and opens the student's page. */
  async join(code: string): Promise<Answer> {
    const answer = await this.post("/join", { code });
    if (answer.status === 200) await this.open("/student");
    return answer;
  }

  /** Opens a page, and takes the session's token out of it. */
  async open(path: string): Promise<string> {
    const { body } = await this.get(path);
    this.token = /"token":"([^"]+)"/.exec(body)?.[1];
    return body;
  }

  /** Listens to a line of events. */
  async listen(path: string): Promise<Line> {
    const answer = await this.#send("GET", path, {});
    const events: LineEvent[] = [];
    let rest = "";
    answer.setEncoding("utf8");
    answer.on("data", (piece: string) => {
      const blocks = `${rest}${piece}`.split("\n\n");
      rest = blocks.pop() ?? "";
      events.push(...blocks.map(eventOf));
      answer.emit("heard");
    });
    const heard = async (count: number) => {
      while (events.length < count) await once(answer, "heard");
      return events;
    };
    const ended = async () => {
      if (!answer.closed) await once(answer, "close");
    };
    const { statusCode: status, headers } = answer;
    return { status, headers, events, heard, ended, close: () => void answer.destroy() };
  }

  async #send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string | undefined>>,
    body?: string,
  ): Promise<IncomingMessage> {
    const url = `${this.#url}${path}`;
    this.urls.push(url);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent = Object.entries({ ...(cookie === "" ? {} : { cookie }), ...headers }).filter(isSaid);
    const send = url.startsWith("https:") ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      // Node.js would compare the certificate with the `Host` that a test makes up.
      const checkServerIdentity = () => undefined;
      const options = { headers: Object.fromEntries(sent), agent: false, checkServerIdentity, ...this.#options };
      send(url, { method, ...options }, resolve)
        .on("error", reject)
        .end(body);
    });
  }

  async #answerOf(answer: IncomingMessage): Promise<Answer> {
    for (const set of answer.headers["set-cookie"] ?? []) {
      this.setCookies.push(set);
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    answer.setEncoding("utf8");
    const pieces: string[] = [];
    for await (const piece of answer) pieces.push(String(piece));
    return { status: answer.statusCode, headers: answer.headers, body: pieces.join("") };
  }
}

function isSaid(header: [string, string | undefined]): header is [string, string] {
  return header[1] !== undefined;
}

function eventOf(block: string): LineEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
  return { event: field("event"), data: JSON.parse(field("data")) };
}
