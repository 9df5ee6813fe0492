import {
  CreateUserCommand,
  ListAccountAliasesCommand,
  ListMFADevicesCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
  ListVirtualMFADevicesCommand,
} from "@aws-sdk/client-iam";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

describe("What no IAM user of the embedded AWS has", () => {
  let emulator: Emulator;
  let iam: ReturnType<typeof clientsFor>["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
    await iam.send(new CreateUserCommand({ UserName: "Ada" }));
  });
  after(() => emulator.stop());

  const lists: { name: string; ask: (UserName: string) => Promise<object>; member: string }[] = [
    { name: "MFA devices", ask: (UserName) => iam.send(new ListMFADevicesCommand({ UserName })), member: "MFADevices" },
    {
      name: "signing certificates",
      ask: (UserName) => iam.send(new ListSigningCertificatesCommand({ UserName })),
      member: "Certificates",
    },
    {
      name: "SSH public keys",
      ask: (UserName) => iam.send(new ListSSHPublicKeysCommand({ UserName })),
      member: "SSHPublicKeys",
    },
    {
      name: "service-specific credentials",
      ask: (UserName) => iam.send(new ListServiceSpecificCredentialsCommand({ UserName })),
      member: "ServiceSpecificCredentials",
    },
  ];
  for (const { name, ask, member } of lists) {
    it(`${name}: an empty list for a user who exists, an error for one who does not`, async () => {
      expect(await ask("Ada")).to.deep.include({ [member]: [], IsTruncated: false });
      expect(await refusalOf(ask("Nobody"))).to.deep.equal({
        code: "NoSuchEntityException",
        message: "The user with name Nobody cannot be found.",
        status: 404,
      });
    });
  }

  it("virtual MFA devices and account aliases: empty lists for the account", async () => {
    expect((await iam.send(new ListVirtualMFADevicesCommand({}))).VirtualMFADevices).to.deep.equal([]);
    expect((await iam.send(new ListAccountAliasesCommand({}))).AccountAliases).to.deep.equal([]);
  });
});
