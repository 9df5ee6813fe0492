import { CreateAccessKeyCommand, CreateLoginProfileCommand, CreateUserCommand } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, DisableKeyCommand, EncryptCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { CreateSecretCommand, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import type { CloudTrailEvent } from "../../../emulator/audit/cloudTrailEvent.ts";
import { generateDataKey } from "../../../emulator/services/kms/operations/generateDataKey.ts";
import { callAsService } from "../../support/callAs.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../support/emulator.ts";
import { keyPolicy, makeKey, oneDay, toAccount, type TestKey } from "../services/kms/keys.ts";
import { createRole, sessionOf } from "../services/sts/assuming.ts";

const account = "000000000000";
const otherAccount = "444455556666";
const allKms = { Effect: "Allow", Action: "kms:*", Resource: "*" } as const;
const everything = { Effect: "Allow", Action: "*", Resource: "*" } as const;

describe("a CloudTrail event", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    key = await makeKey(root);
  });
  afterEach(() => emulator.stop());

  /** The last event of an account, as a reader of the log sees it. */
  function last(accountId = account): CloudTrailEvent {
    const event = emulator.instance.audit.eventsOf(accountId).at(-1);
    if (!event) throw new Error("Nothing was recorded.");
    return structuredClone(event);
  }
  const count = (accountId: string) => emulator.instance.audit.eventsOf(accountId).length;

  it("of a user's call says everything that AWS says", async () => {
    const alice = await createUser(emulator, "Alice", [allKms]);
    await alice.clients.kms.send(new DescribeKeyCommand({ KeyId: key.id }));
    const { eventID, requestID, eventTime, userAgent, ...rest } = last();
    expect(eventID).to.match(/^[0-9a-f]{8}-/);
    expect(requestID)
      .to.match(/^[0-9a-f]{8}-/)
      .and.not.equal(eventID);
    expect(eventTime).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(userAgent).to.match(/^aws-sdk-js/);
    expect(JSON.parse(JSON.stringify(rest))).to.deep.equal({
      eventVersion: "1.11",
      userIdentity: {
        type: "IAMUser",
        principalId: alice.id,
        arn: alice.arn,
        accountId: account,
        accessKeyId: alice.credentials.accessKeyId,
        userName: "Alice",
      },
      eventSource: "kms.amazonaws.com",
      eventName: "DescribeKey",
      awsRegion: "us-east-1",
      sourceIPAddress: "127.0.0.1",
      requestParameters: { keyId: key.id },
      responseElements: null,
      readOnly: true,
      resources: [{ accountId: account, type: "AWS::KMS::Key", ARN: key.arn }],
      eventType: "AwsApiCall",
      managementEvent: true,
      recipientAccountId: account,
      eventCategory: "Management",
    });
  });

  it("of the root user says so", async () => {
    await root.kms.send(new DescribeKeyCommand({ KeyId: key.id }));
    expect(last().userIdentity).to.deep.equal({
      type: "Root",
      principalId: account,
      arn: `arn:aws:iam::${account}:root`,
      accountId: account,
      accessKeyId: account,
    });
  });

  it("of a role's session names the role", async () => {
    const alice = await createUser(emulator, "Alice", [everything]);
    const trust = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: alice.arn }, Action: "sts:AssumeRole" }],
    });
    const role = await createRole(emulator, "reader", trust);
    const session = await sessionOf(emulator, alice.clients, role.arn);
    await session.sts.send(new GetCallerIdentityCommand({}));
    const { accessKeyId, sessionContext, ...rest } = last().userIdentity;
    expect(accessKeyId).to.match(/^ASIA/);
    expect(rest).to.deep.equal({
      type: "AssumedRole",
      principalId: `${role.id}:work`,
      arn: `arn:aws:sts::${account}:assumed-role/reader/work`,
      accountId: account,
    });
    expect(sessionContext).to.deep.nested.include({
      sessionIssuer: { type: "Role", principalId: role.id, arn: role.arn, accountId: account, userName: "reader" },
      "attributes.mfaAuthenticated": "false",
    });
  });

  it("of a call that a service makes for a user names both", async () => {
    const alice = await createUser(emulator, "Alice", [everything]);
    await alice.clients.secretsManager.send(new CreateSecretCommand({ Name: "secret", SecretString: "opened" }));
    const [kms, secrets] = emulator.instance.audit.eventsOf(account).slice(-2);
    expect(kms).to.deep.include({
      eventName: "GenerateDataKey",
      sourceIPAddress: "secretsmanager.amazonaws.com",
      userAgent: "secretsmanager.amazonaws.com",
    });
    expect(kms?.userIdentity).to.include({
      type: "IAMUser",
      userName: "Alice",
      accessKeyId: alice.credentials.accessKeyId,
      invokedBy: "secretsmanager.amazonaws.com",
    });
    expect(secrets).to.include({ eventName: "CreateSecret", sourceIPAddress: "127.0.0.1" });
    expect(secrets?.userIdentity).not.to.have.property("invokedBy");
    expect(secrets?.requestID).not.to.equal(kms?.requestID);
  });

  it("of a call that a service makes for itself names the service alone", async () => {
    await refusalOf(callAsService(emulator, "dynamodb", generateDataKey, { KeyId: key.arn, KeySpec: "AES_256" }));
    const event = last();
    expect(event.userIdentity).to.deep.equal({ type: "AWSService", invokedBy: "dynamodb.amazonaws.com" });
    expect(event).to.include({ sourceIPAddress: "dynamodb.amazonaws.com", userAgent: "dynamodb.amazonaws.com" });
    expect(event.sharedEventID).to.match(/^[0-9a-f]{8}-/);
  });

  it("of a denial has neither parameters nor resources", async () => {
    const alice = await createUser(emulator, "Alice");
    const { message } = await refusalOf(alice.clients.kms.send(new DescribeKeyCommand({ KeyId: key.id })));
    const event = last();
    expect(event).to.include({
      errorCode: "AccessDenied",
      errorMessage: message,
      requestParameters: null,
      responseElements: null,
    });
    expect(event.resources).to.equal(undefined);
  });

  it("of a failure keeps both", async () => {
    await root.kms.send(new DisableKeyCommand({ KeyId: key.id }));
    await refusalOf(root.kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: Buffer.from("a") })));
    expect(last()).to.deep.include({
      errorCode: "DisabledException",
      errorMessage: `${key.arn} is disabled.`,
      requestParameters: { keyId: key.id, encryptionAlgorithm: "SYMMETRIC_DEFAULT", encryptionContext: undefined },
      responseElements: null,
      resources: [{ accountId: account, type: "AWS::KMS::Key", ARN: key.arn }],
    });
  });

  it("of a change shows the answer, with ARN in small letters", async () => {
    const ClientRequestToken = "11111111-0000-4000-8000-000000000000";
    const { ARN } = await root.secretsManager.send(
      new CreateSecretCommand({ Name: "secret", SecretString: "opened", Description: "a", ClientRequestToken }),
    );
    expect(last()).to.deep.include({
      readOnly: false,
      requestParameters: { name: "secret", description: "a", clientRequestToken: ClientRequestToken },
      responseElements: { arn: ARN, name: "secret", versionId: ClientRequestToken },
    });
  });

  it("never shows what is secret", async () => {
    await root.secretsManager.send(new CreateSecretCommand({ Name: "secret", SecretString: "opened-text" }));
    await root.secretsManager.send(new GetSecretValueCommand({ SecretId: "secret" }));
    await root.iam.send(new CreateUserCommand({ UserName: "Bob" }));
    await root.iam.send(new CreateLoginProfileCommand({ UserName: "Bob", Password: "correct-Horse-1" }));
    const { AccessKey } = await root.iam.send(new CreateAccessKeyCommand({ UserName: "Bob" }));
    const text = JSON.stringify(emulator.instance.audit.eventsOf(account));
    for (const secret of ["opened-text", "correct-Horse-1", AccessKey?.SecretAccessKey ?? "no key"])
      expect(text).not.to.contain(secret);
    expect(text).to.contain(AccessKey?.AccessKeyId);
  });

  it("carries the instance's time", async () => {
    emulator.instance.clock.advance(400 * oneDay);
    await root.kms.send(new DescribeKeyCommand({ KeyId: key.id }));
    expect(Math.abs(Date.parse(last().eventTime) - Date.now() - 400 * oneDay)).to.be.below(10_000);
  });

  it("of a global service belongs to us-east-1, wherever it was signed for", async () => {
    const far = clientsFor(emulator, rootOf(), "eu-west-1");
    await far.iam.send(new CreateUserCommand({ UserName: "Bob" }));
    expect(last()).to.include({ eventName: "CreateUser", awsRegion: "us-east-1" });
    await far.sts.send(new GetCallerIdentityCommand({}));
    expect(last()).to.include({ eventName: "GetCallerIdentity", awsRegion: "eu-west-1" });
  });

  describe("across accounts", () => {
    const encrypt = ({ kms }: Clients) => kms.send(new EncryptCommand({ KeyId: key.arn, Plaintext: Buffer.from("a") }));

    it("is written for both, when the call was allowed", async () => {
      const carol = await createUser(emulator, "Carol", [allKms], otherAccount);
      await root.kms.send(
        new PutKeyPolicyCommand({ KeyId: key.id, Policy: keyPolicy(toAccount(), toAccount(otherAccount)) }),
      );
      await encrypt(carol.clients);
      const [callers, owners] = [last(otherAccount), last(account)];
      const { eventID, userIdentity, recipientAccountId, ...common } = owners;
      expect(callers).to.deep.include(common);
      expect(callers).to.include({ eventName: "Encrypt", recipientAccountId: otherAccount });
      expect(callers.userIdentity).to.include({ type: "IAMUser", userName: "Carol" });
      expect(userIdentity).to.deep.equal({
        type: "AWSAccount",
        principalId: carol.id,
        accountId: otherAccount,
        invokedBy: undefined,
      });
      expect(recipientAccountId).to.equal(account);
      expect(eventID).not.to.equal(callers.eventID);
      expect(common.sharedEventID).to.match(/^[0-9a-f]{8}-/);
    });

    it("is written for both, when the call failed for another reason than permission", async () => {
      const carol = await createUser(emulator, "Carol", [allKms], otherAccount);
      await root.kms.send(
        new PutKeyPolicyCommand({ KeyId: key.id, Policy: keyPolicy(toAccount(), toAccount(otherAccount)) }),
      );
      await root.kms.send(new DisableKeyCommand({ KeyId: key.id }));
      await refusalOf(encrypt(carol.clients));
      expect([last(account).errorCode, last(otherAccount).errorCode]).to.deep.equal([
        "DisabledException",
        "DisabledException",
      ]);
    });

    it("is written for the caller alone, when the call was denied", async () => {
      const carol = await createUser(emulator, "Carol", [allKms], otherAccount);
      const before = count(account);
      await refusalOf(encrypt(carol.clients));
      expect(count(account)).to.equal(before);
      expect(last(otherAccount)).to.include({
        eventName: "Encrypt",
        errorCode: "AccessDenied",
        requestParameters: null,
      });
    });
  });
});
