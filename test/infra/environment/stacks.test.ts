import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import * as z from "zod";

import { readEnvironment } from "../../../infra/environment/readEnvironment.ts";
import { plaintextSecrets } from "../../../infra/guardrails/noPlaintextSecret.ts";

const stack = z.object({ config: z.record(z.string(), z.unknown()) });

/** The configuration of a stack as Pulumi hands it to the program. */
function configOf(name: string): Record<string, string> {
  const file = join(import.meta.dirname, "../../..", `Pulumi.${name}.yaml`);
  const { config } = stack.parse(parse(readFileSync(file, "utf8")));
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, text(value)] as const));
}

describe("the example stacks", () => {
  for (const name of ["dev", "staging"]) {
    it(`${name} is an environment on the embedded AWS, without a secret in the clear`, () => {
      const { target, workshops } = readEnvironment(configOf(name));
      expect([target, plaintextSecrets(workshops, [])]).to.deep.equal(["local", []]);
      expect(configOf(name)["aws:allowedAccountIds"]).to.equal('["000000000000"]');
    });
  }

  it("staging keeps every guardrail, and has roles instead of users", () => {
    const { guardrails, workshops } = readEnvironment(configOf("staging"));
    expect(guardrails).to.equal("mandatory");
    expect(workshops.map(({ settings }) => [settings.users, settings.roles?.length])).to.deep.equal([[undefined, 4]]);
  });
});
