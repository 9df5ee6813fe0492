import { expect } from "chai";
import { readBackend } from "../../../cli/run/readBackend.ts";
import { UserError } from "../../../errors/userError.ts";

const home = { HOME: "/home/ana" };
const files = {
  AWS_CONFIG_FILE: "/home/ana/.aws/config",
  AWS_SHARED_CREDENTIALS_FILE: "/home/ana/.aws/credentials",
};

describe("where the engine's state is kept", () => {
  for (const { name, options = {}, kind, environment = {}, backend } of [
    { name: "as the target has it, when nothing is said", kind: "endpoint", backend: undefined },
    {
      name: "where the option says, and not where the variable says",
      kind: "endpoint",
      options: { backend: "s3://state?region=us-east-1" },
      environment: { KEYLAB_BACKEND: "postgres://ana:secret@db/pulumi" },
      backend: { url: "s3://state?region=us-east-1", secretsProvider: undefined, environment: files },
    },
    {
      name: "where the variables say, reached with the AWS variables of the shell",
      kind: "endpoint",
      environment: {
        KEYLAB_BACKEND: "postgres://ana:secret@db/pulumi",
        KEYLAB_SECRETS_PROVIDER: "awskms://alias/state",
        AWS_PROFILE: "state",
        AWS_CONFIG_FILE: "/etc/aws",
        PATH: "/bin",
      },
      backend: {
        url: "postgres://ana:secret@db/pulumi",
        secretsProvider: "awskms://alias/state",
        environment: { ...files, AWS_PROFILE: "state", AWS_CONFIG_FILE: "/etc/aws" },
      },
    },
    {
      name: "on AWS reached as the caller",
      kind: "aws",
      options: { secretsProvider: "passphrase" },
      environment: { AWS_PROFILE: "state" },
      backend: { url: undefined, secretsProvider: "passphrase", environment: {} },
    },
    {
      name: "on local with the state of the run, whatever the variables say",
      kind: "local",
      environment: { KEYLAB_BACKEND: "s3://state", KEYLAB_SECRETS_PROVIDER: "passphrase" },
      backend: undefined,
    },
    { name: "not where an empty variable says", kind: "aws", environment: { KEYLAB_BACKEND: "" }, backend: undefined },
  ] as const) {
    it(`is ${name}`, () => {
      expect(readBackend(options, { kind }, { ...home, ...environment })).to.deep.equal(backend);
    });
  }

  for (const { options, kind, message, nextStep } of [
    {
      options: { backend: "s3://state" },
      kind: "local",
      message: "On the target local, state and AWS live and die together: it has no other backend.",
      nextStep: "Leave out --backend and --secrets-provider, or give the --target of an AWS that stays.",
    },
    {
      options: { secretsProvider: "passphrase" },
      kind: "local",
      message: "On the target local, state and AWS live and die together: it has no other backend.",
      nextStep: "Leave out --backend and --secrets-provider, or give the --target of an AWS that stays.",
    },
    {
      options: { backend: "mysql://ana:secret@db/pulumi?password=secret" },
      kind: "endpoint",
      message: "The backend mysql://db/pulumi is none that Pulumi has.",
      nextStep: "Give a URL that begins with file://, s3://, postgres://, gs://, azblob://, https://.",
    },
    {
      options: { backend: "state" },
      kind: "aws",
      message: "The backend is none that Pulumi has.",
      nextStep: "Give a URL that begins with file://, s3://, postgres://, gs://, azblob://, https://.",
    },
    {
      options: { secretsProvider: "alias/state" },
      kind: "aws",
      message: "The secrets provider is none that Pulumi has.",
      nextStep: "Give passphrase, or a URL that begins with awskms://, gcpkms://, azurekeyvault://, hashivault://.",
    },
  ] as const) {
    it(`is refused: ${JSON.stringify(options)} on ${kind}`, () => {
      expect(() => readBackend(options, { kind }, home))
        .to.throw(UserError, message)
        .with.property("nextStep", nextStep);
    });
  }
});
