import { expect } from "chai";
import { UserError } from "../../errors/userError.ts";
import { startPlugin } from "../../targets/startPlugin.ts";

const credentials = { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "secret" };
const elsewhere = (found: string) =>
  `Keylab's plugin deploys to an embedded AWS on this machine and nowhere else, and ${found}.`;

describe("the provider as an installed plugin", () => {
  for (const AWS_ENDPOINT_URL of ["http://127.0.0.1:4566", "http://localhost:4566", "http://[::1]:4566"]) {
    it(`starts where the shell is set up for ${AWS_ENDPOINT_URL}`, async () => {
      const provider = await startPlugin({ ...credentials, AWS_ENDPOINT_URL });
      expect(provider.port).to.be.greaterThan(0);
      await provider.stop();
    });
  }

  for (const { variables, says } of [
    { variables: credentials, says: elsewhere("AWS_ENDPOINT_URL is not set") },
    { variables: { ...credentials, AWS_ENDPOINT_URL: "" }, says: elsewhere("AWS_ENDPOINT_URL is not set") },
    {
      variables: { ...credentials, AWS_ENDPOINT_URL: "https://kms.us-east-1.amazonaws.com" },
      says: elsewhere("AWS_ENDPOINT_URL is https://kms.us-east-1.amazonaws.com"),
    },
    {
      variables: { ...credentials, AWS_ENDPOINT_URL: "http://127.0.0.1.example.com" },
      says: elsewhere("AWS_ENDPOINT_URL is http://127.0.0.1.example.com"),
    },
    { variables: { ...credentials, AWS_ENDPOINT_URL: "here" }, says: elsewhere("AWS_ENDPOINT_URL is here") },
    {
      variables: { AWS_ENDPOINT_URL: "http://127.0.0.1:4566", AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE" },
      says: "Keylab's plugin lacks AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY.",
    },
  ]) {
    it(`refuses otherwise: ${says}`, async () => {
      const refused: unknown = await startPlugin(variables).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(UserError).with.property("message", says);
    });
  }
});
