import type * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { Workshop } from "../../infra/workshop.ts";
import type { WorkshopArgs } from "../../infra/workshopArgs.ts";
import { admin } from "./mockedAws.ts";
import { deploy } from "./support.ts";

/** The options that the parts of a workshop are made with, by type and name. */
async function optionsOf(args: WorkshopArgs): Promise<Record<string, pulumi.ComponentResourceOptions>> {
  const seen: Record<string, pulumi.ComponentResourceOptions> = {};
  const note: pulumi.ResourceTransformation = ({ type, name, opts }) => {
    seen[`${type.split(":").at(-1) ?? ""} ${name}`] = opts;
    return undefined;
  };
  await deploy(() => new Workshop("workshop", args, { transformations: [note] }));
  return seen;
}

const key = { alias: "a", administrators: [admin] };
const orders = { tableName: "orders" };

// What is below a component is protected and retained as the component is: the engine sees to it.
describe("the parts of a Workshop", () => {
  it("may vanish unless the arguments say otherwise", async () => {
    const options = await optionsOf({ key, tables: [orders] });
    expect(options["EncryptionKey workshop"]).to.include({ protect: undefined, retainOnDelete: undefined });
    expect(options["EncryptedTable workshop-orders"]).to.include({ protect: undefined });
  });

  it("protect the key and keep it in AWS, and not the table", async () => {
    const options = await optionsOf({ key: { ...key, protect: true, retainOnDelete: true }, tables: [orders] });
    expect(options["EncryptionKey workshop"]).to.include({ protect: true, retainOnDelete: true });
    expect(options["EncryptedTable workshop-orders"]).to.include({ protect: undefined });
  });

  it("protect the table, and not the key", async () => {
    const options = await optionsOf({ key, tables: [{ ...orders, protect: true }] });
    expect(options["EncryptedTable workshop-orders"]).to.include({ protect: true });
    expect(options["EncryptionKey workshop"]).to.include({ protect: undefined });
  });

  it("know the first table and the first secret by the names they had when there was one of each", async () => {
    const secrets = ["one", "two"].map((secretName) => ({ secretName, secretString: "hidden" }));
    const options = await optionsOf({ key, tables: [orders, { tableName: "customers" }], secrets });
    const aliases = (part: string) => options[part]?.aliases;
    expect(aliases("EncryptedTable workshop-orders")).to.deep.equal([{ name: "workshop-table" }]);
    expect(aliases("EncryptedTable workshop-customers")).to.deep.equal([]);
    expect(aliases("EncryptedSecret workshop-one")).to.deep.equal([{ name: "workshop-secret" }]);
    expect(aliases("EncryptedSecret workshop-two")).to.deep.equal([]);
  });

  it("keep the first value of a secret that says so, and of no other", async () => {
    const secrets = [
      { secretName: "generated", secretString: "drawn", keepsFirstValue: true },
      { secretName: "own", secretString: "hidden" },
    ];
    const options = await optionsOf({ key, secrets });
    expect(options["SecretVersion workshop-generated-version"]?.ignoreChanges).to.deep.equal(["secretString"]);
    expect(options["SecretVersion workshop-own-version"]?.ignoreChanges).to.deep.equal([]);
  });
});
