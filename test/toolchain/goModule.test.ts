import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { version as pinned } from "@pulumi/pulumi/version.js";
import { expect } from "chai";
import { readGoModule } from "../../toolchain/goModule.ts";

describe("the committed Go modules", () => {
  it("pin the CLI to the version of @pulumi/pulumi", async () => {
    const { program, version } = await readGoModule("pulumi");
    expect({ program, version }).to.deep.equal({
      program: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
      version: pinned,
    });
  });

  it("pin the language host", async () => {
    const { program, version, goVersion } = await readGoModule("pulumi-language-nodejs");
    expect({ program, version, goVersion }).to.deep.equal({
      program: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
      version: "3.68.0",
      goVersion: "1.25.0",
    });
  });

  for (const name of ["pulumi", "pulumi-language-nodejs"] as const) {
    it(`hold the checksum of every module that ${name} requires`, async () => {
      const { folder } = await readGoModule(name);
      const required = (await readFile(join(folder, "go.mod"), "utf8")).matchAll(/^\t(\S+) (v\S+)/gm);
      const sums = new Set((await readFile(join(folder, "go.sum"), "utf8")).split("\n").map(sumKey));
      const missing = [...required].map(([, path, version]) => `${path} ${version}`).filter((key) => !sums.has(key));
      expect(missing).to.deep.equal([]);
    });
  }
});

function sumKey(line: string): string {
  return line.split(" ").slice(0, 2).join(" ");
}
