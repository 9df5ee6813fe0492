import * as z from "zod";
import { UserError } from "../errors/userError.ts";
import type { DecisionRecord, Explanation } from "../runner/target.ts";
import { explanation, statementName } from "../reporters/events/explanation.ts";

const clock = z.object({ now: z.iso.datetime() });
const refusal = z.object({ message: z.string(), advice: z.string() });
const decisions = z.array(
  z.object({
    result: z.enum(["Allowed", "ImplicitlyDenied", "ExplicitlyDenied"]),
    layer: z.string(),
    action: z.string(),
    resource: z.string(),
    statement: z.object({ policy: z.string(), statement: statementName }).optional(),
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
    return z.array(explanation).parse(await this.#ask(`explanations/${encodeURIComponent(requestId)}`));
  }

  async reset(): Promise<void> {
    await this.#ask("reset", {});
  }

  async snapshots(): Promise<readonly string[]> {
    return z.object({ snapshots: z.array(z.string()) }).parse(await this.#ask("snapshots")).snapshots;
  }

  /** Throws a UserError for a name that is taken, or none, and where there is no folder; so do the next two. */
  async saveSnapshot(name: string): Promise<void> {
    await this.#ask(`snapshots/${encodeURIComponent(name)}`, {});
  }

  async loadSnapshot(name: string): Promise<void> {
    await this.#ask(`snapshots/${encodeURIComponent(name)}/load`, {});
  }

  async deleteSnapshot(name: string): Promise<void> {
    await this.#ask(`snapshots/${encodeURIComponent(name)}`, undefined, "DELETE");
  }

  async #ask(path: string, body?: object, method = body ? "POST" : "GET"): Promise<unknown> {
    const response = await fetch(new URL(`/_keylab/${path}`, this.#url), {
      method,
      headers: { "x-keylab-token": this.#token, ...(body && { "content-type": "application/json" }) },
      body: body && JSON.stringify(body),
    });
    if (response.status === 409) {
      const { message, advice } = refusal.parse(await response.json());
      throw new UserError(message, advice, 1);
    }
    if (response.status === 403) {
      throw new UserError(
        `The embedded AWS at ${this.#url} was started anew: it does not know this command any more.`,
        "Give the command again.",
        1,
      );
    }
    if (!response.ok)
      throw new Error(`The control route ${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
}
