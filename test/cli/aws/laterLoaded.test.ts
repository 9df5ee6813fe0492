import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateVirtualMFADeviceCommand, IAMClient } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { Keylab } from "../keylab.ts";

describe("what the bundle of the embedded AWS loads only when it is needed", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-test-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("draws the picture of an MFA device", async () => {
    const server = new Keylab(["aws", "start", "--port", "0"], { folder });
    const [, endpoint] = await server.says(/The embedded AWS runs at (http:\S+),/);
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const iam = new IAMClient({ endpoint, region: "us-east-1", credentials });
    try {
      const created = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: "phone" }));
      expect(
        Buffer.from(created.VirtualMFADevice?.QRCodePNG ?? [])
          .subarray(1, 4)
          .toString(),
      ).to.equal("PNG");
    } finally {
      iam.destroy();
      server.process.kill("SIGTERM");
      await server.ended();
    }
  });
});
