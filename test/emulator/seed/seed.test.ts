import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { SeedError } from "../../../emulator/seed/seedError.ts";
import { clientsFor, refusalOf, startTestEmulator } from "../../support/emulator.ts";

const accountId = "111122223333";
const reader = { accessKeyId: "AKIAREADERREADERREAD", secretAccessKey: "reader" };
const stranger = { accessKeyId: "AKIASTRANGERSTRANGER", secretAccessKey: "stranger" };
const read = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "dynamodb:GetItem", Resource: "{{table people}}" },
});
const keyOf = ({ accessKeyId: id, secretAccessKey: secret }: typeof reader) => [{ id, secret }];

describe("a seed", () => {
  it("fills an empty embedded AWS, where everything decides as if it had been made by hand", async () => {
    const emulator = await startTestEmulator({
      seed: {
        accounts: {
          [accountId]: {
            users: {
              reader: { policies: { read }, accessKeys: keyOf(reader) },
              stranger: { policies: { read }, accessKeys: keyOf(stranger) },
            },
            keys: { people: { users: ["user/reader"], rotation: true } },
            tables: { people: { partitionKey: { name: "id" }, encryption: "people", items: [{ id: "1", age: 7 }] } },
            secrets: { password: { value: "hush", encryption: "people" } },
          },
        },
      },
    });
    try {
      const get = new GetItemCommand({ TableName: "people", Key: { id: { S: "1" } } });
      const { Item } = await clientsFor(emulator, reader).dynamoDb.send(get);
      expect(Item).to.deep.equal({ id: { S: "1" }, age: { N: "7" } });
      const { code, message } = await refusalOf(clientsFor(emulator, stranger).dynamoDb.send(get));
      expect([code, message.includes("kms:Decrypt")]).to.deep.equal(["AccessDeniedException", true]);
    } finally {
      await emulator.stop();
    }
  });

  it("is refused with the place and AWS's own words", async () => {
    const accounts = { [accountId]: { users: { alice: { groups: ["nobody"] } } } };
    const error: unknown = await startTestEmulator({ seed: { accounts } }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(SeedError);
    expect(error).to.deep.include({ path: ["accounts", accountId, "users", "alice", "groups", 0] });
  });

  it("is refused for an account that is not among those that there are", async () => {
    const options = { accountIds: ["444455556666", "777788889999"], seed: { accounts: { [accountId]: {} } } };
    const error: unknown = await startTestEmulator(options).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(SeedError);
    expect(error).to.deep.include({ path: ["accounts", accountId] });
    expect(error).to.have.property("message", "There is no such account: there are only 444455556666, 777788889999.");
    const allowed = await startTestEmulator({ ...options, accountIds: [accountId] });
    await allowed.stop();
  });
});
