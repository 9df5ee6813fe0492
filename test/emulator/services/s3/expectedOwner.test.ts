import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { AwsError } from "../../../../emulator/awsError.ts";
import { Registry } from "../../../../emulator/registry.ts";
import { services } from "../../../../emulator/services/services.ts";
import { refusalOf, type Emulator } from "../../../support/emulator.ts";
import { DeclaredAccess } from "../../authorization/declaredAccess.ts";
import { Bucket, startWithBuckets } from "./configuredBuckets.ts";

interface Expecting {
  readonly Bucket: string;
  readonly ExpectedBucketOwner: string;
}

const calls: Readonly<Record<string, (s3: S3.S3Client, about: Expecting) => Promise<object>>> = {
  GetBucketAcl: (s3, about) => s3.send(new S3.GetBucketAclCommand(about)),
  GetBucketEncryption: (s3, about) => s3.send(new S3.GetBucketEncryptionCommand(about)),
  GetBucketLocation: (s3, about) => s3.send(new S3.GetBucketLocationCommand(about)),
  GetBucketLogging: (s3, about) => s3.send(new S3.GetBucketLoggingCommand(about)),
  GetBucketVersioning: (s3, about) => s3.send(new S3.GetBucketVersioningCommand(about)),
  PutBucketPolicy: (s3, about) =>
    s3.send(
      new S3.PutBucketPolicyCommand({
        ...about,
        Policy: JSON.stringify({
          Statement: {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:DeleteObject",
            Resource: `arn:aws:s3:::${Bucket}/*`,
          },
        }),
      }),
    ),
  DeleteBucketPolicy: (s3, about) => s3.send(new S3.DeleteBucketPolicyCommand(about)),
  DeleteBucket: (s3, about) => s3.send(new S3.DeleteBucketCommand(about)),
};

describe("The owner whom a request expects", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => ({ emulator, s3 } = await startWithBuckets()));
  after(() => emulator.stop());

  for (const [name, call] of Object.entries(calls)) {
    it(`must be the one of the bucket for ${name}`, async () => {
      const wrong = { Bucket, ExpectedBucketOwner: "111111111111" };
      expect(await refusalOf(call(s3, wrong))).to.deep.equal({
        code: "AccessDenied",
        message: "Access Denied",
        status: 403,
      });
      await call(s3, { Bucket, ExpectedBucketOwner: "000000000000" });
    });
  }
});

describe("Every operation of S3 that can expect an owner", () => {
  const { model, service } = new Registry(services).described({ service: "s3", name: "GetObject" });
  const members = ["ExpectedBucketOwner", "ExpectedSourceBucketOwner"] as const;
  let world: DeclaredAccess;
  before(async () => (world = await DeclaredAccess.start()));

  /** How the request ends before anybody asks whether it is allowed. */
  async function refusal(name: string, expected: object): Promise<string | undefined> {
    const operation = service.operations.find((known) => known.name === name);
    if (!operation) throw new Error(`S3 has no ${name}.`);
    try {
      await world.of(operation, expected);
      return undefined;
    } catch (error) {
      if (error instanceof AwsError) return error.code;
      throw error;
    }
  }

  for (const { name } of service.operations) {
    for (const member of members.filter((known) => known in (model.input(name).members ?? {}))) {
      it(`refuses another one: ${name}, ${member}`, async () => {
        expect(await refusal(name, { [member]: "000000000000" })).to.equal(undefined);
        expect(await refusal(name, { [member]: "111111111111" })).to.equal("AccessDenied");
      });
    }
  }
});
