import { expect } from "chai";
import { isAtLeast, majorOf } from "../../toolchain/versions.ts";

describe("versions", () => {
  const cases = [
    { version: "3.246.0", minimum: "3.246.0", enough: true },
    { version: "v3.247.0", minimum: "3.246.0", enough: true },
    { version: "3.1000.0", minimum: "3.246.0", enough: true },
    { version: "3.246.0", minimum: "3.246.0-alpha", enough: true },
    { version: "3.246.0-alpha", minimum: "3.246.0", enough: false },
    { version: "3.245.99", minimum: "3.246.0", enough: false },
    { version: "2.999.0", minimum: "3.246.0", enough: false },
    { version: "go1.26", minimum: "1.25.8", enough: true },
    { version: "go1.25.10", minimum: "1.25.8", enough: true },
    { version: "go1.25rc1", minimum: "1.25.0", enough: false },
    { version: "20.18.3", minimum: "20.19.0", enough: false },
  ];
  for (const { version, minimum, enough } of cases) {
    it(`${version} is ${enough ? "" : "not "}at least ${minimum}`, () => {
      expect(isAtLeast(version, minimum)).to.equal(enough);
    });
  }

  it("knows the major number", () => {
    expect(majorOf("v3.246.0")).to.equal(3);
  });

  it("does not take for a version what is none", () => {
    expect(() => majorOf("unknown")).to.throw('"unknown" holds no version number');
  });
});
