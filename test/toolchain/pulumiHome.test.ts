import { homedir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { cachePaths } from "../../toolchain/cachePaths.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";

describe("pulumiHome", () => {
  it("lies in the folder that KEYLAB_CACHE names", () => {
    expect(pulumiHome({ KEYLAB_CACHE: "/somewhere" })).to.equal("/somewhere/pulumi-home");
  });

  it("lies in a folder called keylab otherwise, never where the user's own login is", () => {
    for (const environment of [{}, { KEYLAB_CACHE: "" }]) {
      expect(cachePaths(environment).folder).to.match(/[/\\]keylab\b/);
      expect(pulumiHome(environment)).to.not.contain(join(homedir(), ".pulumi"));
    }
  });
});
