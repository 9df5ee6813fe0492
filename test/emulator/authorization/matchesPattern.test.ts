import { expect } from "chai";
import fc from "fast-check";
import { matchesPattern } from "../../../emulator/authorization/matchesPattern.ts";

const cases: { pattern: string; matching: string[]; other: string[] }[] = [
  { pattern: "", matching: [""], other: ["a", " "] },
  { pattern: "*", matching: ["", "a", "arn:aws:kms:us-east-1:111122223333:key/k", "\n"], other: [] },
  { pattern: "?", matching: ["a", "*", "\n"], other: ["", "ab"] },
  {
    pattern: "kms:Decrypt",
    matching: ["kms:Decrypt"],
    other: ["kms:decrypt", "kms:Decrypt ", "xkms:Decrypt", "kms:DecryptX"],
  },
  { pattern: "kms:*", matching: ["kms:", "kms:Decrypt"], other: ["kms", "akms:Decrypt"] },
  {
    pattern: "kms:Generate*Key",
    matching: ["kms:GenerateKey", "kms:GenerateDataKey", "kms:GenerateKeyKey"],
    other: ["kms:GenerateDataKeyPair"],
  },
  { pattern: "a?c", matching: ["abc", "a?c"], other: ["ac", "abbc"] },
  { pattern: "a**b", matching: ["ab", "axb"], other: ["a", "axbc"] },
  { pattern: "*a*b*", matching: ["ab", "xaxbx", "aab"], other: ["ba", "bxa"] },
  { pattern: "a.c[0-9]+(x|y)$^\\", matching: ["a.c[0-9]+(x|y)$^\\"], other: ["abc0x", "a.c0x"] },
  {
    pattern: "arn:aws:s3:::bucket/*",
    matching: ["arn:aws:s3:::bucket/", "arn:aws:s3:::bucket/a/b"],
    other: ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket2/a"],
  },
];

describe("a pattern with * and ?", () => {
  for (const { pattern, matching, other } of cases) {
    it(`'${pattern}' matches what it should and nothing else`, () => {
      for (const text of matching) expect(matchesPattern(pattern, text), text).to.equal(true);
      for (const text of other) expect(matchesPattern(pattern, text), text).to.equal(false);
    });
  }

  const patterns = fc.string({ unit: fc.constantFrom("a", "b", ".", "*", "?"), maxLength: 8 });
  const texts = fc.string({ unit: fc.constantFrom("a", "b", ".", "*"), maxLength: 12 });

  it("agrees with a regular expression that means the same", () => {
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        const parts = Array.from(pattern, (part) =>
          part === "*" ? "[^]*" : part === "?" ? "[^]" : `\\u${part.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
        expect(matchesPattern(pattern, text)).to.equal(new RegExp(`^${parts.join("")}$`).test(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("matches every text that it was made from", () => {
    const anyText = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(anyText, fc.array(fc.nat()), (text, places) => {
        const characters = text.split("");
        for (const place of places) characters[place % (characters.length || 1)] = "*";
        if (text !== "") expect(matchesPattern(characters.join(""), text)).to.equal(true);
        expect(matchesPattern(`${text}*`, text)).to.equal(true);
        expect(matchesPattern(`*${text}`, text)).to.equal(true);
      }),
    );
  });

  it("without * and ? matches itself alone", () => {
    const plain = fc.string().filter((text) => !/[*?]/.test(text));
    fc.assert(
      fc.property(plain, plain, (pattern, text) => {
        expect(matchesPattern(pattern, text)).to.equal(pattern === text);
      }),
    );
  });

  it("takes no longer than its length times the text's, whatever it asks for", () => {
    const start = performance.now();
    expect(matchesPattern("*a".repeat(500) + "b", "a".repeat(5_000))).to.equal(false);
    expect(performance.now() - start).to.be.below(500);
  });
});
