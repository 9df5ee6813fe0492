import { CreateTableCommand, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { endAll } from "../../../sandboxes/end/endAll.ts";
import type { Places } from "../../../sandboxes/places/places.ts";
import { testClass, type TestClass } from "../handover/testClass.ts";

describe("ending sandboxes of which one uses what another has", function () {
  this.timeout(60_000);
  let autumn: TestClass;
  let key = "";

  beforeEach(async () => begin());
  afterEach(async () => autumn.close());

  /** @param region of the second sandbox: one that is elsewhere is not ended together with the first */
  async function begin(region?: string): Promise<void> {
    autumn = await testClass([{ id: "ada" }, { id: "bob", region }]);
    const { kms } = autumn.places.home.administrator;
    const Tags = [{ TagKey: "keylab:student", TagValue: "xada" }];
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Tags }));
    key = KeyMetadata?.Arn ?? "";
  }

  /** A table under Ada's key. Her key is hers, and its policy is nobody's business but the account's: a student's boundary would not let them do this. */
  async function makeTable(TableName: string): Promise<void> {
    await autumn.places.home.administrator.dynamodb.send(
      new CreateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: key },
      }),
    );
  }

  /** Ends one after the other, so that the first is through before the second is begun. */
  async function end(...ids: readonly string[]): Promise<string[]> {
    const { home } = autumn.places;
    const oneByOne = { ...home, place: { ...home.place, parallel: 1 } };
    const places: Places = { home: oneByOne, of: async () => oneByOne };
    const told: string[] = [];
    const hear = ({ lease, state, done, of }: { lease: string; state: string; done: number; of: number }) =>
      told.push(`${done} of ${of}: ${lease} ${state}`);
    await endAll({ record: autumn.record, folder: autumn.folder, ids, reason: "it is tried", hear }, places);
    return told;
  }

  it("ends both where they are ended together", async () => {
    await makeTable("bob-table");
    expect(await end("ada", "bob")).to.deep.equal(["1 of 2: ada ended", "2 of 2: bob ended"]);
  });

  it("ends a key in the same go when the other sandbox's table is gone", async () => {
    await autumn.close();
    await begin("eu-west-1");
    await makeTable("bob-table");
    expect(await end("ada", "bob")).to.deep.equal([
      "1 of 2: ada quarantined",
      "2 of 2: bob ended",
      "2 of 2: ada ended",
    ]);
    expect(autumn.folder.leases.get("ada").remaining).to.deep.equal([]);
  });

  it("leaves what somebody else of the account uses, tells so, and takes nothing from them", async () => {
    await makeTable("somebody-else");
    expect(await end("ada", "bob")).to.deep.equal([
      "1 of 2: ada quarantined",
      "2 of 2: bob ended",
      "2 of 2: ada quarantined",
    ]);
    const { remaining } = autumn.folder.leases.get("ada");
    expect(autumn.folder.leases.get("bob").remaining).to.deep.equal([]);
    expect(remaining.map(({ item }) => item)).to.deep.equal([key]);
    expect(remaining[0]?.reason).to.match(/^still used by .*somebody-else/);
    const { dynamodb } = autumn.places.home.administrator;
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: "somebody-else" }));
    expect(Table?.TableStatus).to.equal("ACTIVE");
  });

  it("tries one that is ended alone no second time", async () => {
    await makeTable("bob-table");
    expect(await end("ada")).to.deep.equal(["1 of 1: ada quarantined"]);
  });
});
