import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readChaosFile } from "../../../cli/aws/chaosFile.ts";
import { chaosText } from "../../../cli/aws/chaosText.ts";

const chaos = `
seed: 7
throttle: 0.02
slow: { rate: 0.07, by: 200ms..2s }
services:
  kms:
    throttle: 0.1
    operations:
      Decrypt: { drop: 0.5 }
      Encrypt: { slow: { rate: 1, by: 1s } }
  sts: { throttle: 0, slow: { rate: 0 } }
`;

const slowness = { from: 200, to: 2_000 };
const all = { throttle: 0.02, error: 0, drop: 0, slow: 0.07, slowness };

const wrong: readonly { readonly name: string; readonly text: string; readonly says: string }[] = [
  {
    name: "a rate beyond 1",
    text: "seed: 1\nservices:\n  kms:\n    operations:\n      Decrypt:\n        drop: 1.5\n",
    says: "✖ Too big: expected number to be <=1 → at services.kms.operations.Decrypt.drop (line 6)",
  },
  {
    name: "a rate that is a text",
    text: "throttle: often",
    says: "✖ Invalid input: expected number, received string → at throttle (line 1)",
  },
  {
    name: "an unknown fault",
    text: "services:\n  kms: { loss: 0.1 }\n",
    says: '✖ Unrecognized key: "loss" → at services.kms (line 2)',
  },
  {
    name: "a time that is none",
    text: "error: 0\nslow:\n  rate: 1\n  by: fast\n",
    says: "✖ A time is written 2s, a range of times 200ms..2s. → at slow.by (line 4)",
  },
  {
    name: "what is slow without how often",
    text: "error: 0\nslow: { by: 1s }\n",
    says: "✖ Invalid input: expected number, received undefined → at slow.rate (line 2)",
  },
  {
    name: "rates that are more than 1 together, one of them of the service",
    text: "services:\n  kms:\n    drop: 0.6\n    operations:\n      Decrypt: { error: 0.6 }\n",
    says: "✖ The rates of throttle, error and drop are more than 1 together. → at services.kms.operations.Decrypt (line 5)",
  },
  {
    name: "rates of all that are more than 1 together",
    text: "drop: 0.6\nerror: 0.6\n",
    says: "✖ The rates of throttle, error and drop are more than 1 together. (line 1)",
  },
  {
    name: "a service and an operation that are none",
    text: "services:\n  kmss: {}\n  kms:\n    operations:\n      decrypt: {}\n",
    says: "✖ The embedded AWS does not have kmss. → at services.kmss (line 2) ✖ The embedded AWS does not have kms:decrypt. → at services.kms.operations.decrypt (line 5)",
  },
  { name: "a list", text: "- 1", says: "✖ Invalid input: expected object, received array (line 1)" },
  {
    name: "an empty file",
    text: "",
    says: "✖ Invalid input: expected object, received null (line 1)",
  },
];

describe("a file of --chaos", () => {
  let folder = "";
  let path = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-chaos-"));
    path = join(folder, "chaos.yaml");
  });
  after(() => rm(folder, { recursive: true }));

  it("has rates for all, for services, and for operations; what is not said is as it is a level above", async () => {
    await writeFile(path, chaos);
    const settings = await readChaosFile(path);
    expect(settings).to.deep.equal({
      seed: 7,
      rates: all,
      named: {
        kms: { ...all, throttle: 0.1 },
        "kms:Decrypt": { ...all, throttle: 0.1, drop: 0.5 },
        "kms:Encrypt": { ...all, throttle: 0.1, slow: 1, slowness: { from: 1_000, to: 1_000 } },
        sts: { ...all, throttle: 0, slow: 0 },
      },
    });
    expect(chaosText(settings)).to.equal(
      "throttle 2 %, slow 7 % by 200ms to 2s; kms: throttle 10 %, slow 7 % by 200ms to 2s; kms:Decrypt: throttle 10 %, drop 50 %, slow 7 % by 200ms to 2s; kms:Encrypt: throttle 10 %, slow 100 % by 1s; sts: none (seed 7)",
    );
  });

  it("may say nothing", async () => {
    await writeFile(path, "{}");
    const rates = { throttle: 0, error: 0, drop: 0, slow: 0, slowness };
    expect(await readChaosFile(path)).to.deep.equal({ seed: 1, rates, named: {} });
  });

  for (const { name, text, says } of wrong) {
    it(`is refused with the line for ${name}`, async () => {
      await writeFile(path, text);
      const error: unknown = await readChaosFile(path).catch((reason: unknown) => reason);
      expect(error).to.have.property("name", "UserError");
      expect(error).to.have.property("message", `${path}: ${says}`);
    });
  }
});
