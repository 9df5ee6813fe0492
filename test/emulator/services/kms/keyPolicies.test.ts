import {
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  ListAccessKeysCommand,
} from "@aws-sdk/client-iam";
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  ListKeyPoliciesCommand,
  PutKeyPolicyCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount, withoutMetadata } from "./keys.ts";

const lockout = {
  code: "MalformedPolicyDocumentException",
  message: "The new key policy will not allow you to update the key policy in the future.",
  status: 400,
};
const invalidPrincipal = {
  code: "MalformedPolicyDocumentException",
  message: "Policy contains a statement with one or more invalid principals.",
  status: 400,
};

describe("KMS key policies", () => {
  let emulator: Emulator;
  let root: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  after(() => emulator.stop());

  async function policyOf(keyId: string): Promise<string | undefined> {
    return (await root.kms.send(new GetKeyPolicyCommand({ KeyId: keyId }))).Policy;
  }

  it("hand the decision to the account where none is given", async () => {
    const { id } = await makeKey(root);
    const answer = await root.kms.send(new GetKeyPolicyCommand({ KeyId: id }));
    const { Policy = "" } = answer;
    expect(withoutMetadata(answer)).to.deep.equal({ Policy, PolicyName: "default" });
    expect(JSON.parse(Policy)).to.deep.equal({
      Version: "2012-10-17",
      Id: "key-default-1",
      Statement: [
        {
          Sid: "Enable IAM User Permissions",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::000000000000:root" },
          Action: "kms:*",
          Resource: "*",
        },
      ],
    });
  });

  it("come back as they were written", async () => {
    const text = keyPolicy({ Sid: "All", ...toAccount() });
    const { id } = await makeKey(root, { Policy: text });
    expect(await policyOf(id)).to.equal(text);
    const next = keyPolicy({ Sid: "All of it", ...toAccount() });
    await root.kms.send(new PutKeyPolicyCommand({ KeyId: id, Policy: next, PolicyName: "default" }));
    expect(await policyOf(id)).to.equal(next);
  });

  it("have one name", async () => {
    const { id } = await makeKey(root);
    const { PolicyNames, Truncated } = await root.kms.send(new ListKeyPoliciesCommand({ KeyId: id }));
    expect({ PolicyNames, Truncated }).to.deep.equal({ PolicyNames: ["default"], Truncated: false });
    const other = { KeyId: id, PolicyName: "other" };
    const notFound = { code: "NotFoundException", message: "No such policy exists", status: 400 };
    expect(await refusalOf(root.kms.send(new GetKeyPolicyCommand(other)))).to.deep.equal(notFound);
    const put = new PutKeyPolicyCommand({ ...other, Policy: keyPolicy(toAccount()) });
    expect(await refusalOf(root.kms.send(put))).to.deep.equal(notFound);
  });

  const malformed: readonly { title: string; policy: string; code: string; message: RegExp }[] = [
    {
      title: "no JSON",
      policy: "{",
      code: "MalformedPolicyDocumentException",
      message: /^The policy is not valid JSON\.$/,
    },
    {
      title: "a statement without a principal",
      policy: keyPolicy(toAccount(), { Action: "kms:Encrypt" }),
      code: "MalformedPolicyDocumentException",
      message: /needs the element Principal/,
    },
    {
      title: "a condition operator that AWS does not have",
      policy: keyPolicy({ ...toAccount(), Condition: { IpAddresses: { "aws:SourceIp": "10.0.0.0/8" } } }),
      code: "MalformedPolicyDocumentException",
      message: /there is no condition operator 'IpAddresses'/,
    },
    {
      title: "a user who does not exist",
      policy: keyPolicy(toAccount(), { Principal: { AWS: "arn:aws:iam::000000000000:user/nobody" }, Action: "kms:*" }),
      code: invalidPrincipal.code,
      message: /^Policy contains a statement with one or more invalid principals\.$/,
    },
    {
      title: "a user of an account that nobody has used",
      policy: keyPolicy(toAccount(), { Principal: { AWS: "arn:aws:iam::999999999999:user/nobody" }, Action: "kms:*" }),
      code: invalidPrincipal.code,
      message: /^Policy contains a statement with one or more invalid principals\.$/,
    },
    {
      title: "a group",
      policy: keyPolicy(toAccount(), { Principal: { AWS: "arn:aws:iam::000000000000:group/all" }, Action: "kms:*" }),
      code: invalidPrincipal.code,
      message: /^Policy contains a statement with one or more invalid principals\.$/,
    },
    {
      title: "more than 32,768 bytes",
      policy: keyPolicy({ ...toAccount(), Sid: "x".repeat(32_768) }),
      code: "LimitExceededException",
      message: /larger than 32768 bytes/,
    },
  ];
  for (const { title, policy, code, message } of malformed) {
    it(`are refused with ${title}, by CreateKey and PutKeyPolicy alike`, async () => {
      const { id } = await makeKey(root);
      const created = await refusalOf(root.kms.send(new CreateKeyCommand({ Policy: policy })));
      const put = await refusalOf(root.kms.send(new PutKeyPolicyCommand({ KeyId: id, Policy: policy })));
      expect(created.code).to.equal(code);
      expect(created.message).to.match(message);
      expect(put).to.deep.equal(created);
    });
  }

  describe("that lock the caller out", () => {
    const decryptOnly = keyPolicy({ ...toAccount(), Action: "kms:Decrypt" });

    it("are refused, unless the check is waived", async () => {
      expect(await refusalOf(root.kms.send(new CreateKeyCommand({ Policy: decryptOnly })))).to.deep.equal(lockout);
      const { id } = await makeKey(root);
      const put = { KeyId: id, Policy: decryptOnly };
      expect(await refusalOf(root.kms.send(new PutKeyPolicyCommand(put)))).to.deep.equal(lockout);
      expect(await policyOf(id)).to.contain("kms:*");
      await root.kms.send(new PutKeyPolicyCommand({ ...put, BypassPolicyLockoutSafetyCheck: true }));
      expect((await refusalOf(policyOf(id))).message).to.equal(
        "User: arn:aws:iam::000000000000:root is not authorized to perform: kms:GetKeyPolicy on resource: " +
          `arn:aws:kms:us-east-1:000000000000:key/${id} because no resource-based policy allows the kms:GetKeyPolicy action`,
      );
      await makeKey(root, { Policy: decryptOnly, BypassPolicyLockoutSafetyCheck: true });
    });

    it("are those that delegate to the account where the caller's own policies lack kms:PutKeyPolicy", async () => {
      const create = { Effect: "Allow", Action: "kms:CreateKey", Resource: "*" } as const;
      const put = { Effect: "Allow", Action: "kms:PutKeyPolicy", Resource: "*" } as const;
      const creator = await createUser(emulator, "creator", [create]);
      const keeper = await createUser(emulator, "keeper", [create, put]);
      const policy = { Policy: keyPolicy(toAccount()) };
      expect(await refusalOf(creator.clients.kms.send(new CreateKeyCommand(policy)))).to.deep.equal(lockout);
      await makeKey(keeper.clients, policy);
      const naming = (arn: string) => keyPolicy({ Principal: { AWS: arn }, Action: "kms:PutKeyPolicy" });
      await makeKey(creator.clients, { Policy: naming(creator.arn) });
      expect(
        await refusalOf(creator.clients.kms.send(new CreateKeyCommand({ Policy: naming(keeper.arn) }))),
      ).to.deep.equal(lockout);
    });

    it("are those that deny, even if they allow, too", async () => {
      const policy = keyPolicy(toAccount(), {
        Effect: "Deny",
        Principal: { AWS: "arn:aws:iam::000000000000:root" },
        Action: "kms:PutKeyPolicy",
      });
      expect(await refusalOf(root.kms.send(new CreateKeyCommand({ Policy: policy })))).to.deep.equal(lockout);
    });
  });

  it("are tied to who a principal is, not to the name", async () => {
    const user = await createUser(emulator, "phoenix");
    const policy = keyPolicy(toAccount(), { Principal: { AWS: [user.arn] }, Action: "kms:DescribeKey" });
    const { id } = await makeKey(root, { Policy: policy });
    await user.clients.kms.send(new DescribeKeyCommand({ KeyId: id }));
    expect(await policyOf(id)).to.equal(policy);

    await remove(root, "phoenix");
    expect(await policyOf(id)).to.equal(policy.replace(user.arn, user.id));
    await root.iam.send(new CreateUserCommand({ UserName: "phoenix" }));
    expect(await policyOf(id)).to.equal(policy.replace(user.arn, user.id));
    await remove(root, "phoenix");
    const namesake = await createUser(emulator, "phoenix");
    expect((await refusalOf(namesake.clients.kms.send(new DescribeKeyCommand({ KeyId: id })))).code).to.equal(
      "AccessDeniedException",
    );
    const shown = (await policyOf(id)) ?? "";
    expect(await refusalOf(root.kms.send(new PutKeyPolicyCommand({ KeyId: id, Policy: shown })))).to.deep.equal(
      invalidPrincipal,
    );
    await root.kms.send(new PutKeyPolicyCommand({ KeyId: id, Policy: policy }));
    await namesake.clients.kms.send(new DescribeKeyCommand({ KeyId: id }));
  });

  it("cannot let other accounts read or write them", async () => {
    const { arn } = await makeKey(root, { Policy: keyPolicy(toAccount(), toAccount("111111111111")) });
    const other = clientsFor(emulator, rootOf("111111111111"));
    await other.kms.send(new DescribeKeyCommand({ KeyId: arn }));
    expect((await refusalOf(other.kms.send(new GetKeyPolicyCommand({ KeyId: arn })))).code).to.equal(
      "AccessDeniedException",
    );
    const put = new PutKeyPolicyCommand({ KeyId: arn, Policy: keyPolicy(toAccount("111111111111")) });
    expect((await refusalOf(other.kms.send(put))).code).to.equal("AccessDeniedException");
  });
});

async function remove({ iam }: Clients, name: string): Promise<void> {
  const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName: name }));
  for (const { AccessKeyId } of AccessKeyMetadata)
    await iam.send(new DeleteAccessKeyCommand({ UserName: name, AccessKeyId }));
  await iam.send(new DeleteUserCommand({ UserName: name }));
}
