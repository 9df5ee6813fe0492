import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { handOutFiles } from "../../sandboxes/handover/handOutFiles.ts";
import { FakeContext, keylabHere } from "../cli/fakeContext.ts";
import { credentialsOf } from "../sandboxes/handover/testClass.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/handing-out.md"), "utf8");

/** What all commands of `keylab sandbox` have. */
const common = ["--class", "--target", "--role-arn", "--external-id", "--backend", "--secrets-provider", "--parallel"];
const others = [...common, "--access-key-id", "--secret-access-key", "--help"];

describe("the page of handing out", () => {
  it("names the options of the command, and no others", async () => {
    const { stdout } = await keylabHere(["sandbox", "hand-out", "--help"], new FakeContext());
    const options = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = ""]) => option);
    const own = options.filter((option) => !others.includes(option));
    const named = new Set([...page.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option));
    expect([...named].sort()).to.deep.equal(own.sort());
  });

  it("names every file that a student gets", () => {
    const [administrator] = credentialsOf("zoe");
    const files = handOutFiles(administrator ? [administrator] : [], { region: "eu-west-1" });
    const names = Object.keys(files).map((name) => name.replace("zoe-admin", "<user>"));
    const rows = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name);
    expect(rows.slice(0, names.length)).to.deep.equal(names);
  });
});
