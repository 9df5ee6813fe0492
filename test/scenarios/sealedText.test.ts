import { randomBytes } from "node:crypto";
import { expect } from "chai";
import { openText, readSealedText, sealText } from "../../scenarios/contract/sealedText.ts";

describe("a sealed text", () => {
  const dataKey = { Plaintext: randomBytes(32), CiphertextBlob: Buffer.from("as KMS gave it") };
  const sealed = sealText(dataKey, "10:00 Ada signed in");

  it("is opened with its data key, and keeps the encrypted one", () => {
    const parts = readSealedText(sealed);
    expect(openText(dataKey, parts)).to.equal("10:00 Ada signed in");
    expect(parts.encryptedDataKey.toString()).to.equal("as KMS gave it");
  });

  it("shows nothing of the text", () => {
    expect(readSealedText(sealed).text.toString("latin1")).not.to.contain("Ada");
  });

  it("is not opened with another data key, nor once it was changed", () => {
    const parts = readSealedText(sealed);
    expect(() => openText({ Plaintext: randomBytes(32) }, parts)).to.throw();
    expect(() => openText(dataKey, { ...parts, text: Buffer.from("something else") })).to.throw();
  });

  it("is no text of another kind", () => {
    expect(() => readSealedText('{"text":"x"}')).to.throw();
  });
});
