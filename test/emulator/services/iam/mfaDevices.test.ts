import type { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { base32 } from "../../../../emulator/services/iam/credentials/base32.ts";
import { totp } from "../../../../emulator/services/iam/credentials/totp.ts";
import { refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { shownCode } from "./authenticator.ts";
import { alreadyExists, deleteConflict, iamClient, limitExceeded, noSuchEntity } from "./iamClient.ts";

/** What a camera reads in a PNG picture. */
function readPicture(png: Uint8Array = new Uint8Array()): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(png));
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data;
}

describe("Codes of virtual MFA devices", () => {
  // Source: RFC 6238, Appendix B, the last six of eight digits.
  const cases: [number, string][] = [
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"],
  ];
  for (const [seconds, code] of cases) {
    it(`${code} is shown ${seconds} seconds after 1970`, () => {
      expect(totp(Buffer.from("12345678901234567890"), new Date(seconds * 1000))).to.equal(code);
    });
  }

  it("come from a seed in base32", () => {
    // Source: RFC 4648, 10, without padding.
    expect(["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => base32(Buffer.from(text)))).to.deep.equal([
      "",
      "MY",
      "MZXQ",
      "MZXW6",
      "MZXW6YQ",
      "MZXW6YTB",
      "MZXW6YTBOI",
    ]);
  });
});

describe("IAM virtual MFA devices", () => {
  let emulator: Emulator;
  let iam: IAM;
  const UserName = "Ada";
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
    await iam.createUser({ UserName });
  });
  afterEach(() => emulator.stop());

  const make = async (VirtualMFADeviceName: string) => {
    const { VirtualMFADevice } = await iam.createVirtualMFADevice({ VirtualMFADeviceName });
    const SerialNumber = VirtualMFADevice?.SerialNumber ?? "";
    return { SerialNumber, seed: Buffer.from(VirtualMFADevice?.Base32StringSeed ?? []).toString() };
  };
  /** The codes that a device shows now and `steps` codes earlier or later: the first, and the one after it. */
  const codes = (seed: string, steps = 0) => {
    return { AuthenticationCode1: shownCode(seed, steps - 1), AuthenticationCode2: shownCode(seed, steps) };
  };
  const wrong = {
    code: "InvalidAuthenticationCodeException",
    message: "Authentication code for device is not valid.",
    status: 403,
  };
  const notThere = (serial: string) => noSuchEntity(`MFA Device with serial number ${serial} does not exist.`);

  it("show their seed to an authenticator app as a picture, under the account's alias if it has one", async () => {
    const { VirtualMFADevice: first } = await iam.createVirtualMFADevice({ VirtualMFADeviceName: "phone" });
    await iam.createAccountAlias({ AccountAlias: "workshop" });
    const { VirtualMFADevice: second } = await iam.createVirtualMFADevice({ VirtualMFADeviceName: "tablet" });
    const secretOf = (device: typeof first) => Buffer.from(device?.Base32StringSeed ?? []).toString();
    expect(readPicture(first?.QRCodePNG)).to.equal(`otpauth://totp/phone@000000000000?secret=${secretOf(first)}`);
    expect(readPicture(second?.QRCodePNG)).to.equal(`otpauth://totp/tablet@workshop?secret=${secretOf(second)}`);
  });

  it("have a serial number of 256 characters at most, whose picture can still be read", async () => {
    const VirtualMFADeviceName = "=".repeat(256 - "arn:aws:iam::000000000000:mfa/".length);
    const { VirtualMFADevice: made } = await iam.createVirtualMFADevice({ VirtualMFADeviceName });
    expect(made?.SerialNumber).to.have.lengthOf(256);
    expect(readPicture(made?.QRCodePNG)).to.include(encodeURIComponent(VirtualMFADeviceName));
    const refusal = await refusalOf(iam.createVirtualMFADevice({ VirtualMFADeviceName: `${VirtualMFADeviceName}=` }));
    expect([refusal.code, refusal.status]).to.deep.equal(["ValidationError", 400]);
  });

  it("are made with a path and a seed, which is shown once", async () => {
    const { VirtualMFADevice } = await iam.createVirtualMFADevice({ Path: "/a//b/", VirtualMFADeviceName: "phone" });
    const SerialNumber = "arn:aws:iam::000000000000:mfa/a//b/phone";
    const { Base32StringSeed, QRCodePNG, ...rest } = VirtualMFADevice ?? {};
    expect(QRCodePNG?.length).to.be.greaterThan(100);
    expect(rest).to.deep.equal({ SerialNumber });
    expect(Buffer.from(Base32StringSeed ?? []).toString()).to.match(/^[A-Z2-7]{64}$/);
    expect((await iam.listVirtualMFADevices({})).VirtualMFADevices).to.deep.equal([{ SerialNumber }]);
    const seed = Buffer.from(Base32StringSeed ?? []);
    const recorded = JSON.stringify(emulator.instance.audit.eventsOf("000000000000"));
    for (const secret of [seed.toString(), seed.toString("base64")]) expect(recorded).not.to.contain(secret);
    expect(
      await refusalOf(iam.createVirtualMFADevice({ Path: "/a//b/", VirtualMFADeviceName: "phone" })),
    ).to.deep.equal(alreadyExists("MFA device already exists."));
  });

  it("become a user's who shows two codes that follow each other", async () => {
    const { SerialNumber, seed } = await make("phone");
    const good = codes(seed);
    const swapped = { AuthenticationCode1: good.AuthenticationCode2, AuthenticationCode2: good.AuthenticationCode1 };
    const enable = (shown: typeof good) => iam.enableMFADevice({ UserName, SerialNumber, ...shown });
    for (const bad of [swapped, codes(seed, -10), codes(seed, 10)]) {
      expect(await refusalOf(enable(bad))).to.deep.equal(wrong);
    }
    expect((await iam.listMFADevices({ UserName })).MFADevices).to.deep.equal([]);
    await enable(codes(seed));
    const [device] = (await iam.listMFADevices({ UserName })).MFADevices ?? [];
    expect(device).to.deep.equal({ UserName, SerialNumber, EnableDate: device?.EnableDate });
    const { $metadata, ...shown } = await iam.getMFADevice({ SerialNumber });
    expect($metadata.httpStatusCode).to.equal(200);
    expect(shown).to.deep.equal(device);
    expect(await refusalOf(enable(codes(seed)))).to.deep.equal(alreadyExists("MFA Device is already in use."));
  });

  it("are listed by whether they are somebody's", async () => {
    const phone = await make("phone");
    await make("tablet");
    await iam.enableMFADevice({ UserName, SerialNumber: phone.SerialNumber, ...codes(phone.seed) });
    const list = async (AssignmentStatus?: "Any" | "Assigned" | "Unassigned") => {
      const { VirtualMFADevices = [] } = await iam.listVirtualMFADevices({ AssignmentStatus });
      return VirtualMFADevices.map(({ SerialNumber = "", User }) => [SerialNumber.split("/")[1], User?.UserName]);
    };
    expect(await list()).to.deep.equal([
      ["phone", "Ada"],
      ["tablet", undefined],
    ]);
    expect(await list("Assigned")).to.deep.equal([["phone", "Ada"]]);
    expect(await list("Unassigned")).to.deep.equal([["tablet", undefined]]);
  });

  it("are resynchronised within half an hour, and not beyond", async () => {
    const { SerialNumber, seed } = await make("phone");
    await iam.enableMFADevice({ UserName, SerialNumber, ...codes(seed) });
    await iam.resyncMFADevice({ UserName, SerialNumber, ...codes(seed, 50) });
    expect(await refusalOf(iam.resyncMFADevice({ UserName, SerialNumber, ...codes(seed, 100) }))).to.deep.equal(wrong);
  });

  it("keep their user and themselves from being deleted until they are deactivated", async () => {
    const { SerialNumber, seed } = await make("phone");
    await iam.enableMFADevice({ UserName, SerialNumber, ...codes(seed) });
    expect(await refusalOf(iam.deleteUser({ UserName }))).to.deep.equal(
      deleteConflict("Cannot delete entity, must delete MFA device first."),
    );
    expect(await refusalOf(iam.deleteVirtualMFADevice({ SerialNumber }))).to.deep.equal(
      deleteConflict("MFA VirtualDevice in use. Must deactivate first."),
    );
    await iam.deactivateMFADevice({ UserName, SerialNumber });
    expect(await refusalOf(iam.deactivateMFADevice({ UserName, SerialNumber }))).to.deep.equal(notThere(SerialNumber));
    await iam.deleteUser({ UserName });
    await iam.deleteVirtualMFADevice({ SerialNumber });
    expect(await refusalOf(iam.deleteVirtualMFADevice({ SerialNumber }))).to.deep.equal(notThere(SerialNumber));
  });

  it("are eight of a user at most", async () => {
    for (let index = 0; index < 8; index++) {
      const { SerialNumber, seed } = await make(`phone-${index}`);
      await iam.enableMFADevice({ UserName, SerialNumber, ...codes(seed) });
    }
    const { SerialNumber, seed } = await make("ninth");
    expect(await refusalOf(iam.enableMFADevice({ UserName, SerialNumber, ...codes(seed) }))).to.deep.equal(
      limitExceeded("Cannot exceed quota for MFADevicesPerUser: 8"),
    );
  });
});
