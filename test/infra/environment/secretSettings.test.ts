import { expect } from "chai";

import { secretSettings } from "../../../infra/environment/secretSettings.ts";

describe("secretSettings", () => {
  it("reads which settings are secrets", () => {
    const variables = { PULUMI_CONFIG_SECRET_KEYS: '["keylab:secrets","aws:token"]' };
    expect(secretSettings(variables)).to.deep.equal(["keylab:secrets", "aws:token"]);
  });
  it("knows of none where the engine tells of none", () => expect(secretSettings({})).to.deep.equal([]));
});
