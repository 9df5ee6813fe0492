import { DeleteUserPolicyCommand, ListUsersCommand, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { CreateAliasCommand, CreateGrantCommand, CreateKeyCommand, DescribeKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import type { LagSettings } from "../../../emulator/visibility/lagSettings.ts";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../support/emulator.ts";

const second = 1_000;
const exactly = (seconds: number) => ({ from: seconds * second, to: seconds * second });
const lag: LagSettings = {
  seed: 7,
  delays: { iam: exactly(100), keyPolicy: exactly(100), grant: exactly(100), alias: exactly(100) },
};

describe("an embedded AWS that takes its time", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startTestEmulator({ lag, clockStandsAt: new Date("2026-01-01T00:00:00Z") });
  });
  afterEach(() => emulator.stop());

  const outcomeOf = (call: Promise<unknown>) =>
    call.then(
      () => "allowed",
      (error: unknown) => (error instanceof Error ? error.name : "?"),
    );

  it("does not know a new access key until its time has come", async () => {
    const user = await createUser(emulator, "alice");
    const codes = [await refusalOf(user.clients.iam.send(new ListUsersCommand({})))].map(({ code }) => code);
    emulator.instance.clock.advance(100 * second);
    codes.push((await refusalOf(user.clients.iam.send(new ListUsersCommand({})))).code);
    expect(codes).to.deep.equal(["InvalidClientTokenId", "AccessDenied"]);
  });

  it("goes by the old policies of a user until the new ones are visible, when they come and when they go", async () => {
    const { iam } = clientsFor(emulator);
    const user = await createUser(emulator, "alice");
    emulator.instance.clock.advance(100 * second);
    const seen: string[] = [];
    const look = async () => seen.push(await outcomeOf(user.clients.iam.send(new ListUsersCommand({}))));
    const policy = { UserName: "alice", PolicyName: "list" };
    const PolicyDocument = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"*"}}';
    await iam.send(new PutUserPolicyCommand({ ...policy, PolicyDocument }));
    emulator.instance.clock.advance(99 * second);
    await look();
    emulator.instance.clock.advance(second);
    await look();
    await iam.send(new DeleteUserPolicyCommand(policy));
    await look();
    emulator.instance.clock.advance(100 * second);
    await look();
    expect(seen).to.deep.equal(["AccessDenied", "allowed", "allowed", "AccessDenied"]);
  });

  it("lets a grant work at once for whoever shows its token, and later for everybody", async () => {
    const { kms } = clientsFor(emulator);
    const user = await createUser(emulator, "alice");
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const KeyId = KeyMetadata?.KeyId;
    emulator.instance.clock.advance(100 * second);
    const { GrantToken = "" } = await kms.send(
      new CreateGrantCommand({ KeyId, GranteePrincipal: user.arn, Operations: ["DescribeKey"] }),
    );
    const describe = (GrantTokens?: string[]) =>
      outcomeOf(user.clients.kms.send(new DescribeKeyCommand({ KeyId: KeyMetadata?.Arn, GrantTokens })));
    const seen = [await describe(), await describe([GrantToken])];
    emulator.instance.clock.advance(100 * second);
    seen.push(await describe());
    expect(seen).to.deep.equal(["AccessDeniedException", "allowed", "allowed"]);
  });

  it("finds no key by a new alias until its time has come", async () => {
    const { kms } = clientsFor(emulator);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await kms.send(new CreateAliasCommand({ AliasName: "alias/a", TargetKeyId: KeyMetadata?.KeyId }));
    const find = () => outcomeOf(kms.send(new DescribeKeyCommand({ KeyId: "alias/a" })));
    const seen = [await find()];
    emulator.instance.clock.advance(100 * second);
    seen.push(await find());
    expect(seen).to.deep.equal(["NotFoundException", "allowed"]);
  });
});
