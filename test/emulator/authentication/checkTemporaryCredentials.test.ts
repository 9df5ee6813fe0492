import { expect } from "chai";
import { checkTemporaryCredentials } from "../../../emulator/authentication/checkTemporaryCredentials.ts";
import { AwsError } from "../../../emulator/awsError.ts";
import type { Principal } from "../../../emulator/principal.ts";
import { principals } from "../authorization/accessRequests.ts";

const { alice, root, reader, guest } = principals;
const issuedAt = new Date(0);
const plain = { session: { issuedAt } };
const proved = { session: { issuedAt, multiFactorAuthAt: issuedAt } };

/** What a caller is answered by IAM, by two operations of STS and by KMS: `open`, or the code of the error. */
const cases: { name: string; caller: Principal; iam: string; assumeRole: string; keyInfo: string }[] = [
  { name: "a user", caller: alice, iam: "open", assumeRole: "open", keyInfo: "open" },
  { name: "the root user", caller: root, iam: "open", assumeRole: "open", keyInfo: "open" },
  { name: "a session of a role", caller: reader, iam: "open", assumeRole: "open", keyInfo: "open" },
  {
    name: "a user with temporary credentials",
    caller: { ...alice, ...plain },
    iam: "InvalidClientTokenId",
    assumeRole: "open",
    keyInfo: "AccessDenied",
  },
  {
    name: "a user with temporary credentials and MFA",
    caller: { ...alice, ...proved },
    iam: "open",
    assumeRole: "open",
    keyInfo: "AccessDenied",
  },
  {
    name: "the root user with temporary credentials",
    caller: { ...root, ...plain },
    iam: "InvalidClientTokenId",
    assumeRole: "open",
    keyInfo: "AccessDenied",
  },
  {
    name: "a federated user",
    caller: guest,
    iam: "InvalidClientTokenId",
    assumeRole: "AccessDenied",
    keyInfo: "AccessDenied",
  },
];

function answer(caller: Principal, service: string, operation: string): string {
  try {
    checkTemporaryCredentials(caller, service, operation);
    return "open";
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return error.code;
  }
}

describe("What temporary credentials may call at all:", () => {
  for (const { name, caller, iam, assumeRole, keyInfo } of cases) {
    it(name, () => {
      expect(answer(caller, "iam", "ListUsers")).to.equal(iam);
      expect(answer(caller, "sts", "AssumeRole")).to.equal(assumeRole);
      expect(answer(caller, "sts", "GetAccessKeyInfo")).to.equal(keyInfo);
      expect(answer(caller, "sts", "GetCallerIdentity")).to.equal("open");
      expect(answer(caller, "kms", "ListKeys")).to.equal("open");
    });
  }
});
