import { UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import {
  CreateAliasCommand,
  CreateGrantCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  PutKeyPolicyCommand,
  RevokeGrantCommand,
  UpdateAliasCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import type { LagSettings } from "../../../emulator/visibility/lagSettings.ts";
import { clientsFor, createUser, startTestEmulator, type Clients, type Emulator } from "../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount } from "../services/kms/keys.ts";
import { assume, createRole } from "../services/sts/assuming.ts";

const second = 1_000;
const exactly = (seconds: number) => ({ from: seconds * second, to: seconds * second });
/** Each kind takes its own time, so that none is mistaken for another. */
const lag: LagSettings = {
  seed: 7,
  delays: { iam: exactly(10), keyPolicy: exactly(20), grant: exactly(30), alias: exactly(40) },
};

describe("an embedded AWS that takes its time with what is changed or taken away", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator({ lag, clockStandsAt: new Date("2026-01-01T00:00:00Z") });
    root = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const outcomeOf = (call: Promise<unknown>) =>
    call.then(
      () => "allowed",
      (error: unknown) => (error instanceof Error ? error.name : "?"),
    );

  /** What comes of a call at once, a second before the time has come, and then. */
  async function over(seconds: number, call: () => Promise<string | undefined>): Promise<(string | undefined)[]> {
    const seen = [await call()];
    emulator.instance.clock.advance((seconds - 1) * second);
    seen.push(await call());
    emulator.instance.clock.advance(second);
    seen.push(await call());
    return seen;
  }
  const settle = () => emulator.instance.clock.advance(100 * second);

  it("goes by the old key policy until the new one is visible, both when it allows and when it does not", async () => {
    const alice = await createUser(emulator, "alice");
    const key = await makeKey(root);
    settle();
    const put = (...statements: object[]) =>
      root.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy: keyPolicy(toAccount(), ...statements) }));
    const describe = () => outcomeOf(alice.clients.kms.send(new DescribeKeyCommand({ KeyId: key.id })));
    await put({ Principal: { AWS: alice.arn }, Action: "kms:DescribeKey" });
    expect(await over(20, describe)).to.deep.equal(["AccessDeniedException", "AccessDeniedException", "allowed"]);
    await put();
    expect(await over(20, describe)).to.deep.equal(["allowed", "allowed", "AccessDeniedException"]);
  });

  it("goes by the policy that a key was made with at once", async () => {
    const alice = await createUser(emulator, "alice");
    settle();
    const Policy = keyPolicy(toAccount(), { Principal: { AWS: alice.arn }, Action: "kms:DescribeKey" });
    const key = await makeKey(root, { Policy });
    expect(await outcomeOf(alice.clients.kms.send(new DescribeKeyCommand({ KeyId: key.id })))).to.equal("allowed");
  });

  it("lets a grant work on until its revocation is visible, and lists it no more from the start", async () => {
    const alice = await createUser(emulator, "alice");
    const key = await makeKey(root);
    settle();
    const grant = { KeyId: key.id, GranteePrincipal: alice.arn, Operations: ["DescribeKey" as const] };
    const { GrantId } = await root.kms.send(new CreateGrantCommand(grant));
    settle();
    await root.kms.send(new RevokeGrantCommand({ KeyId: key.id, GrantId }));
    expect((await root.kms.send(new ListGrantsCommand({ KeyId: key.id }))).Grants).to.deep.equal([]);
    const describe = () => outcomeOf(alice.clients.kms.send(new DescribeKeyCommand({ KeyId: key.id })));
    expect(await over(30, describe)).to.deep.equal(["allowed", "allowed", "AccessDeniedException"]);
  });

  it("lets an alias lead where it led until the change is visible, and lists where it leads from the start", async () => {
    const [one, other] = [await makeKey(root), await makeKey(root)];
    const AliasName = "alias/a";
    await root.kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: one.id }));
    settle();
    const find = async () => (await root.kms.send(new DescribeKeyCommand({ KeyId: AliasName }))).KeyMetadata?.KeyId;
    await root.kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: other.id }));
    const { Aliases = [] } = await root.kms.send(new ListAliasesCommand({ KeyId: other.id }));
    expect(Aliases.map((alias) => alias.AliasName)).to.deep.equal([AliasName]);
    expect(await over(40, find)).to.deep.equal([one.id, one.id, other.id]);
    await root.kms.send(new DeleteAliasCommand({ AliasName }));
    const outcome = () => outcomeOf(find());
    expect(await over(40, outcome)).to.deep.equal(["allowed", "allowed", "NotFoundException"]);
  });

  it("goes by the old aliases of a key in conditions, too", async () => {
    const key = await makeKey(root);
    const Condition = { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/a" } };
    const alice = await createUser(emulator, "alice", [
      { Effect: "Allow", Action: "kms:DescribeKey", Resource: "*", Condition },
    ]);
    settle();
    await root.kms.send(new CreateAliasCommand({ AliasName: "alias/a", TargetKeyId: key.id }));
    const describe = () => outcomeOf(alice.clients.kms.send(new DescribeKeyCommand({ KeyId: key.id })));
    expect(await over(40, describe)).to.deep.equal(["AccessDeniedException", "AccessDeniedException", "allowed"]);
  });

  it("goes by the old trust policy of a role until the new one is visible, when it comes and when it goes", async () => {
    const alice = await createUser(emulator, "alice");
    const bob = await createUser(emulator, "bob");
    settle();
    const trusting = (arn: string) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Principal: { AWS: arn }, Action: "sts:AssumeRole" },
      });
    const role = await createRole(emulator, "reader", trusting(alice.arn));
    const enter = async () =>
      [await outcomeOf(assume(alice.clients, role.arn)), await outcomeOf(assume(bob.clients, role.arn))].join(" ");
    expect(await over(10, enter)).to.deep.equal([
      "AccessDenied AccessDenied",
      "AccessDenied AccessDenied",
      "allowed AccessDenied",
    ]);
    await root.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: "reader", PolicyDocument: trusting(bob.arn) }));
    expect(await over(10, enter)).to.deep.equal([
      "allowed AccessDenied",
      "allowed AccessDenied",
      "AccessDenied allowed",
    ]);
  });
});

describe("the time that changes take", () => {
  const range = { from: 1 * second, to: 300 * second };

  /** After how many seconds each of three new aliases is found. */
  async function delaysOf(seed: number): Promise<number[]> {
    const settings = { seed, delays: { alias: range } };
    const emulator = await startTestEmulator({ lag: settings, clockStandsAt: new Date("2026-01-01T00:00:00Z") });
    try {
      const { kms } = clientsFor(emulator);
      const key = await makeKey(clientsFor(emulator));
      const delays: number[] = [];
      for (const name of ["a", "b", "c"]) {
        const AliasName = `alias/${name}`;
        await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: key.id }));
        const arn = `arn:aws:kms:us-east-1:000000000000:${AliasName}`;
        let seconds = 0;
        for (; seconds <= 300; seconds += 1) {
          if (emulator.instance.visibility.see("aliasTarget", arn, undefined) !== undefined) break;
          emulator.instance.clock.advance(second);
        }
        delays.push(seconds);
      }
      return delays;
    } finally {
      await emulator.stop();
    }
  }

  it("is the same for the same seed, another for another, and lies in the range", async () => {
    const first = await delaysOf(1);
    expect(await delaysOf(1)).to.deep.equal(first);
    expect(await delaysOf(2)).not.to.deep.equal(first);
    for (const seconds of first) expect(seconds).to.be.within(1, 300);
    expect(new Set(first).size).to.be.above(1);
  });
});
