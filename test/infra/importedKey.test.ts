import { expect } from "chai";

import { ImportedKey, type ImportedKeyArgs } from "../../infra/importedKey.ts";
import { consoleKeyPolicy } from "../../infra/policies/consoleKeyPolicy.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const args: ImportedKeyArgs = { alias: "imported-key", administrators: [admin], users: [admin] };

describe("ImportedKey", () => {
  it("creates a key without material, and an alias", async () => {
    const { resources, components, result } = await deploy(() => new ImportedKey("key", { ...args, tags: { a: "b" } }));
    expect(resources).to.deep.equal({
      "kms/externalKey:ExternalKey key": {
        deletionWindowInDays: 7,
        policy: JSON.stringify(
          consoleKeyPolicy({
            accountRoot: `arn:aws:iam::${account}:root`,
            administrators: [admin],
            administratorsMayDelete: true,
            users: [admin],
            use: "symmetric encryption",
          }),
        ),
        tags: { a: "b" },
      },
      "kms/alias:Alias key-alias": { name: "alias/imported-key", targetKeyId: "id of key" },
    });
    expect(components).to.deep.equal(["keylab:infra:ImportedKey key"]);
    expect(await valueOf(result.outputs)).to.deep.equal({
      keyId: "id of key",
      arn: `arn:aws:kms:us-east-1:${account}:key/key-id`,
      aliasName: "alias/imported-key",
      aliasArn: `arn:aws:kms:us-east-1:${account}:alias/imported-key`,
    });
  });

  it("creates nothing with a wrong argument, and says so", async () => {
    const says = await refusalOf(() => new ImportedKey("key", { ...args, deletionWindowInDays: 6 }));
    expect(says).to.match(/^ImportedKey "key": deletionWindowInDays is 6; allowed is/);
  });
});
