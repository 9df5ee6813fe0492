import { CreateKeyCommand, DescribeKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { Administrators } from "../../runner/administrators.ts";
import { takeInventory } from "../../runner/inventory/takeInventory.ts";
import type { TargetSession } from "../../runner/target.ts";
import { localTarget } from "../../targets/localTarget.ts";

describe("The administrators of a run", () => {
  let target: TargetSession;
  let administrators: Administrators;

  before(async () => {
    target = await localTarget().open(["second account"]);
    administrators = new Administrators(target, ["eu-west-1"]);
  });

  after(async () => {
    administrators.close();
    await target.close();
  });

  it("see what is in every region and account of the scenario", async () => {
    const before = await takeInventory(administrators.all());
    for (const session of administrators.all()) await session.kms.send(new CreateKeyCommand({}));
    const made = [...(await takeInventory(administrators.all()))].filter((item) => !before.has(item));
    expect(made.map((arn) => arn.split(":").slice(3, 5).join(" "))).to.have.members([
      "us-east-1 000000000000",
      "eu-west-1 000000000000",
      "us-east-1 111122223333",
    ]);
    for (const arn of made) {
      const { KeyMetadata } = await administrators.of(arn).kms.send(new DescribeKeyCommand({ KeyId: arn }));
      expect(KeyMetadata?.Arn).to.equal(arn);
    }
  });

  it("are those at home for what has no region", () => {
    expect(administrators.of("arn:aws:iam::000000000000:user/ada")).to.equal(administrators.home);
    expect(administrators.of("")).to.equal(administrators.home);
  });
});
