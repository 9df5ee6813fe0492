import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import program from "../../infra/index.ts";
import { deploy, refusalOf } from "./support.ts";

const embedded = { PULUMI_DEBUG_PROVIDERS: "aws:4567", AWS_ENDPOINT_URL: "http://127.0.0.1:4566" };

describe("the program of pulumi up", () => {
  const variables = { ...process.env };
  const setVariables = (set: Record<string, string>) => {
    for (const name of Object.keys(process.env)) {
      if (name === "PULUMI_DEBUG_PROVIDERS" || name.startsWith("AWS_ENDPOINT_URL"))
        Reflect.deleteProperty(process.env, name);
    }
    Object.assign(process.env, set);
  };

  beforeEach(() => {
    setVariables({});
    pulumi.runtime.setAllConfig({ "keylab:target": "local", "keylab:key": '{"alias":"nextwork-kms-key"}' });
  });
  afterEach(() => {
    pulumi.runtime.setAllConfig({});
    setVariables({});
    Object.assign(process.env, variables);
  });

  it("deploys the configured environment on the embedded AWS", async () => {
    setVariables(embedded);
    const { result, components } = await deploy(() => program(() => undefined));
    expect(components).to.deep.equal(["keylab:infra:EncryptionKey workshop", "keylab:infra:Workshop workshop"]);
    expect(Object.keys(result)).to.deep.equal(["key"]);
  });

  it("creates nothing in a shell that does not talk to the embedded AWS", async () => {
    expect(await refusalOf(program)).to.match(/^keylab:target is "local", but this shell does not talk to/);
  });

  it("creates nothing with a wrong configuration", async () => {
    setVariables(embedded);
    pulumi.runtime.setAllConfig({ "keylab:target": "local" });
    expect(await refusalOf(program)).to.match(/^This stack has no workshop yet: /);
  });

  const secrets = '[{"secretName":"s","secretString":"hidden"}]';
  for (const { guardrails, told, ends } of [
    { guardrails: "off", told: 0, ends: /not refused$/ },
    { guardrails: "advisory", told: 1, ends: /not refused$/ },
    {
      guardrails: "mandatory",
      told: 0,
      ends: /^keylab:secrets\[0\]\.secretString stands in the clear in the configuration/,
    },
  ]) {
    it(`tells of a secret in the clear where guardrails are ${guardrails}`, async () => {
      setVariables(embedded);
      const key = '{"alias":"a","enableKeyRotation":true}';
      pulumi.runtime.setAllConfig({ "keylab:guardrails": guardrails, "keylab:key": key, "keylab:secrets": secrets });
      const warnings: string[] = [];
      const refused = await refusalOf(() => program((sentence) => warnings.push(sentence)));
      expect(refused).to.match(ends);
      expect(warnings.filter((sentence) => sentence.includes("secretString"))).to.have.length(told);
    });
  }

  it("warns of what an update takes away for good", async () => {
    setVariables(embedded);
    const warnings: string[] = [];
    await deploy(() => program((sentence) => warnings.push(sentence)));
    expect(warnings[0]).to.match(/^The table orders is deleted with all that is in it: /);
  });
});
