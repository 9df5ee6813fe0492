import { expect } from "chai";
import { unmetNeeds } from "../../runner/unmetNeeds.ts";
import transparentEncryption from "../../scenarios/dynamodb/transparent-encryption.ts";
import deletionIsFinal from "../../scenarios/kms/deletion-is-final.ts";
import externalAccount from "../../scenarios/kms/external-account.ts";
import { endpointTarget } from "../../targets/endpointTarget.ts";
import { localTarget } from "../../targets/localTarget.ts";

const root = { accessKeyId: "test", secretAccessKey: "test" };
const endpoint = endpointTarget({ url: "http://127.0.0.1:1", region: "us-east-1", root, passphraseFile: "" });

describe("what a scenario needs", () => {
  it("is all there on the embedded AWS of its own", () => {
    for (const scenario of [transparentEncryption, deletionIsFinal, externalAccount]) {
      expect(unmetNeeds(scenario, localTarget())).to.deep.equal([]);
    }
  });

  it("is not a clock that can be moved where a few minutes pass by themselves", () => {
    expect(transparentEncryption.needs).to.deep.equal(["clock"]);
    expect(unmetNeeds(transparentEncryption, endpoint)).to.deep.equal([]);
  });

  it("is a clock that can be moved where days must pass, and a second account", () => {
    expect(unmetNeeds(deletionIsFinal, endpoint)).to.deep.equal(["clock"]);
    expect(unmetNeeds(externalAccount, endpoint)).to.deep.equal(["second account"]);
  });
});
