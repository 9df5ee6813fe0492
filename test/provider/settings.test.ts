import { expect } from "chai";
import { checkSettings, connectionOf, diffSettings, readSettings } from "../../provider/settings.ts";
import { Secret, UNKNOWN } from "../../provider/values.ts";
import type { Properties } from "../../provider/values.ts";

const defaults = {
  endpoint: "http://127.0.0.1:4566",
  region: "us-east-1",
  credentials: { accessKeyId: "a", secretAccessKey: "s" },
};

describe("the settings of a stack", () => {
  const refused: [string, Properties, string[]][] = [
    [
      "that are not honoured, by name",
      { profile: "p", endpoints: "[]" },
      ["profile is not supported by the embedded provider", "endpoints is not supported by the embedded provider"],
    ],
    ["of the wrong kind", { allowedAccountIds: '"1"' }, ["Invalid input: expected array, received string"]],
    [
      "with half of the credentials",
      { accessKey: "k" },
      ["secretKey is missing; accessKey and secretKey go together, and token with both"],
    ],
    [
      "with a session token alone",
      { token: "t" },
      ["accessKey is missing; accessKey and secretKey go together, and token with both"],
    ],
  ];
  for (const [what, given, reasons] of refused) {
    it(`are refused ${what}`, () => {
      expect(checkSettings(given).map(({ reason }) => reason)).to.deep.equal(reasons);
      expect(() => readSettings(given)).to.throw(/^the stack's settings aws:… are refused: /);
    });
  }

  it("pass while they are not known yet", () => {
    expect(checkSettings({ region: UNKNOWN, secretKey: new Secret(UNKNOWN), accessKey: UNKNOWN })).to.deep.equal([]);
  });

  it("arrive as JSON text or as values", () => {
    const tags = { tags: { a: "b" } };
    expect(readSettings({ defaultTags: JSON.stringify(tags), allowedAccountIds: ["1"] })).to.deep.equal(
      readSettings({ defaultTags: tags, allowedAccountIds: '["1"]' }),
    );
  });

  it("override where to connect and as whom, piece by piece", () => {
    const given = { accessKey: "k", secretKey: new Secret("x"), token: new Secret("t"), region: "eu-west-1" };
    const credentials = { accessKeyId: "k", secretAccessKey: "x", sessionToken: "t" };
    expect(connectionOf(readSettings({}), defaults)).to.deep.equal(defaults);
    expect(connectionOf(readSettings({ region: "eu-west-1" }), defaults)).to.deep.equal({
      ...defaults,
      region: "eu-west-1",
    });
    expect(connectionOf(readSettings(given), defaults)).to.deep.equal({
      ...defaults,
      region: "eu-west-1",
      credentials,
    });
  });

  it("change without touching what is deployed", () => {
    const { changes, deleteBeforeReplace } = diffSettings({ region: "a", token: "t" }, { region: "b", token: "t" });
    expect([...changes]).to.deep.equal([["region", { kind: "update", replaces: false }]]);
    expect(deleteBeforeReplace).to.equal(false);
  });
});
