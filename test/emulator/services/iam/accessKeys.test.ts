import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  GetAccessKeyLastUsedCommand,
  ListAccessKeysCommand,
  UpdateAccessKeyCommand,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const invalid = {
  code: "InvalidClientTokenId",
  message: "The security token included in the request is invalid.",
  status: 403,
};

describe("IAM access keys", () => {
  let emulator: Emulator;
  let iam: ReturnType<typeof clientsFor>["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
  });
  after(() => emulator.stop());

  it("speak for their user while they are active", async () => {
    const user = await createUser(emulator, "Active");
    const AccessKeyId = user.credentials.accessKeyId;
    const whoAmI = () => user.clients.sts.send(new GetCallerIdentityCommand({}));
    expect((await whoAmI()).Arn).to.equal(user.arn);
    await iam.send(new UpdateAccessKeyCommand({ UserName: user.name, AccessKeyId, Status: "Inactive" }));
    expect(await refusalOf(whoAmI())).to.deep.equal(invalid);
    await iam.send(new UpdateAccessKeyCommand({ UserName: user.name, AccessKeyId, Status: "Active" }));
    expect((await whoAmI()).UserId).to.equal(user.id);
    await iam.send(new DeleteAccessKeyCommand({ UserName: user.name, AccessKeyId }));
    expect(await refusalOf(whoAmI())).to.deep.equal(invalid);
  });

  it("are two at most for each user, and listed without their secrets", async () => {
    await iam.send(new CreateUserCommand({ UserName: "Two" }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: "Two" }));
    expect(AccessKey?.AccessKeyId).to.match(/^AKIA[A-Z2-7]{16}$/);
    expect(AccessKey?.SecretAccessKey).to.have.length(40);
    const second = await iam.send(new CreateAccessKeyCommand({ UserName: "Two" }));
    expect(await refusalOf(iam.send(new CreateAccessKeyCommand({ UserName: "Two" })))).to.deep.equal({
      code: "LimitExceededException",
      message: "Cannot exceed quota for AccessKeysPerUser: 2",
      status: 409,
    });
    const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName: "Two" }));
    expect(AccessKeyMetadata.map(({ AccessKeyId }) => AccessKeyId)).to.have.members([
      AccessKey?.AccessKeyId,
      second.AccessKey?.AccessKeyId,
    ]);
    expect(AccessKeyMetadata.map((listed) => Object.keys(listed).sort())).to.deep.equal(
      Array(2).fill(["AccessKeyId", "CreateDate", "Status", "UserName"]),
    );
  });

  it("state when they were last used, by the instance's clock, and for which service and region", async () => {
    const user = await createUser(emulator, "Used");
    const AccessKeyId = user.credentials.accessKeyId;
    const lastUsed = async () => (await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }))).AccessKeyLastUsed;
    expect(await lastUsed()).to.deep.equal({ ServiceName: "N/A", Region: "N/A" });
    const now = emulator.instance.clock.advance(3_600_000);
    await clientsFor(emulator, user.credentials, "eu-west-1").sts.send(new GetCallerIdentityCommand({}));
    const { LastUsedDate, ...rest } = (await lastUsed()) ?? {};
    expect(rest).to.deep.equal({ ServiceName: "sts", Region: "eu-west-1" });
    expect(Math.abs((LastUsedDate?.getTime() ?? 0) - now.getTime())).to.be.below(60_000);
  });

  it("are not marked as used by a request that was signed with another secret", async () => {
    const user = await createUser(emulator, "Guessed");
    const guess = clientsFor(emulator, { ...user.credentials, secretAccessKey: "guess" });
    expect((await refusalOf(guess.sts.send(new GetCallerIdentityCommand({})))).code).to.equal("SignatureDoesNotMatch");
    const { AccessKeyLastUsed } = await iam.send(
      new GetAccessKeyLastUsedCommand({ AccessKeyId: user.credentials.accessKeyId }),
    );
    expect(AccessKeyLastUsed?.ServiceName).to.equal("N/A");
  });

  it("are managed by their own user without a name, and by root only with one", async () => {
    const user = await createUser(emulator, "Own", [{ Effect: "Allow", Action: "iam:*AccessKey*", Resource: "*" }]);
    const { AccessKey } = await user.clients.iam.send(new CreateAccessKeyCommand({}));
    expect(AccessKey?.UserName).to.equal("Own");
    await user.clients.iam.send(new DeleteAccessKeyCommand({ AccessKeyId: AccessKey?.AccessKeyId }));
    expect(await refusalOf(iam.send(new CreateAccessKeyCommand({})))).to.deep.equal({
      code: "ValidationError",
      message: "The embedded AWS does not keep credentials of the root user: state UserName.",
      status: 400,
    });
  });

  it("that do not exist are not found", async () => {
    const AccessKeyId = "AKIAAAAAAAAAAAAAAAAA";
    await iam.send(new CreateUserCommand({ UserName: "Nobody" }));
    const expected = {
      code: "NoSuchEntityException",
      message: `The Access Key with id ${AccessKeyId} cannot be found.`,
      status: 404,
    };
    const calls = [
      iam.send(new DeleteAccessKeyCommand({ UserName: "Nobody", AccessKeyId })),
      iam.send(new UpdateAccessKeyCommand({ UserName: "Nobody", AccessKeyId, Status: "Inactive" })),
      iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId })),
    ];
    for (const call of calls) expect(await refusalOf(call)).to.deep.equal(expected);
  });

  it("leave no secret in the audit log", async () => {
    const user = await createUser(emulator, "Audited");
    const events = emulator.instance.audit.eventsOf("000000000000");
    const created = events.findLast(({ eventName }) => eventName === "CreateAccessKey");
    expect(created?.responseElements).to.have.nested.property("accessKey.accessKeyId", user.credentials.accessKeyId);
    expect(created?.responseElements).to.have.nested.property("accessKey.userName", "Audited");
    expect(JSON.stringify(events)).not.to.contain(user.credentials.secretAccessKey);
  });
});
