import { expect } from "chai";
import { UserError } from "../../../errors/userError.ts";
import { refuseEndpoints } from "../../../targets/aws/refuseEndpoints.ts";

describe("a shell from which real AWS is worked in", () => {
  for (const environment of [
    {},
    { AWS_PROFILE: "sandbox", AWS_REGION: "eu-central-1" },
    { AWS_ENDPOINT_URL: "" },
    { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" },
  ]) {
    it(`may have ${JSON.stringify(environment)}`, () => {
      expect(() => refuseEndpoints(environment)).not.to.throw();
    });
  }

  for (const [name, value] of [
    ["AWS_ENDPOINT_URL", "http://127.0.0.1:4566"],
    ["AWS_ENDPOINT_URL_KMS", "https://kms.example.com"],
    ["PULUMI_DEBUG_PROVIDERS", "aws:4567"],
  ] as const) {
    it(`has no ${name}`, () => {
      expect(() => refuseEndpoints({ [name]: value }))
        .to.throw(UserError, `The target is AWS, but this shell is set up for another one: ${name} is set.`)
        .with.property("nextStep", "Open a fresh shell with your AWS credentials.");
    });
  }
});
