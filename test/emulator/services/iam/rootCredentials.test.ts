import {
  CreateAccessKeyCommand,
  GetUserCommand,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
  type IAMClient,
} from "@aws-sdk/client-iam";
import { expect } from "chai";
import type { Emulator } from "../../../../emulator/startEmulator.ts";
import { clientsFor, createUser, refusalOf, startTestEmulator } from "../../../support/emulator.ts";

/** Source: IAM API Reference: without `UserName`, these operations are about the user of the access key, the root user too. */
const lists: readonly [name: string, list: (iam: IAMClient) => Promise<object>, member: string][] = [
  ["access keys", (iam) => iam.send(new ListAccessKeysCommand({})), "AccessKeyMetadata"],
  ["MFA devices", (iam) => iam.send(new ListMFADevicesCommand({})), "MFADevices"],
  ["signing certificates", (iam) => iam.send(new ListSigningCertificatesCommand({})), "Certificates"],
  ["SSH public keys", (iam) => iam.send(new ListSSHPublicKeysCommand({})), "SSHPublicKeys"],
  [
    "service-specific credentials",
    (iam) => iam.send(new ListServiceSpecificCredentialsCommand({})),
    "ServiceSpecificCredentials",
  ],
];

describe("The root user's own", () => {
  let emulator: Emulator;
  before(async () => (emulator = await startTestEmulator()));
  after(() => emulator.stop());

  for (const [name, list, member] of lists) {
    it(`${name} are none`, async () => {
      expect(await list(clientsFor(emulator).iam)).to.deep.include({ [member]: [], IsTruncated: false });
    });

    it(`${name} are not told to a user, who is asked about its own`, async () => {
      const nobody = await createUser(emulator, `Nobody-${name.replaceAll(" ", "-")}`);
      const { code, message } = await refusalOf(list(nobody.clients.iam));
      expect(code).to.equal("AccessDenied");
      expect(message).to.contain(`on resource: user Nobody-${name.replaceAll(" ", "-")} because`);
    });
  }

  it("name is none, and its ARN is the account's", async () => {
    const { User } = await clientsFor(emulator).iam.send(new GetUserCommand({}));
    expect(User?.Arn).to.equal("arn:aws:iam::000000000000:root");
    expect(User?.UserName).to.equal(undefined);
  });

  it("access keys cannot be made", async () => {
    expect((await refusalOf(clientsFor(emulator).iam.send(new CreateAccessKeyCommand({})))).code).to.equal(
      "ValidationError",
    );
  });
});
