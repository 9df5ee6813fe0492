import {
  CancelRotateSecretCommand,
  DeleteResourcePolicyCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  PutResourcePolicyCommand,
  PutSecretValueCommand,
  RemoveRegionsFromReplicationCommand,
  ReplicateSecretToRegionsCommand,
  RestoreSecretCommand,
  RotateSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import {
  clientsFor,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { makeSecret, type TestSecret } from "./secrets.ts";

const SecretId = "shared";
const elsewhere = "eu-west-1";
const Tags = [{ Key: "team", Value: "red" }];
const policyFor = (AWS: string) =>
  JSON.stringify({
    Statement: { Effect: "Allow", Principal: { AWS }, Action: "secretsmanager:GetSecretValue", Resource: "*" },
  });

const forPrimaryAlone: Record<string, (client: SecretsManagerClient) => Promise<unknown>> = {
  PutSecretValue: (it) => it.send(new PutSecretValueCommand({ SecretId, SecretString: "a" })),
  "UpdateSecret with a value": (it) => it.send(new UpdateSecretCommand({ SecretId, SecretString: "a" })),
  "UpdateSecret with a description": (it) =>
    it.send(new UpdateSecretCommand({ SecretId, KmsKeyId: "", Description: "a" })),
  DeleteSecret: (it) => it.send(new DeleteSecretCommand({ SecretId })),
  "DeleteSecret at once": (it) => it.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true })),
  RestoreSecret: (it) => it.send(new RestoreSecretCommand({ SecretId })),
  TagResource: (it) => it.send(new TagResourceCommand({ SecretId, Tags })),
  UntagResource: (it) => it.send(new UntagResourceCommand({ SecretId, TagKeys: ["team"] })),
  UpdateSecretVersionStage: (it) => it.send(new UpdateSecretVersionStageCommand({ SecretId, VersionStage: "A" })),
  PutResourcePolicy: (it) =>
    it.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy: policyFor("000000000000") })),
  DeleteResourcePolicy: (it) => it.send(new DeleteResourcePolicyCommand({ SecretId })),
  RotateSecret: (it) => it.send(new RotateSecretCommand({ SecretId })),
  CancelRotateSecret: (it) => it.send(new CancelRotateSecretCommand({ SecretId })),
  ReplicateSecretToRegions: (it) =>
    it.send(new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: [{ Region: "us-west-2" }] })),
  RemoveRegionsFromReplication: (it) =>
    it.send(new RemoveRegionsFromReplicationCommand({ SecretId, RemoveReplicaRegions: [elsewhere] })),
};

describe("A replica of a secret", () => {
  let emulator: Emulator;
  let there: Clients;
  let secret: TestSecret;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    there = clientsFor(emulator, rootOf(), elsewhere);
    const input = { SecretString: "opened", AddReplicaRegions: [{ Region: elsewhere }] };
    secret = await makeSecret(clientsFor(emulator), SecretId, input);
  });
  afterEach(() => emulator.stop());

  for (const [name, act] of Object.entries(forPrimaryAlone)) {
    it(`refuses ${name}`, async () => {
      expect(await refusalOf(act(there.secretsManager))).to.deep.equal({
        code: "InvalidParameterException",
        message: "Operation not permitted on a replica secret. Call must be made in primary secret's region.",
        status: 400,
      });
      expect(await there.secretsManager.send(new GetSecretValueCommand({ SecretId }))).to.include({
        SecretString: "opened",
        ARN: secret.arn.replace("us-east-1", elsewhere),
      });
    });
  }
});
