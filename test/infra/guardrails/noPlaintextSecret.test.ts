import { expect } from "chai";

import type { NamedWorkshop } from "../../../infra/environment/readEnvironment.ts";
import { plaintextSecrets } from "../../../infra/guardrails/noPlaintextSecret.ts";

const workshop = (path: string[], secretString?: string): NamedWorkshop => ({
  name: "hub",
  path,
  settings: { key: { alias: "hub" }, secrets: [{ secretName: "generated" }, { secretName: "own", secretString }] },
});
const sentence = (path: string) =>
  `${path} stands in the clear in the configuration (guardrail no-plaintext-secret). A stack's configuration is ` +
  "committed, and what stands in it in the clear is read by whoever reads the repository. Leave it out, and a value is " +
  `generated; or set it with pulumi config set --secret --path '${path}'.`;

describe("the guardrail no-plaintext-secret", () => {
  const cases: { name: string; workshops: NamedWorkshop[]; secrets: string[]; says: string[] }[] = [
    { name: "is kept by values that are generated", workshops: [workshop([])], secrets: [], says: [] },
    {
      name: "is kept by a value that was set as a secret",
      workshops: [workshop([], "hidden")],
      secrets: ["keylab:secrets"],
      says: [],
    },
    {
      name: "is kept by a secret of a further workshop",
      workshops: [workshop(["workshops", "hub"], "hidden")],
      secrets: ["keylab:workshops"],
      says: [],
    },
    {
      name: "is broken by a value in the clear",
      workshops: [workshop([], "hidden")],
      secrets: ["keylab:key", "aws:token"],
      says: [sentence("keylab:secrets[1].secretString")],
    },
    {
      name: "is broken by a further workshop, whatever the first one keeps",
      workshops: [workshop([], "hidden"), workshop(["workshops", "hub"], "hidden")],
      secrets: ["keylab:secrets"],
      says: [sentence("keylab:workshops.hub.secrets[1].secretString")],
    },
  ];
  for (const { name, workshops, secrets, says } of cases) {
    it(name, () => expect(plaintextSecrets(workshops, secrets)).to.deep.equal(says));
  }
});
