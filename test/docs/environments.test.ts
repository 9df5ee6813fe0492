import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

import { presets } from "../../infra/environment/presets/index.ts";
import { workshopShape } from "../../infra/environment/workshopSchema.ts";
import { guardrails } from "../../infra/guardrails/index.ts";
import { noPlaintextSecret } from "../../infra/guardrails/noPlaintextSecret.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/environments.md"), "utf8");

/** The words that begin the rows of the table below a heading. */
function rows(heading: string): string[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? "");
}

describe("the page on environments", () => {
  it("lists the presets, with the setting in the head of the table", () => {
    expect(rows("Presets")).to.deep.equal(["keylab:preset", ...Object.keys(presets)]);
  });

  it("lists the guardrails", () => {
    const names = [...guardrails.map(({ name }) => name), noPlaintextSecret.name];
    expect(rows("Guardrails")).to.deep.equal(names);
  });

  it("lists every group of settings", () => {
    const groups = new Set(rows("Configuration").map((setting) => /^keylab:(\w+)/.exec(setting)?.[1]));
    const general = ["target", "guardrails", "tags", "workshops"];
    expect([...groups]).to.deep.equal([...general, ...Object.keys(workshopShape)]);
  });
});
