import { expect } from "chai";
import { deployedPolicies } from "../../runner/deployedPolicies.ts";
import type { StandingResource } from "../../runner/engine.ts";

type Told = Partial<StandingResource> & Pick<StandingResource, "type" | "id">;

/** A resource as the engine tells it. */
function resource({ type, id, ...more }: Told): StandingResource {
  const urn = `urn:pulumi:run::keylab::${type}::${id}`;
  return { urn, type, id, name: `${type} ${id}`, inputs: {}, outputs: {}, ...more };
}

const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`;
const document = `{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow"}]}`;
const key = resource({
  type: "aws:kms/key:Key",
  id: "1234",
  arn: arn("kms", "key/1234"),
  outputs: { policy: document },
});
const user = resource({ type: "aws:iam/user:User", id: "ann", arn: "arn:aws:iam::000000000000:user/ann" });
const keyPolicy = { layer: "key policy", policy: "key policy", arn: key.arn };

describe("the policies that stand after a deployment", () => {
  const cases: readonly {
    readonly name: string;
    readonly standing: readonly StandingResource[];
    readonly told: readonly object[];
  }[] = [
    {
      name: "a key's, also where KMS has made it",
      standing: [key],
      told: [{ resource: key.name, ...keyPolicy, document }],
    },
    {
      name: "a key's as it was asked for, while the engine knows nothing else",
      standing: [{ ...key, inputs: { policy: document }, outputs: {} }],
      told: [{ resource: key.name, ...keyPolicy, document }],
    },
    {
      name: "of a key whose policy is a resource of its own that one alone, by id and by ARN",
      standing: [
        key,
        resource({ type: "aws:kms/keyPolicy:KeyPolicy", id: "by id", inputs: { keyId: "1234", policy: document } }),
        resource({ type: "aws:kms/keyPolicy:KeyPolicy", id: "by ARN", inputs: { keyId: key.arn, policy: document } }),
      ],
      told: ["by id", "by ARN"].map((id) => ({
        resource: `aws:kms/keyPolicy:KeyPolicy ${id}`,
        ...keyPolicy,
        document,
      })),
    },
    {
      name: "a role's trust policy, and none of what it may do where nothing says so",
      standing: [
        resource({
          type: "aws:iam/role:Role",
          id: "reader",
          arn: "arn:aws:iam::000000000000:role/reader",
          inputs: { assumeRolePolicy: document },
        }),
      ],
      told: [
        {
          resource: "aws:iam/role:Role reader",
          layer: "trust policy",
          policy: "trust policy",
          arn: "arn:aws:iam::000000000000:role/reader",
          document,
        },
      ],
    },
    {
      name: "an inline policy by its name, with whose it is",
      standing: [
        user,
        resource({
          type: "aws:iam/userPolicy:UserPolicy",
          id: "ann:own",
          inputs: { user: "ann", policy: document },
          outputs: { name: "own" },
        }),
      ],
      told: [
        {
          resource: "aws:iam/userPolicy:UserPolicy ann:own",
          layer: "identity policy",
          policy: "own",
          arn: user.arn,
          document,
        },
      ],
    },
    {
      name: "a managed policy by its ARN, and its attachment without a document",
      standing: [
        user,
        resource({
          type: "aws:iam/policy:Policy",
          id: "p",
          arn: "arn:aws:iam::000000000000:policy/p",
          inputs: { policy: document },
        }),
        resource({
          type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
          id: "a",
          inputs: { user: "ann", policyArn: "arn:aws:iam::000000000000:policy/p" },
        }),
      ],
      told: [
        {
          resource: "aws:iam/policy:Policy p",
          layer: "identity policy",
          policy: "arn:aws:iam::000000000000:policy/p",
          arn: "arn:aws:iam::000000000000:policy/p",
          document,
        },
        {
          resource: "aws:iam/userPolicyAttachment:UserPolicyAttachment a",
          layer: "identity policy",
          policy: "arn:aws:iam::000000000000:policy/p",
          arn: user.arn,
        },
      ],
    },
    {
      name: "those of secrets, buckets and logs, with what they are on",
      standing: [
        resource({
          type: "aws:secretsmanager/secretPolicy:SecretPolicy",
          id: "s",
          inputs: { secretArn: arn("secretsmanager", "secret:s"), policy: document },
        }),
        resource({
          type: "aws:s3/bucketPolicy:BucketPolicy",
          id: "b",
          inputs: { bucket: "letters", policy: document },
        }),
        resource({
          type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
          id: "l",
          inputs: { policyDocument: document },
        }),
      ],
      told: [
        { resource: "aws:secretsmanager/secretPolicy:SecretPolicy s", arn: arn("secretsmanager", "secret:s") },
        { resource: "aws:s3/bucketPolicy:BucketPolicy b", arn: "arn:aws:s3:::letters" },
        { resource: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy l" },
      ].map((place) => ({ ...place, layer: "resource policy", policy: "resource policy", document })),
    },
    {
      name: "a function's, which AWS makes of its permissions",
      standing: [
        resource({ type: "aws:lambda/function:Function", id: "rotate", arn: arn("lambda", "function:rotate") }),
        resource({
          type: "aws:lambda/permission:Permission",
          id: "one",
          inputs: {
            action: "lambda:InvokeFunction",
            function: "rotate",
            principal: "secretsmanager.amazonaws.com",
            sourceArn: arn("secretsmanager", "secret:s"),
            sourceAccount: "000000000000",
          },
        }),
        resource({
          type: "aws:lambda/permission:Permission",
          id: "two",
          inputs: { action: "lambda:GetFunction", function: "rotate", principal: "111122223333", statementId: "Guest" },
        }),
      ],
      told: [
        {
          resource: "aws:lambda/permission:Permission one, aws:lambda/permission:Permission two",
          layer: "resource policy",
          policy: "resource policy",
          arn: arn("lambda", "function:rotate"),
          document: JSON.stringify({
            Version: "2012-10-17",
            Id: "default",
            Statement: [
              {
                Sid: "one",
                Effect: "Allow",
                Principal: { Service: "secretsmanager.amazonaws.com" },
                Action: "lambda:InvokeFunction",
                Resource: arn("lambda", "function:rotate"),
                Condition: {
                  StringEquals: { "AWS:SourceAccount": "000000000000" },
                  ArnLike: { "AWS:SourceArn": arn("secretsmanager", "secret:s") },
                },
              },
              {
                Sid: "Guest",
                Effect: "Allow",
                Principal: { AWS: "111122223333" },
                Action: "lambda:GetFunction",
                Resource: arn("lambda", "function:rotate"),
              },
            ],
          }),
        },
      ],
    },
    {
      name: "none that the engine masks as a secret",
      standing: [{ ...key, outputs: { policy: "[secret]" } }],
      told: [],
    },
    { name: "none of a resource that has none", standing: [user], told: [] },
  ];
  for (const { name, standing, told } of cases) {
    it(`are told: ${name}`, () => expect(deployedPolicies(standing)).to.deep.equal(told));
  }
});
