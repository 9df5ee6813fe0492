import type { CreateVirtualMFADeviceCommandInput, CreateVirtualMFADeviceCommandOutput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { base32 } from "../credentials/base32.ts";
import { iamAccess } from "../iamAccess.ts";
import { newTags, shownTags } from "../tags.ts";

/** Makes a virtual MFA device, which is nobody's yet. Its seed is shown this once, as text and as a picture. */
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
  run: async (context, { VirtualMFADeviceName, Path = "/", Tags }) => {
    const { mfaDevices } = context.account.iam;
    const SerialNumber = serialNumber(context, Path, VirtualMFADeviceName);
    if (mfaDevices.has(SerialNumber)) throw alreadyExists("MFA device already exists.");
    checkLength(SerialNumber);
    const seed = context.instance.random.bytes(seedLength);
    const tags = newTags(Tags, "matters");
    mfaDevices.set(SerialNumber, { serialNumber: SerialNumber, seed, tags, usedCodes: new Set() });
    const secret = base32(seed);
    // Loaded only now, so that the embedded AWS starts sooner.
    const { default: qrCode } = await import("qrcode");
    const QRCodePNG = await qrCode.toBuffer(setupUri(context, VirtualMFADeviceName, secret));
    return {
      VirtualMFADevice: { SerialNumber, Base32StringSeed: Buffer.from(secret), QRCodePNG, Tags: shownTags(tags) },
    };
  },
});

/** No other operation would take a longer one: `serialNumberType` of the API model. In words not recorded anywhere. */
const longestSerialNumber = 256;

function checkLength(serialNumber: string): void {
  if (serialNumber.length <= longestSerialNumber) return;
  throw new AwsError(
    "ValidationError",
    `The serial number that path and name make has ${serialNumber.length} characters; ${longestSerialNumber} are the most.`,
  );
}

/** 64 characters in base32. */
const seedLength = 40;

/** What an authenticator app reads from the picture. Source: IAM API Reference, VirtualMFADevice, `QRCodePNG`. */
function setupUri({ account, accountId }: CallContext, deviceName: string, secret: string): string {
  return `otpauth://totp/${encodeURIComponent(deviceName)}@${account.iam.alias ?? accountId}?secret=${secret}`;
}

function serialNumber({ accountId }: CallContext, path: string, name: string): string {
  return `arn:aws:iam::${accountId}:mfa${path}${name}`;
}
