import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";

describe("STS GetCallerIdentity", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  const ask = async ({ sts }: Clients) => {
    const { UserId, Account, Arn } = await sts.send(new GetCallerIdentityCommand({}));
    return { UserId, Account, Arn };
  };

  const roots = [
    { accessKeyId: "000000000000", account: "000000000000" },
    { accessKeyId: "test", account: "000000000000" },
    { accessKeyId: "123456789012", account: "123456789012" },
  ];
  for (const { accessKeyId, account } of roots) {
    it(`knows the access key id ${accessKeyId} as the root user of account ${account}`, async () => {
      expect(await ask(clientsFor(emulator, { ...rootOf(), accessKeyId }))).to.deep.equal({
        UserId: account,
        Account: account,
        Arn: `arn:aws:iam::${account}:root`,
      });
    });
  }

  it("answers a user, even one whom a policy denies it", async () => {
    const user = await createUser(emulator, "Ada", [
      { Effect: "Deny", Action: "sts:GetCallerIdentity", Resource: "*" },
    ]);
    expect(await ask(user.clients)).to.deep.equal({ UserId: user.id, Account: "000000000000", Arn: user.arn });
  });
});
