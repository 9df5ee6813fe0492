import { expect } from "chai";
import { Registry } from "../../emulator/registry.ts";
import { services } from "../../emulator/services/services.ts";
import { resources } from "./terraformResources.ts";
import { s3Resources } from "./terraformS3Resources.ts";

const registry = new Registry(services);

describe("what Terraform calls", () => {
  for (const [resource, { service, calls }] of Object.entries({ ...resources, ...s3Resources })) {
    describe(resource, () => {
      for (const [name, sent] of Object.entries(calls)) {
        it(`${service}:${name} takes ${sent.length === 0 ? "nothing" : sent.join(", ")}`, () => {
          const found = registry.operation(service, name);
          expect(found?.name).to.equal(name);
          // A name that AWS does not have would never be unsupported.
          const members = registry.service(service)?.model.input(name).members ?? {};
          expect(sent.filter((member) => !(member in members))).to.deep.equal([]);
          expect(sent.filter((member) => found?.unsupported?.includes(member))).to.deep.equal([]);
        });
      }
    });
  }
});
