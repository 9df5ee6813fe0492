import { DeleteAccessKeyCommand, ListUsersCommand } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { endpointTarget } from "../../targets/endpointTarget.ts";
import { clientsFor, createUser, rootOf, startTestEmulator, type Emulator } from "../support/emulator.ts";

describe("an endpoint that is entered with temporary credentials", () => {
  let emulator: Emulator;

  before(async () => {
    emulator = await startTestEmulator();
  });

  after(() => emulator.stop());

  it("removes its administrator with new ones, after they have ceased to be valid", async () => {
    const { iam } = clientsFor(emulator, rootOf());
    const first = await createUser(emulator, "first", [{ Effect: "Allow", Action: "iam:*", Resource: "*" }]);
    const second = await createUser(emulator, "second", [{ Effect: "Allow", Action: "iam:*", Resource: "*" }]);
    const { url } = emulator;
    const renewRoot = async () => second.credentials;
    const target = endpointTarget({ url, region: "us-east-1", root: first.credentials, renewRoot, passphraseFile: "" });
    const session = await target.open();
    const { accessKeyId: AccessKeyId } = first.credentials;
    await iam.send(new DeleteAccessKeyCommand({ UserName: "first", AccessKeyId }));
    await session.close();
    const { Users = [] } = await iam.send(new ListUsersCommand({}));
    expect(Users.map(({ UserName }) => UserName)).to.deep.equal(["first", "second"]);
  });
});
