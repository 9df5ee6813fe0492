import { expect } from "chai";

import {
  defaultKeyUsage,
  keySpec,
  keyUsageOf,
  keyUse,
  rotationOf,
  serviceKeySpec,
} from "../../../infra/rules/keyKind.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the kind of a key", () => {
  describe("key spec", () => {
    ruleTable(keySpec, {
      accepts: ["SYMMETRIC_DEFAULT", "RSA_2048", "ECC_NIST_P256", "HMAC_256", "ML_DSA_44"],
      refuses: ["", "AES_256", "symmetric_default", "toString"],
    });
  });

  describe("usage of a symmetric key", () => {
    ruleTable(keyUsageOf("SYMMETRIC_DEFAULT"), {
      accepts: ["ENCRYPT_DECRYPT"],
      refuses: ["SIGN_VERIFY", "GENERATE_VERIFY_MAC"],
    });
  });

  describe("usage of an RSA key", () => {
    ruleTable(keyUsageOf("RSA_2048"), {
      accepts: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"],
      refuses: ["GENERATE_VERIFY_MAC"],
    });
  });

  describe("rotation of a symmetric key", () => {
    ruleTable(rotationOf("SYMMETRIC_DEFAULT"), { accepts: [true, false], refuses: [] });
  });

  describe("rotation of an asymmetric key", () => {
    ruleTable(rotationOf("RSA_2048"), { accepts: [false], refuses: [true] });
  });

  describe("rotation of an HMAC key", () => {
    ruleTable(rotationOf("HMAC_256"), { accepts: [false], refuses: [true] });
  });

  describe("key of a service", () => {
    ruleTable(serviceKeySpec, { accepts: ["SYMMETRIC_DEFAULT"], refuses: ["RSA_2048", "HMAC_256"] });
  });

  for (const { spec, usage, use } of [
    { spec: "SYMMETRIC_DEFAULT", usage: "ENCRYPT_DECRYPT", use: "symmetric encryption" },
    { spec: "RSA_2048", usage: "ENCRYPT_DECRYPT", use: "asymmetric encryption" },
    { spec: "ECC_NIST_P256", usage: "SIGN_VERIFY", use: "signing" },
    { spec: "HMAC_256", usage: "GENERATE_VERIFY_MAC", use: "message authentication" },
  ] as const) {
    it(`takes ${spec} for ${use} by default`, () => {
      expect(defaultKeyUsage(spec)).to.equal(usage);
      expect(keyUse(spec, usage)).to.equal(use);
    });
  }

  it("takes an RSA key with usage SIGN_VERIFY for signing", () => {
    expect(keyUse("RSA_2048", "SIGN_VERIFY")).to.equal("signing");
  });
});
