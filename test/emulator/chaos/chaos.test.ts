import { KMSClient, ListKeysCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { Chaos } from "../../../emulator/chaos/chaos.ts";
import { clientsFor, refusalOf, rootOf, startTestEmulator } from "../../support/emulator.ts";

const none = { seed: 1, throttle: 0, error: 0, drop: 0, slow: 0, slowness: { from: 1, to: 2 } };

describe("chaos", () => {
  it("draws the same fates from the same seed, and none before it has begun", () => {
    const draw = (seed: number) => {
      const chaos = new Chaos({ ...none, seed, throttle: 0.2, error: 0.2, drop: 0.2 });
      const before = chaos.fateOf("kms", "Decrypt");
      chaos.begin();
      return [before, ...Array.from({ length: 50 }, () => chaos.fateOf("kms", "Decrypt"))];
    };
    expect(draw(1)).to.deep.equal(draw(1));
    expect(draw(1)).not.to.deep.equal(draw(2));
    expect(draw(1)[0]).to.deep.equal({ delay: 0 });
  });

  it("answers with the service's own throttling error, and only the services that are meant", async () => {
    const emulator = await startTestEmulator({ chaos: { ...none, throttle: 1, only: ["kms:ListKeys"] } });
    try {
      const { kms } = clientsFor(emulator);
      expect(await refusalOf(kms.send(new ListKeysCommand({})))).to.deep.equal({
        code: "ThrottlingException",
        message: "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.",
        status: 400,
      });
      expect(emulator.chaos?.counts).to.deep.include({ requests: 1, throttled: 1 });
    } finally {
      await emulator.stop();
    }
  });

  it("lets clients through that try again", async () => {
    const emulator = await startTestEmulator({ chaos: { ...none, throttle: 0.1, error: 0.1, drop: 0.2 } });
    const credentials = rootOf();
    const kms = new KMSClient({ endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 10 });
    try {
      for (let call = 0; call < 10; call += 1) expect((await kms.send(new ListKeysCommand({}))).Keys).to.deep.equal([]);
      const { throttled = 0, failed = 0, droppedBefore = 0, droppedAfter = 0 } = emulator.chaos?.counts ?? {};
      expect(throttled + failed + droppedBefore + droppedAfter).to.be.above(0);
    } finally {
      await emulator.stop();
    }
  });
});
