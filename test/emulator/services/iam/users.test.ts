import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachUserPolicyCommand,
  GetUserCommand,
  ListUsersCommand,
  PutUserPolicyCommand,
  UpdateUserCommand,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Emulator,
} from "../../../support/emulator.ts";
import { allow } from "./document.ts";

const noSuchUser = (name: string) => ({
  code: "NoSuchEntityException",
  message: `The user with name ${name} cannot be found.`,
  status: 404,
});

describe("IAM users", () => {
  let emulator: Emulator;
  let iam: ReturnType<typeof clientsFor>["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
  });
  after(() => emulator.stop());

  it("are made with path and tags, and shown with them", async () => {
    const { User } = await iam.send(
      new CreateUserCommand({ UserName: "Ada", Path: "/lab/one/", Tags: [{ Key: "team", Value: "blue" }] }),
    );
    expect(User?.UserId).to.match(/^AIDA[A-Z2-7]{17}$/);
    expect(User?.CreateDate).to.be.instanceOf(Date);
    expect({ ...User, UserId: "", CreateDate: "" }).to.deep.equal({
      Path: "/lab/one/",
      UserName: "Ada",
      UserId: "",
      Arn: "arn:aws:iam::000000000000:user/lab/one/Ada",
      CreateDate: "",
      Tags: [{ Key: "team", Value: "blue" }],
    });
    expect((await iam.send(new GetUserCommand({ UserName: "Ada" }))).User).to.deep.equal(User);
  });

  it("have unique names without regard to case, and are found only by the exact name", async () => {
    await createUser(emulator, "Case");
    expect(await refusalOf(iam.send(new CreateUserCommand({ UserName: "cASE" })))).to.deep.equal({
      code: "EntityAlreadyExistsException",
      message: "User with name cASE already exists.",
      status: 409,
    });
    expect(await refusalOf(iam.send(new GetUserCommand({ UserName: "cASE" })))).to.deep.equal(noSuchUser("cASE"));
  });

  it("belong to the account, whatever region a request is signed for, and to no other account", async () => {
    await createUser(emulator, "Global");
    const elsewhere = clientsFor(emulator, rootOf(), "eu-west-3").iam;
    expect((await elsewhere.send(new GetUserCommand({ UserName: "Global" }))).User?.UserName).to.equal("Global");
    const stranger = clientsFor(emulator, rootOf("111111111111")).iam;
    expect(await refusalOf(stranger.send(new GetUserCommand({ UserName: "Global" })))).to.deep.equal(
      noSuchUser("Global"),
    );
  });

  it("are shown to themselves when they state no name, and so is root", async () => {
    const self = await createUser(emulator, "Self", [{ Effect: "Allow", Action: "iam:GetUser", Resource: "*" }]);
    expect((await self.clients.iam.send(new GetUserCommand({}))).User?.UserId).to.equal(self.id);
    expect((await iam.send(new GetUserCommand({}))).User).to.deep.equal({
      UserId: "000000000000",
      Arn: "arn:aws:iam::000000000000:root",
    });
  });

  it("keep id, policies and keys under a new name and path", async () => {
    const user = await createUser(emulator, "Old", [{ Effect: "Allow", Action: "iam:GetUser", Resource: "*" }]);
    await iam.send(new UpdateUserCommand({ UserName: "Old", NewUserName: "New", NewPath: "/new/" }));
    const { User } = await user.clients.iam.send(new GetUserCommand({}));
    expect([User?.UserName, User?.Arn, User?.UserId]).to.deep.equal([
      "New",
      "arn:aws:iam::000000000000:user/new/New",
      user.id,
    ]);
    expect(await refusalOf(iam.send(new GetUserCommand({ UserName: "Old" })))).to.deep.equal(noSuchUser("Old"));
    await createUser(emulator, "Taken");
    expect(
      (await refusalOf(iam.send(new UpdateUserCommand({ UserName: "New", NewUserName: "taken" })))).message,
    ).to.equal("User with name taken already exists.");
  });

  it("are listed by name below a path, page by page", async () => {
    for (const UserName of ["c", "a", "d", "b"]) await iam.send(new CreateUserCommand({ UserName, Path: "/page/" }));
    const list = async (Marker?: string) =>
      iam.send(new ListUsersCommand({ PathPrefix: "/page/", MaxItems: 3, Marker }));
    const first = await list();
    expect(first.Users?.map(({ UserName }) => UserName)).to.deep.equal(["a", "b", "c"]);
    expect(first.IsTruncated).to.equal(true);
    // A marker survives the deletion of what has been read.
    await iam.send(new DeleteUserCommand({ UserName: "c" }));
    const second = await list(first.Marker);
    expect(second.Users?.map(({ UserName }) => UserName)).to.deep.equal(["d"]);
    expect([second.IsTruncated, second.Marker]).to.deep.equal([false, undefined]);
    expect(await refusalOf(list("nonsense"))).to.deep.equal({
      code: "ValidationError",
      message: "Invalid Marker.",
      status: 400,
    });
  });

  describe("cannot be deleted while they have", () => {
    const UserName = "Attached";
    const PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    let key: string | undefined;
    before(() => iam.send(new CreateUserCommand({ UserName })));
    const obstacles: { name: string; add: () => Promise<unknown>; remove: () => Promise<unknown>; sentence: string }[] =
      [
        {
          name: "an attached policy",
          add: () => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn })),
          remove: () => iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn })),
          sentence: "must detach all policies first",
        },
        {
          name: "an inline policy",
          add: () =>
            iam.send(new PutUserPolicyCommand({ UserName, PolicyName: "p", PolicyDocument: allow("s3:Get*") })),
          remove: () => iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName: "p" })),
          sentence: "must delete policies first",
        },
        {
          name: "an access key",
          add: async () => {
            key = (await iam.send(new CreateAccessKeyCommand({ UserName }))).AccessKey?.AccessKeyId;
          },
          remove: () => iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: key })),
          sentence: "must delete access keys first",
        },
        {
          name: "a login profile",
          add: () => iam.send(new CreateLoginProfileCommand({ UserName, Password: "Correct-Horse-1" })),
          remove: () => iam.send(new DeleteLoginProfileCommand({ UserName })),
          sentence: "must delete login profile first",
        },
      ];
    for (const { name, add, remove, sentence } of obstacles) {
      it(name, async () => {
        await add();
        expect(await refusalOf(iam.send(new DeleteUserCommand({ UserName })))).to.deep.equal({
          code: "DeleteConflictException",
          message: `Cannot delete entity, ${sentence}.`,
          status: 409,
        });
        await remove();
      });
    }
    it("and can be deleted afterwards", async () => {
      await iam.send(new DeleteUserCommand({ UserName }));
      expect(await refusalOf(iam.send(new DeleteUserCommand({ UserName })))).to.deep.equal(noSuchUser(UserName));
    });
  });

  it("made again under the same name are other users", async () => {
    const first = await createUser(emulator, "Phoenix");
    await iam.send(new DeleteAccessKeyCommand({ UserName: "Phoenix", AccessKeyId: first.credentials.accessKeyId }));
    await iam.send(new DeleteUserCommand({ UserName: "Phoenix" }));
    const second = await createUser(emulator, "Phoenix");
    expect(second.id).not.to.equal(first.id);
    expect((await refusalOf(first.clients.sts.send(new GetCallerIdentityCommand({})))).code).to.equal(
      "InvalidClientTokenId",
    );
  });
});
