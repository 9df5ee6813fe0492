import type { CreateVirtualMFADeviceCommandInput, CreateVirtualMFADeviceCommandOutput } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { base32 } from "../credentials/base32.ts";
import { iamAccess } from "../iamAccess.ts";
import { newTags, requestTags, shownTags } from "../tags.ts";

/** Makes a virtual MFA device, which is nobody's yet. Its seed is shown this once, and not as a picture (QRCodePNG). */
export const createVirtualMFADevice = operation<
  Input<CreateVirtualMFADeviceCommandInput>,
  Output<CreateVirtualMFADeviceCommandOutput>
>({
  service: "iam",
  name: "CreateVirtualMFADevice",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html",
  readOnly: false,
  access: (context, { VirtualMFADeviceName, Path = "/", Tags }) =>
    iamAccess(context, "CreateVirtualMFADevice", serialNumber(context, Path, VirtualMFADeviceName), {
      conditions: requestTags(Tags),
    }),
  run: (context, { VirtualMFADeviceName, Path = "/", Tags }) => {
    const { mfaDevices } = context.account.iam;
    const SerialNumber = serialNumber(context, Path, VirtualMFADeviceName);
    if (mfaDevices.has(SerialNumber)) throw alreadyExists("MFA device already exists.");
    const seed = context.instance.random.bytes(seedLength);
    const tags = newTags(Tags, "matters");
    mfaDevices.set(SerialNumber, { serialNumber: SerialNumber, seed, tags, usedCodes: new Set() });
    return {
      VirtualMFADevice: { SerialNumber, Base32StringSeed: Buffer.from(base32(seed)), Tags: shownTags(tags) },
    };
  },
});

/** 64 characters in base32. */
const seedLength = 40;

function serialNumber({ accountId }: CallContext, path: string, name: string): string {
  return `arn:aws:iam::${accountId}:mfa${path}${name}`;
}
