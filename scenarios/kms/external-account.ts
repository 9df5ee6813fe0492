import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { inSecondAccount } from "../../infra/inSecondAccount.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { generateDataKey } from "../contract/actions/generateDataKey.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { can, cannot, type Naming, type Plain } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";
import { wizardsKeyPolicy } from "../contract/wizardsKeyPolicy.ts";

export default scenario({
  id: "kms/external-account",
  title: "Give another account the use of a key",
  lesson:
    "A key policy can name another account, which is half of a permission: that account must allow its own people the use of the key by IAM. Either side alone is not enough, and each takes its half back by itself.",
  workshop: "W3 step 8, W5",
  billed: { keys: 1 },
  needs: ["second account"],
  limits: [],
  accepts: {
    "UserPolicy partner-inline, policy: statement 1 is about every resource":
      "there is no other key that trusts the account",
  },

  parameters: { keyTrustsAccount: true, iamAllows: false },
  deploy: ({ name, parameters, secondAccount }) => {
    const other = secondAccount();
    const key = new EncryptionKey("key", {
      alias: name("shared-key"),
      administrators: [callerArn()],
      users: [callerArn()],
      trustedAccounts: parameters.keyTrustsAccount ? [other.accountId] : [],
    });
    const useOfTheKey = key.arn.apply((arn): PolicyDocument => ({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["kms:Encrypt", "kms:Decrypt"], Resource: arn }],
    }));
    const there = inSecondAccount(other);
    const inlinePolicy = parameters.iamAllows ? useOfTheKey : undefined;
    const partner = new UnprivilegedUser("partner", { userName: name("partner"), inlinePolicy }, there);
    const colleague = new UnprivilegedUser("colleague", { userName: name("colleague") }, there);
    const local = new UnprivilegedUser("local", { userName: name("local") });
    return { key, partner, colleague, local };
  },
  principals: {
    admin: administrator(),
    partner: accessKeyOf("partner"),
    colleague: accessKeyOf("colleague"),
    local: accessKeyOf("local"),
  },

  phases: [
    {
      name: "the key trusts the account, which allows nobody yet",
      expect: [
        can("admin", getKeyPolicy("key"), { yields: keyPolicy }),
        cannot("partner", encrypt("key", "letter"), { action: "kms:Encrypt", layer: "identity policy" }),
      ],
    },
    {
      name: "both sides allow it: the partner uses the key, for what IAM says, and nobody else does",
      set: { iamAllows: true },
      expect: [
        can("partner", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("partner", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
        cannot("partner", generateDataKey("key"), { action: "kms:GenerateDataKey", layer: "identity policy" }),
        cannot("colleague", decrypt({ noted: "ciphertext" }), { action: "kms:Decrypt", layer: "identity policy" }),
        cannot("local", decrypt({ noted: "ciphertext" }), { action: "kms:Decrypt", layer: "identity policy" }),
      ],
    },
    {
      name: "the key trusts the account no more, and what its IAM allows is worth nothing",
      set: { keyTrustsAccount: false },
      expect: [
        cannot("partner", encrypt("key", "letter"), { action: "kms:Encrypt", layer: "key policy" }),
        cannot("partner", decrypt({ noted: "ciphertext" }), { action: "kms:Decrypt", layer: "key policy" }),
      ],
    },
  ],
});

/** The other account is named by its root, beside the key user of this one, and may ask for grants as well. */
function keyPolicy({ accountId, administratorArn, secondAccountId = "" }: Naming): Plain {
  return wizardsKeyPolicy({
    accountId,
    administrators: [administratorArn],
    users: [administratorArn, `arn:aws:iam::${secondAccountId}:root`],
  });
}
