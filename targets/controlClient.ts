import { z } from "zod";
import type { DecisionRecord, Explanation } from "../runner/target.ts";
import { explanationSchema } from "./explanationSchema.ts";

const clock = z.object({ now: z.iso.datetime() });
const decisions = z.array(
  z.object({
    result: z.enum(["Allowed", "ImplicitlyDenied", "ExplicitlyDenied"]),
    layer: z.string(),
    action: z.string(),
    resource: z.string(),
  }),
);

/** Talks to the control routes of an embedded AWS that runs in another process. */
export class ControlClient {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async now(): Promise<Date> {
    return new Date(clock.parse(await this.#ask("clock")).now);
  }

  async advanceClock(milliseconds: number): Promise<void> {
    await this.#ask("clock/advance", { milliseconds });
  }

  async decisionsOf(requestId: string): Promise<readonly DecisionRecord[]> {
    return decisions.parse(await this.#ask(`decisions/${encodeURIComponent(requestId)}`));
  }

  async explanationsOf(requestId: string): Promise<readonly Explanation[]> {
    return z.array(explanationSchema).parse(await this.#ask(`explanations/${encodeURIComponent(requestId)}`));
  }

  async #ask(path: string, body?: object): Promise<unknown> {
    const response = await fetch(new URL(`/_keylab/${path}`, this.#url), {
      method: body ? "POST" : "GET",
      headers: { "x-keylab-token": this.#token, ...(body && { "content-type": "application/json" }) },
      body: body && JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`The control route ${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
}
