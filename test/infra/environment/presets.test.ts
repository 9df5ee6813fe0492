import { expect } from "chai";

import { commandsToTry } from "../../../infra/environment/commandsToTry.ts";
import { deployEnvironment } from "../../../infra/environment/deployEnvironment.ts";
import { presets } from "../../../infra/environment/presets/index.ts";
import { readEnvironment } from "../../../infra/environment/readEnvironment.ts";
import { brokenGuardrails } from "../../../infra/guardrails/brokenGuardrails.ts";
import { guardrails } from "../../../infra/guardrails/index.ts";
import { deploy } from "../support.ts";

/** What each preset deploys, and what can be tried with it. */
const expected: Readonly<Record<string, { resources: number; rotates: boolean; commands: readonly string[] }>> = {
  "encrypt-a-database": {
    resources: 8,
    rotates: false,
    commands: [
      "nextwork-kms-user is refused kms:Encrypt on the key nextwork-kms-key",
      "nextwork-kms-user is refused kms:Decrypt on the table nextwork-kms-table",
    ],
  },
  "team-task-hub": {
    resources: 14,
    rotates: false,
    commands: [
      "QuocBao encrypts with the key taskhub_kms",
      "QuocBao reads the table taskhub",
      "QuocBao reads the secret taskhub",
      "Colleague is refused kms:Encrypt on the key taskhub_kms",
      "Colleague is refused kms:Decrypt on the table taskhub",
      "Colleague is refused kms:Decrypt on the secret taskhub",
    ],
  },
  "first-key": {
    resources: 7,
    rotates: false,
    commands: [
      "key-keeper is refused kms:Encrypt on the key sanyogitaKey",
      "key-user encrypts with the key sanyogitaKey",
    ],
  },
  "kms-practicals": {
    resources: 17,
    rotates: true,
    commands: [
      "secret-reader is refused kms:Encrypt on the key my-app-key",
      "secret-reader is refused kms:Decrypt on the secret MySecret",
      "s3-user is refused kms:Encrypt on the key my-app-key",
    ],
  },
  "new-key-policy": {
    resources: 6,
    rotates: false,
    commands: ["CloudAcademy is refused kms:Encrypt on the key NewKey", "Stuart encrypts with the key NewKey"],
  },
  "audited-database": {
    resources: 15,
    rotates: false,
    commands: [
      "member encrypts with the key nextwork-kms-key",
      "member reads the table nextwork-kms-table",
      "outsider is refused kms:Encrypt on the key nextwork-kms-key",
      "outsider is refused kms:Decrypt on the table nextwork-kms-table",
      "auditor is refused kms:Encrypt on the key nextwork-kms-key",
      "key-users encrypts with the key nextwork-kms-key",
    ],
  },
};

describe("the presets", () => {
  it("are those that this test knows", () => expect(Object.keys(presets)).to.deep.equal(Object.keys(expected)));

  for (const [preset, { resources: count, rotates, commands }] of Object.entries(expected)) {
    it(`${preset} deploys by its name alone, and breaks no guardrail but the one on rotation`, async () => {
      const environment = readEnvironment({ "keylab:preset": preset, "keylab:guardrails": "off" });
      const { resources } = await deploy(() => deployEnvironment(environment, () => undefined));
      const broken = Object.entries(resources).flatMap(([typeAndName, inputs]) => {
        const [type = "", name = ""] = typeAndName.split(" ");
        return brokenGuardrails(guardrails, { type: `aws:${type}`, name, inputs });
      });
      expect(broken.map((sentence) => /guardrail ([\w-]+)/.exec(sentence)?.[1])).to.deep.equal(
        rotates ? [] : ["customer-keys-rotate"],
      );
      expect(Object.keys(resources)).to.have.length(count);
    });

    it(`${preset} has these commands to try`, () => {
      const [workshop] = readEnvironment({ "keylab:preset": preset }).workshops;
      expect(workshop && Object.keys(commandsToTry(workshop.settings))).to.deep.equal(commands);
    });
  }

  it("have no value of a secret in them", () => expect(JSON.stringify(presets)).not.to.include("secretString"));
});
