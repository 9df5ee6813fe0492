import { DeleteUserCommand, DeleteAccessKeyCommand, DeleteUserPolicyCommand } from "@aws-sdk/client-iam";
import {
  DeleteResourcePolicyCommand,
  DeleteSecretCommand,
  GetResourcePolicyCommand,
  GetSecretValueCommand,
  PutResourcePolicyCommand,
  ValidateResourcePolicyCommand,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestStatement,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount } from "../kms/keys.ts";
import { makeSecret, type TestSecret } from "./secrets.ts";

const strangers = "111111111111";
const read = "secretsmanager:GetSecretValue";
const allow = (Action: string | string[]): TestStatement => ({ Effect: "Allow", Action, Resource: "*" });
const policyFor = (AWS: string, more: object = {}) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Principal: { AWS }, Action: read, Resource: "*", ...more },
  });

describe("A secret's resource policy", () => {
  let emulator: Emulator;
  let root: Clients;
  let secret: TestSecret;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    secret = await makeSecret(root, "shared");
  });
  afterEach(() => emulator.stop());

  const put = (ResourcePolicy: string) =>
    root.secretsManager.send(new PutResourcePolicyCommand({ SecretId: secret.arn, ResourcePolicy }));
  const valueFor = async ({ secretsManager }: Clients) =>
    (await secretsManager.send(new GetSecretValueCommand({ SecretId: secret.arn }))).SecretString;

  it("is shown as it was written, until it is deleted", async () => {
    const SecretId = secret.name;
    const show = () => root.secretsManager.send(new GetResourcePolicyCommand({ SecretId }));
    expect(await show()).not.to.have.property("ResourcePolicy");
    const text = policyFor("000000000000");
    expect(await put(text)).to.include({ ARN: secret.arn, Name: "shared" });
    expect(await show()).to.include({ ARN: secret.arn, ResourcePolicy: text });
    await root.secretsManager.send(new DeleteResourcePolicyCommand({ SecretId }));
    expect(await show()).not.to.have.property("ResourcePolicy");
  });

  it("is enough for a user of the account whom it names, and for nobody else", async () => {
    const ada = await createUser(emulator, "Ada");
    const bob = await createUser(emulator, "Bob");
    await put(policyFor(ada.arn));
    expect(await valueFor(ada.clients)).to.equal("opened");
    expect((await refusalOf(valueFor(bob.clients))).message).to.equal(
      `User: ${bob.arn} is not authorized to perform: ${read} on resource: ${secret.arn} because no identity-based policy allows the ${read} action`,
    );
  });

  it("denies what it denies, also to those whose own policies allow it", async () => {
    const ada = await createUser(emulator, "Ada", [allow(read)]);
    expect(await valueFor(ada.clients)).to.equal("opened");
    await put(policyFor("*", { Effect: "Deny" }));
    expect((await refusalOf(valueFor(ada.clients))).message).to.equal(
      `User: ${ada.arn} is not authorized to perform: ${read} on resource: ${secret.arn} with an explicit deny in a resource-based policy`,
    );
  });

  it("knows a user by the unique id: a namesake is not let in, and the policy shows it", async () => {
    const ada = await createUser(emulator, "Ada");
    await put(policyFor(ada.arn));
    const key = { UserName: "Ada", AccessKeyId: ada.credentials.accessKeyId };
    await root.iam.send(new DeleteAccessKeyCommand(key));
    await root.iam.send(new DeleteUserCommand({ UserName: "Ada" }));
    const namesake = await createUser(emulator, "Ada");
    expect((await refusalOf(valueFor(namesake.clients))).code).to.equal("AccessDeniedException");
    const { ResourcePolicy } = await root.secretsManager.send(new GetResourcePolicyCommand({ SecretId: secret.arn }));
    expect(ResourcePolicy).to.contain(ada.id).and.not.to.contain(ada.arn);
  });

  describe("lets in another account", () => {
    const both = [allow([read, "kms:Decrypt"])];

    /** A secret under a key that the account of strangers may use, if told so. */
    async function share(withKey: boolean) {
      const statements = [toAccount(), ...(withKey ? [toAccount(strangers)] : [])];
      const { arn } = await makeKey(root, { Policy: keyPolicy(...statements) });
      secret = await makeSecret(root, "guarded", { SecretString: "opened", KmsKeyId: arn });
    }

    it("where the policies of both sides allow it, and those of the key", async () => {
      await share(true);
      const stranger = await createUser(emulator, "Stranger", both, strangers);
      expect((await refusalOf(valueFor(stranger.clients))).message).to.equal(
        `User: ${stranger.arn} is not authorized to perform: ${read} on resource: ${secret.arn} because no resource-based policy allows the ${read} action`,
      );
      await put(policyFor(stranger.arn));
      expect(await valueFor(stranger.clients)).to.equal("opened");
      const strangersIam = clientsFor(emulator, { accessKeyId: strangers, secretAccessKey: "test" }).iam;
      await strangersIam.send(new DeleteUserPolicyCommand({ UserName: "Stranger", PolicyName: "test" }));
      expect((await refusalOf(valueFor(stranger.clients))).message).to.equal(
        `User: ${stranger.arn} is not authorized to perform: ${read} on resource: ${secret.arn} because no identity-based policy allows the ${read} action`,
      );
    });

    it("to delete, and nothing of the other account's that has the same name", async () => {
      const Action = "secretsmanager:DeleteSecret";
      const stranger = await createUser(emulator, "Stranger", [allow(Action)], strangers);
      const strangersRoot = clientsFor(emulator, { accessKeyId: strangers, secretAccessKey: "test" });
      const namesake = await makeSecret(strangersRoot, secret.name, { SecretString: "theirs" });
      await put(policyFor(stranger.arn, { Action }));
      await stranger.clients.secretsManager.send(
        new DeleteSecretCommand({ SecretId: secret.arn, ForceDeleteWithoutRecovery: true }),
      );
      expect((await refusalOf(valueFor(root))).code).to.equal("ResourceNotFoundException");
      const left = new GetSecretValueCommand({ SecretId: namesake.arn });
      expect((await strangersRoot.secretsManager.send(left)).SecretString).to.equal("theirs");
    });

    it("but not past the policy of the key", async () => {
      await share(false);
      const stranger = await createUser(emulator, "Stranger", both, strangers);
      await put(policyFor(strangers));
      expect(await refusalOf(valueFor(stranger.clients))).to.deep.equal({
        code: "AccessDeniedException",
        message: "Access to KMS is not allowed",
        status: 400,
      });
    });

    it("but never under the key aws/secretsmanager", async () => {
      const stranger = await createUser(emulator, "Stranger", both, strangers);
      await put(policyFor(strangers));
      expect(await refusalOf(valueFor(stranger.clients))).to.deep.equal({
        code: "InvalidRequestException",
        message:
          "You can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.",
        status: 400,
      });
    });
  });

  const validations: { name: string; text: string; checks: string[] }[] = [
    { name: "one for an account passes", text: policyFor("000000000000"), checks: [] },
    { name: "one for everyone is public", text: policyFor("*"), checks: ["PUBLIC_POLICY"] },
    {
      name: "one for everyone of an organization passes",
      text: policyFor("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-example" } } }),
      checks: [],
    },
    { name: "one that denies everyone passes", text: policyFor("*", { Effect: "Deny" }), checks: [] },
    {
      name: "one that keeps its author from changing it locks out",
      text: policyFor("*", { Effect: "Deny", Action: "secretsmanager:PutResourcePolicy" }),
      checks: ["LOCKOUT_POLICY"],
    },
    { name: "no policy at all is malformed", text: "{}", checks: ["MALFORMED_POLICY"] },
  ];
  for (const { name, text, checks } of validations) {
    it(`is validated: ${name}`, async () => {
      const { PolicyValidationPassed, ValidationErrors } = await root.secretsManager.send(
        new ValidateResourcePolicyCommand({ SecretId: secret.arn, ResourcePolicy: text }),
      );
      expect(PolicyValidationPassed).to.equal(checks.length === 0);
      expect(ValidationErrors?.map(({ CheckName }) => CheckName) ?? []).to.deep.equal(checks);
    });
  }
});
