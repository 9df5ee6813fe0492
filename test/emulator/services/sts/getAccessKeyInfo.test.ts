import { DeleteAccessKeyCommand } from "@aws-sdk/client-iam";
import { GetAccessKeyInfoCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Emulator,
} from "../../../support/emulator.ts";
import { trust } from "../iam/document.ts";
import { assume, createRole } from "./assuming.ts";

const other = "111122223333";

describe("STS GetAccessKeyInfo", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  const accountOf = async (AccessKeyId: string) =>
    (await clientsFor(emulator).sts.send(new GetAccessKeyInfoCommand({ AccessKeyId }))).Account;

  it("tells the account of a user's key, also of another account, and also when it is gone", async () => {
    const { name: UserName, credentials } = await createUser(emulator, "Carol", [], other);
    const { accessKeyId: AccessKeyId } = credentials;
    expect(await accountOf(AccessKeyId)).to.equal(other);
    await clientsFor(emulator, rootOf(other)).iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
    expect(await accountOf(AccessKeyId)).to.equal(other);
  });

  it("tells the account of a temporary key", async () => {
    const ada = await createUser(emulator, "Ada");
    const own = await createRole(emulator, "Own", trust(ada.arn));
    const { Credentials } = await assume(ada.clients, own.arn);
    expect(await accountOf(Credentials?.AccessKeyId ?? "")).to.equal("000000000000");
  });

  it("refuses an id that was never given out, and needs permission", async () => {
    const unknown = { AccessKeyId: "AKIAIOSFODNN7EXAMPLE" };
    expect(await refusalOf(accountOf(unknown.AccessKeyId))).to.deep.equal({
      code: "ValidationError",
      message: "The embedded AWS has made no access key AKIAIOSFODNN7EXAMPLE.",
      status: 400,
    });
    const { clients, arn } = await createUser(emulator, "Grace");
    expect(await refusalOf(clients.sts.send(new GetAccessKeyInfoCommand(unknown)))).to.deep.equal({
      code: "AccessDenied",
      message: `User: ${arn} is not authorized to perform: sts:GetAccessKeyInfo on resource: *`,
      status: 403,
    });
  });
});
