import { AssumeRoleCommand, GetSessionTokenCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import { totp } from "../../../../emulator/services/iam/credentials/totp.ts";
import { createUser, refusalOf, startTestEmulator, type Emulator, type TestUser } from "../../../support/emulator.ts";
import { fromBase32 } from "../iam/fromBase32.ts";
import { iamClient } from "../iam/iamClient.ts";
import { clientsOf } from "./clientsOf.ts";

const notProved = {
  code: "AccessDenied",
  message:
    "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
  status: 403,
};

describe("MFA devices in STS", () => {
  const multiFactor = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
  let emulator: Emulator;
  let owner: TestUser;
  let other: TestUser;
  let SerialNumber: string;
  let shown: (after?: number) => string;
  const roleArn = "arn:aws:iam::000000000000:role/Guarded";

  before(async () => {
    emulator = await startTestEmulator();
    const iam = iamClient(emulator);
    const guarded = { Effect: "Allow", Action: "iam:ListUsers", Resource: "*", Condition: multiFactor } as const;
    const assume = { Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" } as const;
    owner = await createUser(emulator, "Owner", [guarded, assume]);
    other = await createUser(emulator, "Other", [assume]);
    const { VirtualMFADevice } = await iam.createVirtualMFADevice({ VirtualMFADeviceName: "phone" });
    SerialNumber = VirtualMFADevice?.SerialNumber ?? "";
    const seed = fromBase32(Buffer.from(VirtualMFADevice?.Base32StringSeed ?? []).toString());
    shown = (after = 0) => totp(seed, new Date(Date.now() + after * 30_000));
    const codes = { AuthenticationCode1: shown(-1), AuthenticationCode2: shown() };
    await iam.enableMFADevice({ UserName: "Owner", SerialNumber, ...codes });
    const trusted = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::000000000000:root" }, Action: "sts:AssumeRole" };
    const Statement = [{ ...trusted, Condition: multiFactor }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    await iam.createRole({ RoleName: "Guarded", AssumeRolePolicyDocument });
  });
  after(() => emulator.stop());

  it("open to a session of their user what needs MFA", async () => {
    const input = { SerialNumber, TokenCode: shown() };
    const proved = clientsOf(emulator, await owner.clients.sts.send(new GetSessionTokenCommand(input)));
    expect((await iamClient(emulator, await proved.iam.config.credentials()).listUsers({})).Users).to.have.length(2);
    const plain = await owner.clients.sts.send(new GetSessionTokenCommand({}));
    const without = clientsOf(emulator, plain);
    const refused = iamClient(emulator, await without.iam.config.credentials()).listUsers({});
    expect((await refusalOf(refused)).code).to.equal("InvalidClientTokenId");
  });

  it("open a role whose trust policy needs MFA", async () => {
    const input = { RoleArn: roleArn, RoleSessionName: "guarded" };
    const proved = new AssumeRoleCommand({ ...input, SerialNumber, TokenCode: shown() });
    const { AssumedRoleUser } = await owner.clients.sts.send(proved);
    expect(AssumedRoleUser?.Arn).to.equal("arn:aws:sts::000000000000:assumed-role/Guarded/guarded");
    expect(await refusalOf(owner.clients.sts.send(new AssumeRoleCommand(input)))).to.deep.equal({
      code: "AccessDenied",
      message: `User: ${owner.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
      status: 403,
    });
  });

  it("prove nothing with a code of another time, or for another user", async () => {
    const late = { SerialNumber, TokenCode: shown(20) };
    expect(await refusalOf(owner.clients.sts.send(new GetSessionTokenCommand(late)))).to.deep.equal(notProved);
    const foreign = { SerialNumber, TokenCode: shown() };
    expect(await refusalOf(other.clients.sts.send(new GetSessionTokenCommand(foreign)))).to.deep.equal(notProved);
  });
});
