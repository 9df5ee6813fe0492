import { join } from "node:path";
import { expect } from "chai";
import * as z from "zod";
import { Keylab, keylab, type Ended } from "../cli/keylab.ts";
import type { SharedAws } from "../sweep/withSharedAws.ts";

const classView = z.object({
  isolation: z.string(),
  leases: z.array(
    z.object({
      id: z.string(),
      students: z.array(z.object({ id: z.string() })),
      blueprint: z.string(),
      state: z.string(),
      until: z.string(),
      checkpoints: z.array(z.object({ id: z.string(), reachedAt: z.string().optional() })),
      denials: z.array(z.object({ who: z.string(), action: z.string() })),
    }),
  ),
});

type LeaseView = z.infer<typeof classView>["leases"][number];

/** A class as its instructor leads it from the command line. */
export class Lesson {
  readonly #aws: SharedAws;

  constructor(aws: SharedAws) {
    this.#aws = aws;
  }

  get handOut(): string {
    return join(this.#aws.folder, ".keylab", "classes", "encrypt-a-database", "hand-out");
  }

  async sandbox(...args: readonly string[]): Promise<Ended> {
    return keylab(["sandbox", ...args], this.#aws);
  }

  /** Fails with everything that the command said, unless it succeeds. */
  async succeed(...args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.sandbox(...args);
    expect(exitCode, `${args.join(" ")}: ${stdout}${stderr}`).to.equal(0);
    return stdout;
  }

  async view(): Promise<z.infer<typeof classView>> {
    return classView.parse(JSON.parse(await this.succeed("list", "--json")));
  }

  /** The dashboard, as somebody sees it who has signed in. */
  async dashboard(): Promise<string> {
    const serving = new Keylab(["sandbox", "serve"], this.#aws);
    try {
      const [, url = "", token = ""] = await serving.says(/(http:\S+)\/#token=(\S+)[^]*Ctrl-C/);
      const signedIn = await fetch(`${url}/sign-in`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: url },
        body: JSON.stringify({ token }),
      });
      const cookie = signedIn.headers.getSetCookie().map((text) => text.split(";")[0] ?? "");
      return await (await fetch(url, { headers: { cookie: cookie.join("; ") } })).text();
    } finally {
      serving.process.kill("SIGTERM");
      const { exitCode, stderr } = await serving.ended();
      expect(exitCode, stderr).to.equal(0);
    }
  }

  async leaseOf(student: string): Promise<LeaseView> {
    const { leases } = await this.view();
    const found = leases.find(({ students }) => students.some(({ id }) => id === student));
    if (!found) throw new Error(`${student} has no sandbox.`);
    return found;
  }
}
