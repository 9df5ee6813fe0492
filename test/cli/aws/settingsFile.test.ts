import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readSettingsFile } from "../../../cli/aws/settingsFile.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";

const organization = `
organization:
  id: o-exampleorgid
  accounts:
    "111122223333":
      path: r-ab12/ou-ab12-11111111
      serviceControlPolicies:
        - FullAWSAccess: full.json
        - NoKeys: { Statement: { Effect: Deny, Action: "kms:*", Resource: "*" } }
    "000000000000": {}
vpcEndpoint: { id: vpce-1, vpc: vpc-1, policy: { Statement: [] } }
issuers: { "https://idp.example.com": keys.json }
`;

const wrong: readonly { readonly name: string; readonly text: string; readonly says: string }[] = [
  { name: "what is no YAML", text: "organization: [", says: "is neither YAML nor JSON: Flow sequence" },
  { name: "an unknown key", text: "organisation: {}", says: 'Unrecognized key: "organisation"' },
  {
    name: "an account whose digits YAML has read as a number",
    text: "organization: { id: o-exampleorgid, accounts: { 000000000000: {} } }",
    says: "in quotation marks.",
  },
  {
    name: "the id of something else",
    text: "organization: { id: r-root, accounts: {} }",
    says: "An organization's id is written as o-exampleorgid. → at organization.id",
  },
  {
    name: "an issuer that is no https URL",
    text: 'issuers: { "http://idp.example.com": keys.json }',
    says: "Invalid key in record",
  },
  {
    name: "an issuer without keys",
    text: 'issuers: { "https://idp.example.com": { keys: [] } }',
    says: "issuers",
  },
  {
    name: "keys in a file that holds something else",
    text: 'issuers: { "https://idp.example.com": full.json }',
    says: "full.json: ✖ Invalid input: expected array, received undefined → at keys",
  },
  {
    name: "a policy in a file that is not there",
    text: "vpcEndpoint: { id: vpce-1, vpc: vpc-1, policy: nowhere.json }",
    says: "nowhere.json cannot be read.",
  },
];

describe("the settings of the embedded AWS", () => {
  let folder = "";
  let path = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-settings-"));
    path = join(folder, "settings.yaml");
    await writeFile(join(folder, "full.json"), '{"Statement":[]}');
    await writeFile(join(folder, "keys.json"), '{"keys":[{"kty":"RSA","n":"AQ","e":"AQAB"}]}');
  });
  after(() => rm(folder, { recursive: true }));

  it("hold an organization and a VPC endpoint, with policies in place or in files beside them", async () => {
    await writeFile(path, organization);
    const noKeys = { Statement: { Effect: "Deny", Action: "kms:*", Resource: "*" } };
    expect(await readSettingsFile(path)).to.deep.equal({
      organization: {
        id: "o-exampleorgid",
        accounts: {
          "111122223333": {
            path: "r-ab12/ou-ab12-11111111",
            serviceControlPolicies: [{ FullAWSAccess: '{"Statement":[]}' }, { NoKeys: JSON.stringify(noKeys) }],
            resourceControlPolicies: undefined,
          },
          "000000000000": { path: undefined, serviceControlPolicies: undefined, resourceControlPolicies: undefined },
        },
      },
      vpcEndpoint: { id: "vpce-1", vpc: "vpc-1", policy: '{"Statement":[]}' },
      issuers: { "https://idp.example.com": { keys: [{ kty: "RSA", n: "AQ", e: "AQAB" }] } },
    });
  });

  it("may say nothing", async () => {
    await writeFile(path, "{}");
    expect(await readSettingsFile(path)).to.deep.equal({
      organization: undefined,
      vpcEndpoint: undefined,
      issuers: undefined,
    });
  });

  for (const { name, text, says } of wrong) {
    it(`are refused by name for ${name}`, async () => {
      await writeFile(path, text);
      const error: unknown = await readSettingsFile(path).catch((reason: unknown) => reason);
      expect(error).to.have.property("name", "UserError");
      expect(error).to.have.property("message").that.includes(folder).and.includes(says);
    });
  }

  it("are refused for a policy that AWS would refuse, with the policy's name", async () => {
    await writeFile(path, organization.replace("Effect: Deny", "Effect: Forbid"));
    const context = new FakeContext({ workingFolder: folder });
    const { exitCode, stderr } = await keylabHere(
      ["aws", "start", "--port", "0", "--settings", "settings.yaml"],
      context,
    );
    expect(exitCode).to.equal(2);
    expect(stderr).to.match(
      /^A policy of the settings is refused\. NoKeys: .*Statement\[0\]\.Effect\nMend the policy\.\n$/,
    );
  });
});
