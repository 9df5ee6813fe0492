import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "chai";
import { shellExports } from "../../../cli/aws/shellExports.ts";

const run = promisify(execFile);

/** What a shell makes of the lines. */
async function after(lines: readonly string[], script: string): Promise<string> {
  const env = { PATH: "/usr/bin:/bin", AWS_PROFILE: "mine" };
  const { stdout } = await run("/bin/sh", ["-c", `eval "$LINES_TO_TRY"; ${script}`], {
    env: { ...env, LINES_TO_TRY: lines.join("\n") },
  });
  return stdout;
}

describe("the exports for a shell", () => {
  for (const value of [
    "plain",
    "with space",
    "it's",
    "'",
    "''",
    'a"b',
    "$HOME",
    "`date`",
    "a\\b",
    "!x",
    "a;b",
    "",
    "é",
    "a\nb",
  ]) {
    it(`keep ${JSON.stringify(value)} as it is`, async () => {
      const lines = shellExports({ set: { VALUE: value }, unset: [], pathFolders: [] });
      expect(await after(lines, "printenv VALUE")).to.equal(`${value}\n`);
    });
  }

  it("unset what would be in the way", async () => {
    const lines = shellExports({ set: {}, unset: ["AWS_PROFILE", "AWS_SESSION_TOKEN"], pathFolders: [] });
    expect(lines).to.deep.equal(["unset AWS_PROFILE AWS_SESSION_TOKEN"]);
    expect(await after(lines, 'echo "${AWS_PROFILE-none}"')).to.equal("none\n");
  });

  it("put folders in front of PATH, and keep what is there", async () => {
    const lines = shellExports({ set: {}, unset: [], pathFolders: ["/it's a/bin", "/b"] });
    expect(await after(lines, 'echo "$PATH"')).to.equal("/it's a/bin:/b:/usr/bin:/bin\n");
  });

  it("are none if nothing changes", () => {
    expect(shellExports({ set: {}, unset: [], pathFolders: [] })).to.deep.equal([]);
  });
});
