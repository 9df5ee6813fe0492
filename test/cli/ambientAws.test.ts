import { expect } from "chai";
import { forgetAmbientAws, recallAmbientAws } from "../../cli/ambientAws.ts";

const ambient = {
  HOME: "/home/me",
  AWS_PROFILE: "sandbox",
  AWS_CONFIG_FILE: "/home/me/aws",
  AWS_USE_FIPS_ENDPOINT: "1",
};

describe("what a shell knows of AWS", () => {
  it("is forgotten, so that nothing is found but what is given", () => {
    const environment: NodeJS.ProcessEnv = { ...ambient };
    forgetAmbientAws(environment);
    expect(environment).to.deep.equal({
      HOME: "/home/me",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
      AWS_EC2_METADATA_DISABLED: "true",
    });
  });

  it("is back where the target is that AWS, beside what was set meanwhile", () => {
    const environment: NodeJS.ProcessEnv = { ...ambient };
    forgetAmbientAws(environment);
    environment.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
    recallAmbientAws(environment, ambient);
    expect(environment).to.deep.equal({ ...ambient, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
  });
});
