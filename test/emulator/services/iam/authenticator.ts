import { CreateVirtualMFADeviceCommand, EnableMFADeviceCommand } from "@aws-sdk/client-iam";
import { totp } from "../../../../emulator/services/iam/credentials/totp.ts";
import type { Clients } from "../../../support/emulator.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Reads base32, as an authenticator app does. */
function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** The code that an authenticator app with this seed, in base32, shows so many codes later than now. */
export function shownCode(seed: string, steps = 0): string {
  return totp(fromBase32(seed), new Date(Date.now() + steps * 30_000));
}

/** A virtual MFA device of a user. */
export interface Authenticator {
  readonly serialNumber: string;
  /** What a request states to prove the device, with the code of so many codes later than now. */
  readonly proof: (steps?: number) => { readonly SerialNumber: string; readonly TokenCode: string };
}

/** Makes a virtual MFA device, and makes it a user's. */
export async function enableAuthenticator({ iam }: Clients, UserName: string, name = UserName): Promise<Authenticator> {
  const { VirtualMFADevice } = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: name }));
  const SerialNumber = VirtualMFADevice?.SerialNumber ?? "";
  const seed = Buffer.from(VirtualMFADevice?.Base32StringSeed ?? []).toString();
  const codes = { AuthenticationCode1: shownCode(seed, -1), AuthenticationCode2: shownCode(seed) };
  await iam.send(new EnableMFADeviceCommand({ UserName, SerialNumber, ...codes }));
  return { serialNumber: SerialNumber, proof: (steps) => ({ SerialNumber, TokenCode: shownCode(seed, steps) }) };
}
