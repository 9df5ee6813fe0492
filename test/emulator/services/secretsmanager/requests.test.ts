import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutResourcePolicyCommand,
  PutSecretValueCommand,
  TagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { jsonCall, jsonOf, send } from "../../../support/signedRequest.ts";
import { withoutMetadata } from "../kms/keys.ts";
import { makeSecret } from "./secrets.ts";

const SecretId = "secret";
const policyFor = (AWS: string) =>
  JSON.stringify({
    Statement: { Effect: "Allow", Principal: { AWS }, Action: "secretsmanager:GetSecretValue", Resource: "*" },
  });
const first = "11111111-0000-4000-8000-000000000000";
const second = "22222222-0000-4000-8000-000000000000";
const absent = "99999999-0000-4000-8000-000000000000";
const both = { SecretString: "a", SecretBinary: Buffer.from("a") };
const bothGiven = "You can't specify both a binary secret value and a string secret value in the same secret.";

const refused: {
  name: string;
  act: (client: SecretsManagerClient) => Promise<unknown>;
  code: string;
  message: string | RegExp;
}[] = [
  {
    name: "two values for a new secret",
    act: (it) => it.send(new CreateSecretCommand({ Name: "new", ...both })),
    code: "InvalidParameterException",
    message: bothGiven,
  },
  {
    name: "two values for a version",
    act: (it) => it.send(new PutSecretValueCommand({ SecretId, ...both })),
    code: "InvalidParameterException",
    message: bothGiven,
  },
  {
    name: "two values for an update",
    act: (it) => it.send(new UpdateSecretCommand({ SecretId, ...both })),
    code: "InvalidParameterException",
    message: bothGiven,
  },
  {
    name: "no value for a version",
    act: (it) => it.send(new PutSecretValueCommand({ SecretId })),
    code: "InvalidRequestException",
    message: "You must provide either SecretString or SecretBinary.",
  },
  {
    name: "another value under a token that is taken",
    act: (it) => it.send(new PutSecretValueCommand({ SecretId, SecretString: "b", ClientRequestToken: first })),
    code: "ResourceExistsException",
    message:
      /^You can't use ClientRequestToken 11111111-\S+ because that value is already in use for a version of secret arn:aws:secretsmanager:us-east-1:000000000000:secret:secret-\w{6}\.$/,
  },
  {
    name: "the same text as bytes under a token that is taken",
    act: (it) =>
      it.send(new PutSecretValueCommand({ SecretId, SecretBinary: Buffer.from("opened"), ClientRequestToken: first })),
    code: "ResourceExistsException",
    message: /already in use/,
  },
  {
    name: "an update under a token that is taken",
    act: (it) => it.send(new UpdateSecretCommand({ SecretId, SecretString: "opened", ClientRequestToken: first })),
    code: "ResourceExistsException",
    message: /already in use/,
  },
  {
    name: "a short token",
    act: (it) => it.send(new CreateSecretCommand({ Name: "new", ClientRequestToken: "short" })),
    code: "ValidationException",
    message:
      "1 validation error detected: Value 'short' at 'clientRequestToken' failed to satisfy constraint: Member must have length greater than or equal to 32",
  },
  {
    name: "a type of managed external secrets",
    act: (it) => it.send(new CreateSecretCommand({ Name: "new", Type: "Partner" })),
    code: "ValidationException",
    message: "The embedded AWS does not carry the parameter 'Type' of secretsmanager:CreateSecret yet.",
  },
  {
    name: "a malformed resource policy",
    act: (it) => it.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy: policyFor("nobody") })),
    code: "MalformedPolicyDocumentException",
    message: "This resource policy contains an unsupported principal.",
  },
  {
    name: "a public resource policy, if told to",
    act: (it) =>
      it.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy: policyFor("*"), BlockPublicPolicy: true })),
    code: "PublicPolicyException",
    message:
      "This resource policy grants broad access to the secret: name the principals, or restrict them by a condition.",
  },
  {
    name: "a version that is not there",
    act: (it) => it.send(new GetSecretValueCommand({ SecretId, VersionId: absent })),
    code: "ResourceNotFoundException",
    message: `Secrets Manager can't find the specified secret value for VersionId: ${absent}`,
  },
  {
    name: "a label that is not there",
    act: (it) => it.send(new GetSecretValueCommand({ SecretId, VersionStage: "AWSPENDING" })),
    code: "ResourceNotFoundException",
    message: "Secrets Manager can't find the specified secret value for staging label: AWSPENDING",
  },
  {
    name: "the value of an empty secret",
    act: (it) => it.send(new GetSecretValueCommand({ SecretId: "empty" })),
    code: "ResourceNotFoundException",
    message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
  },
  {
    name: "the same tag twice",
    act: (it) =>
      it.send(
        new TagResourceCommand({
          SecretId,
          Tags: [
            { Key: "a", Value: "1" },
            { Key: "a", Value: "2" },
          ],
        }),
      ),
    code: "InvalidParameterException",
    message: "You can't specify the same tag key more than once.",
  },
  {
    name: "a tag of AWS's own",
    act: (it) => it.send(new TagResourceCommand({ SecretId, Tags: [{ Key: "aws:a", Value: "1" }] })),
    code: "InvalidParameterException",
    message: "Tags beginning with aws: are reserved.",
  },
  {
    name: "too many tags",
    act: (it) =>
      it.send(
        new TagResourceCommand({
          SecretId,
          Tags: Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: "v" })),
        }),
      ),
    code: "InvalidParameterException",
    message: "A secret can have 50 tags.",
  },
  {
    name: "to take off AWSCURRENT",
    act: (it) =>
      it.send(
        new UpdateSecretVersionStageCommand({ SecretId, VersionStage: "AWSCURRENT", RemoveFromVersionId: first }),
      ),
    code: "InvalidParameterException",
    message:
      "You can only move staging label AWSCURRENT to a different secret version. It can't be completely removed.",
  },
  {
    name: "to move a label without saying where it is",
    act: (it) =>
      it.send(new UpdateSecretVersionStageCommand({ SecretId, VersionStage: "AWSCURRENT", MoveToVersionId: second })),
    code: "InvalidParameterException",
    message: `The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached to version ${first}, so you must explicitly reference that version in RemoveFromVersionId.`,
  },
  {
    name: "to move a label from where it is not",
    act: (it) =>
      it.send(
        new UpdateSecretVersionStageCommand({
          SecretId,
          VersionStage: "AWSCURRENT",
          RemoveFromVersionId: second,
          MoveToVersionId: second,
        }),
      ),
    code: "InvalidParameterException",
    message: `The staging label AWSCURRENT is not attached to version ${second}.`,
  },
  {
    name: "to move a label to a version that is not there",
    act: (it) =>
      it.send(new UpdateSecretVersionStageCommand({ SecretId, VersionStage: "MINE", MoveToVersionId: absent })),
    code: "ResourceNotFoundException",
    message: `Secrets Manager can't find the specified secret value for VersionId: ${absent}`,
  },
];

describe("requests to Secrets Manager", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await makeSecret(root, SecretId, { SecretString: "opened", ClientRequestToken: first });
    await root.secretsManager.send(
      new PutSecretValueCommand({
        SecretId,
        SecretString: "next",
        ClientRequestToken: second,
        VersionStages: ["NEXT"],
      }),
    );
    await makeSecret(root, "empty", {});
  });
  afterEach(() => emulator.stop());

  for (const { name, act, code, message } of refused) {
    it(`are refused with ${name}`, async () => {
      const refusal = await refusalOf(act(root.secretsManager));
      expect(refusal).to.include({ code, status: 400 });
      if (typeof message === "string") expect(refusal.message).to.equal(message);
      else expect(refusal.message).to.match(message);
    });
  }

  for (const operation of ["CreateSecret", "UpdateSecret", "PutSecretValue"]) {
    it(`are refused without a token: ${operation}`, async () => {
      const body = operation === "CreateSecret" ? { Name: "new" } : { SecretId, SecretString: "a" };
      const answer = await send(
        emulator,
        jsonCall("secretsmanager", `secretsmanager.${operation}`, JSON.stringify(body)),
      );
      expect(jsonOf(answer)).to.deep.equal({
        __type: "InvalidRequestException",
        Message: "You must provide a ClientRequestToken value. We recommend a UUID-type value.",
      });
    });
  }

  it("may be repeated with the same token and value, and change nothing then", async () => {
    const before = await root.secretsManager.send(new DescribeSecretCommand({ SecretId }));
    const again = await makeSecret(root, SecretId, { SecretString: "opened", ClientRequestToken: first });
    expect(again).to.include({ arn: before.ARN, versionId: first });
    const put = new PutSecretValueCommand({ SecretId, SecretString: "next", ClientRequestToken: second });
    expect(await root.secretsManager.send(put)).to.deep.include({ VersionId: second, VersionStages: ["NEXT"] });
    const after = await root.secretsManager.send(new DescribeSecretCommand({ SecretId }));
    expect(withoutMetadata(after)).to.deep.equal(withoutMetadata(before));
  });

  const values: { name: string; value: { SecretString?: string; SecretBinary?: Uint8Array } }[] = [
    { name: "any text", value: { SecretString: 'ሴ😀\u0000 "{}' } },
    { name: "a text of the greatest length", value: { SecretString: "x".repeat(65_536) } },
    { name: "bytes", value: { SecretBinary: new Uint8Array([0, 1, 254, 255]) } },
  ];
  for (const { name, value } of values) {
    it(`carry ${name}, and get it back`, async () => {
      await makeSecret(root, "value", value);
      const { SecretString, SecretBinary } = await root.secretsManager.send(
        new GetSecretValueCommand({ SecretId: "value" }),
      );
      expect(SecretString).to.equal(value.SecretString);
      expect(SecretBinary && [...SecretBinary]).to.deep.equal(value.SecretBinary && [...value.SecretBinary]);
    });
  }

  it("find a secret by its name, its ARN, and its ARN without the six characters", async () => {
    const { arn } = await makeSecret(root, "path/to");
    for (const id of ["path/to", arn, arn.slice(0, -7)]) {
      expect(await root.secretsManager.send(new GetSecretValueCommand({ SecretId: id })), id).to.include({ ARN: arn });
    }
    for (const id of ["path", "path/to-", `${arn.slice(0, -1)}_`, arn.replace("us-east-1", "us-west-2")]) {
      expect(
        (await refusalOf(root.secretsManager.send(new GetSecretValueCommand({ SecretId: id })))).code,
        id,
      ).to.equal("ResourceNotFoundException");
    }
  });
});
