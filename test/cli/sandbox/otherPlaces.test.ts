import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { refuseUnlistedPlaces } from "../../../cli/sandbox/otherPlaces.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";

const [first, second] = ["222222222222", "333333333333"];

describe("the accounts of a class that KEYLAB_AWS_ACCOUNTS does not have", () => {
  let workingFolder: string;

  beforeEach(() => {
    workingFolder = mkdtempSync(join(tmpdir(), "keylab-places-"));
    writeFileSync(join(workingFolder, "accounts.csv"), `account\n${first}\n${second}\n444444444444\n`);
  });
  afterEach(() => rmSync(workingFolder, { recursive: true }));

  it("are refused before anything is entered or made: those that are needed, and no others", async () => {
    const environment = { KEYLAB_AWS_ACCOUNTS: `111122223333,${first}` };
    const args = ["sandbox", "up", "--seats", "2", "--accounts", "accounts.csv", "--workshop", "first-key"];
    const { exitCode, stdout, stderr } = await keylabHere(
      [...args, "--for", "1h", "--target", "aws:111122223333", "--yes"],
      new FakeContext({ workingFolder, environment }),
    );
    expect([exitCode, stdout, stderr]).to.deep.equal([
      2,
      "",
      `Sandboxes are to be in ${second}, not among the accounts of KEYLAB_AWS_ACCOUNTS: 111122223333, ${first}.\n` +
        "Add the accounts there if they may be worked in, or take them out of the roster and the table of accounts.\n",
    ]);
    expect(readdirSync(workingFolder)).to.deep.equal(["accounts.csv"]);
  });

  it("are nobody's matter where all are listed, where nothing is, and at an endpoint", () => {
    const places = [{ account: first }, { account: second, region: "eu-west-1" }, { region: "eu-west-1" }];
    const refuse = (kind: "aws" | "endpoint", accounts?: string) => () =>
      refuseUnlistedPlaces({ kind }, places, {
        environment: { ...(accounts !== undefined && { KEYLAB_AWS_ACCOUNTS: accounts }) },
      });
    expect(refuse("aws", `${second}, ${first}`)).not.to.throw();
    expect(refuse("aws")).not.to.throw();
    expect(refuse("endpoint", "111122223333")).not.to.throw();
    expect(refuse("aws", first)).to.throw(`Sandboxes are to be in ${second}, not among`);
  });
});
