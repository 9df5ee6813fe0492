import { CreateKeyCommand, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { takeInventory } from "../../runner/inventory/takeInventory.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";
import { clientsFor, createUser, startTestEmulator, type Emulator } from "../support/emulator.ts";

describe("The inventory of an account", () => {
  let emulator: Emulator;
  before(async () => (emulator = await startTestEmulator()));
  after(() => emulator.stop());

  it("has keys that are in use or hidden by their policy, and none that are on their way out", async () => {
    const { kms } = clientsFor(emulator);
    const everything = { Effect: "Allow", Action: "*", Resource: "*" } as const;
    const { credentials } = await createUser(emulator, "administrator", [everything]);
    const { arn: otherArn } = await createUser(emulator, "other", []);
    const usable = await kms.send(new CreateKeyCommand({}));
    const leaving = await kms.send(new CreateKeyCommand({}));
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: leaving.KeyMetadata?.KeyId, PendingWindowInDays: 7 }));
    const othersAlone = {
      Statement: { Effect: "Allow", Principal: { AWS: otherArn }, Action: "kms:*", Resource: "*" },
    };
    const hidden = await kms.send(
      new CreateKeyCommand({ Policy: JSON.stringify(othersAlone), BypassPolicyLockoutSafetyCheck: true }),
    );
    const configuration = { endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 };
    const session = new Session(configuration, new Notes());
    const keys = [...(await takeInventory([session]))].filter((item) => item.includes(":key/"));
    session.close();
    expect(keys).to.have.members([usable.KeyMetadata?.Arn, hidden.KeyMetadata?.Arn]);
  });
});
