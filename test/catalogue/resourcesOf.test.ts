import { expect } from "chai";
import { resourcesOf } from "../../catalogue/resourcesOf.ts";
import type { ObservedResource } from "../../mutations/observedResource.ts";
import { deployment, resource } from "../mutations/deployments.ts";

const id = "0f7f1724-de81-4f0c-98a0-55ee648db693";
const key: ObservedResource = { ...resource("aws:kms/key:Key", "key", { description: "A key", tags: undefined }), id };
const alias = resource("aws:kms/alias:Alias", "alias", { targetKeyId: id, name: "alias/key" }, [
  "aws:kms/key:Key::key",
]);
const secret: ObservedResource = {
  ...resource("aws:secretsmanager/secretVersion:SecretVersion", "version", { secretString: "pass123" }),
  secretInputs: ["secretString"],
};
const policyOf = (user: string) => JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { AWS: user } }] });
const keyPolicy = (user: string) => resource("aws:kms/keyPolicy:KeyPolicy", "policy", { policy: policyOf(user) });

describe("The record of what a scenario deploys", () => {
  it("has no ids that are others in every run, no secrets, and nothing that was not given", () => {
    const [aliasRecord, keyRecord, secretRecord] = resourcesOf([deployment(key, alias, secret)]);
    expect(aliasRecord?.states).to.deep.equal([
      { deployment: 0, inputs: { name: "alias/key", targetKeyId: "<Key key>" } },
    ]);
    expect(keyRecord?.states).to.deep.equal([{ deployment: 0, inputs: { description: "A key" } }]);
    expect(secretRecord?.states).to.deep.equal([{ deployment: 0, inputs: { secretString: "<secret>" } }]);
  });

  it("has policies as documents, again where a deployment changes them, and the administrator of every run alike", () => {
    const first = "arn:aws:iam::000000000000:user/keylab-administrator-79ddcd57";
    const deployments = [keyPolicy(first), keyPolicy(first), keyPolicy("ada")].map((each) => deployment(each));
    const document = (AWS: string) => ({ policy: { Statement: [{ Effect: "Allow", Principal: { AWS } }] } });
    expect(resourcesOf(deployments)[0]?.states).to.deep.equal([
      { deployment: 0, inputs: document("arn:aws:iam::000000000000:user/keylab-administrator") },
      { deployment: 2, inputs: document("ada") },
    ]);
  });
});
