import { CreateKeyCommand, UpdateKeyDescriptionCommand } from "@aws-sdk/client-kms";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import type { Ability, TargetSession } from "../../runner/target.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";
import { localTarget } from "../../targets/localTarget.ts";

/** Opens the target with some abilities, and closes it after something was done with it. */
async function onTarget<Result>(
  needs: readonly Ability[],
  act: (target: TargetSession, administrator: Session) => Promise<Result>,
): Promise<Result> {
  const target = await localTarget().open(needs);
  const administrator = new Session(target.clientConfiguration(target.administrator), new Notes());
  try {
    return await act(target, administrator);
  } finally {
    administrator.close();
    await target.close();
  }
}

/** Twenty changes of a key at once, where AWS takes five a second: what came of them. */
async function burst(_target: TargetSession, { kms }: Session): Promise<Set<string>> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const command = new UpdateKeyDescriptionCommand({ KeyId: KeyMetadata?.KeyId, Description: "Often." });
  const sent = await Promise.allSettled(Array.from({ length: 20 }, async () => kms.send(command)));
  return new Set(sent.map((one) => (one.status === "fulfilled" ? "done" : nameOf(one.reason))));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "no error";
}

describe("The local target", () => {
  it("has request quotas for whom needs them, and none else", async () => {
    expect(await onTarget([], burst)).to.deep.equal(new Set(["done"]));
    expect(await onTarget(["request quotas"], burst)).to.deep.equal(new Set(["done", "ThrottlingException"]));
  });

  it("has a second account for whom needs it, with an administrator of its own", async () => {
    expect(await onTarget([], async ({ secondAccount }) => secondAccount)).to.equal(undefined);
    await onTarget(["second account"], async (target, administrator) => {
      const { secondAccount } = target;
      if (!secondAccount) throw new Error("There is no second account.");
      const there = new Session(target.clientConfiguration(secondAccount.administrator), new Notes());
      const accounts = await Promise.all(
        [administrator, there].map(async ({ sts }) => (await sts.send(new GetCallerIdentityCommand({}))).Account),
      );
      there.close();
      expect(accounts).to.deep.equal(["000000000000", secondAccount.accountId]);
    });
  });
});
