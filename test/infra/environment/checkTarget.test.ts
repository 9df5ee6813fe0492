import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { checkTarget, type Target, type Variables } from "../../../infra/environment/checkTarget.ts";

/** What `keylab aws env` exports. */
const embedded = {
  PULUMI_DEBUG_PROVIDERS: "aws:4567,awsx:4567",
  AWS_ENDPOINT_URL: "http://127.0.0.1:4566",
  AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
};
const nextStepLocal = 'Run "npx keylab aws start" in a terminal of its own, then eval "$(npx keylab aws env)" here.';
const nextStepAws = "Open a fresh shell with your AWS credentials, or set keylab:target to local.";

describe("checkTarget", () => {
  const home = mkdtempSync(join(tmpdir(), "keylab-home-"));
  const plugged = { ...embedded, PULUMI_DEBUG_PROVIDERS: undefined, PULUMI_HOME: home };

  before(() => mkdirSync(join(home, "plugins", "resource-aws-v7.48.0"), { recursive: true }));

  after(() => rmSync(home, { recursive: true }));

  const allowed: { name: string; target: Target; variables: Variables }[] = [
    { name: "the embedded AWS by address", target: "local", variables: embedded },
    {
      name: "the embedded AWS by name",
      target: "local",
      variables: { ...embedded, AWS_ENDPOINT_URL: "http://localhost:4566" },
    },
    {
      name: "the embedded AWS by IPv6",
      target: "local",
      variables: { ...embedded, AWS_ENDPOINT_URL: "http://[::1]:4566" },
    },
    { name: "a provider aws alone", target: "local", variables: { ...embedded, PULUMI_DEBUG_PROVIDERS: "aws:1" } },
    { name: "the embedded AWS by an installed plugin", target: "local", variables: plugged },
    { name: "real AWS", target: "aws", variables: { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_PROFILE: "dev" } },
    {
      name: "real AWS beside another attached provider",
      target: "aws",
      variables: { PULUMI_DEBUG_PROVIDERS: "random:1" },
    },
    { name: "real AWS with empty variables", target: "aws", variables: { AWS_ENDPOINT_URL: "" } },
  ];
  for (const { name, target, variables } of allowed) {
    it(`lets a stack with target ${target} go to ${name}`, () => {
      expect(() => checkTarget(target, variables)).not.to.throw();
    });
  }

  const refused: { name: string; target: Target; variables: Variables; says: string }[] = [
    {
      name: "real AWS credentials and no embedded AWS",
      target: "local",
      variables: { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "secret" },
      says: "PULUMI_DEBUG_PROVIDERS attaches no provider aws, and PULUMI_HOME has no plugin aws",
    },
    {
      name: "another attached provider alone",
      target: "local",
      variables: { ...embedded, PULUMI_DEBUG_PROVIDERS: "awsx:4567,random:1" },
      says: "PULUMI_DEBUG_PROVIDERS attaches no provider aws, and PULUMI_HOME has no plugin aws",
    },
    {
      name: "a PULUMI_HOME without the plugin",
      target: "local",
      variables: { ...plugged, PULUMI_HOME: join(home, "plugins") },
      says: "PULUMI_DEBUG_PROVIDERS attaches no provider aws, and PULUMI_HOME has no plugin aws",
    },
    {
      name: "the plugin and no endpoint",
      target: "local",
      variables: { ...plugged, AWS_ENDPOINT_URL: undefined },
      says: "AWS_ENDPOINT_URL is not set",
    },
    {
      name: "no endpoint",
      target: "local",
      variables: { ...embedded, AWS_ENDPOINT_URL: undefined },
      says: "AWS_ENDPOINT_URL is not set",
    },
    {
      name: "an endpoint elsewhere",
      target: "local",
      variables: { ...embedded, AWS_ENDPOINT_URL: "https://127.0.0.1.example.com" },
      says: "AWS_ENDPOINT_URL is https://127.0.0.1.example.com, which is not on this machine",
    },
    {
      name: "an endpoint that is no URL",
      target: "local",
      variables: { ...embedded, AWS_ENDPOINT_URL: "localhost" },
      says: "AWS_ENDPOINT_URL is localhost, which is not on this machine",
    },
    {
      name: "one service elsewhere",
      target: "local",
      variables: { ...embedded, AWS_ENDPOINT_URL_KMS: "https://kms.us-east-1.amazonaws.com" },
      says: "AWS_ENDPOINT_URL_KMS is https://kms.us-east-1.amazonaws.com, which is not on this machine",
    },
    { name: "an attached provider", target: "aws", variables: embedded, says: "PULUMI_DEBUG_PROVIDERS is set" },
    {
      name: "an endpoint",
      target: "aws",
      variables: { AWS_ENDPOINT_URL: "http://127.0.0.1:4566" },
      says: "AWS_ENDPOINT_URL is set",
    },
    {
      name: "an endpoint of one service",
      target: "aws",
      variables: { AWS_ENDPOINT_URL_KMS: "http://127.0.0.1:4566" },
      says: "AWS_ENDPOINT_URL_KMS is set",
    },
  ];
  for (const { name, target, variables, says } of refused) {
    it(`stops a stack with target ${target} in a shell with ${name}`, () => {
      const sentence =
        target === "local"
          ? `keylab:target is "local", but this shell does not talk to the embedded AWS: ${says}. ${nextStepLocal}`
          : `keylab:target is "aws", but this shell is set up for the embedded AWS: ${says}. ${nextStepAws}`;
      expect(() => checkTarget(target, variables))
        .to.throw(pulumi.RunError)
        .with.property("message", sentence);
    });
  }
});
