import {
  CreateGrantCommand,
  GrantOperation,
  ListGrantsCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
} from "@aws-sdk/client-kms";
import type { GrantListEntry } from "@aws-sdk/client-kms";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, isAwsError, required } from "../../aws/errors.ts";
import { sameKey } from "../../aws/keyId.ts";
import { sameSet } from "../../lifecycle/compare.ts";
import { region, resource } from "../../resource.ts";

const encryptionContext = z.record(z.string(), z.string()).optional();

/** `aws.kms.Grant`. Its id is `<key id or ARN>:<grant id>`, as in the official provider. */
export const grant = resource({
  token: "aws:kms/grant:Grant",
  inputs: {
    constraints: z
      .array(z.strictObject({ encryptionContextEquals: encryptionContext, encryptionContextSubset: encryptionContext }))
      .max(1)
      .optional(),
    grantCreationTokens: z.array(z.string()).optional(),
    granteePrincipal: z.string(),
    keyId: z.string(),
    name: z.string().max(256).optional(),
    operations: z.array(z.enum(GrantOperation)).min(1),
    region,
    retireOnDelete: z.boolean().default(false),
    retiringPrincipal: z.string().optional(),
  },
  outputs: { grantId: z.string(), grantToken: z.string() },
  unsupported: [],
  replaceOnChanges: [
    "constraints",
    "grantCreationTokens",
    "granteePrincipal",
    "keyId",
    "name",
    "operations",
    "region",
    "retiringPrincipal",
  ],
  computed: ["region"],
  same: { keyId: sameKey, operations: sameSet },
  secrets: ["grantToken"],

  async create(aws, wanted) {
    const { encryptionContextEquals, encryptionContextSubset } = wanted.constraints?.[0] ?? {};
    const command = new CreateGrantCommand({
      Constraints: wanted.constraints && {
        EncryptionContextEquals: encryptionContextEquals,
        EncryptionContextSubset: encryptionContextSubset,
      },
      GrantTokens: wanted.grantCreationTokens && [...wanted.grantCreationTokens],
      GranteePrincipal: wanted.granteePrincipal,
      KeyId: wanted.keyId,
      Name: wanted.name,
      Operations: [...wanted.operations],
      RetiringPrincipal: wanted.retiringPrincipal,
    });
    const isUnknown = (error: unknown) => isAwsError(error, "InvalidArnException");
    const made = await aws.eventually("KMS to know the grantee", () => aws.kms.send(command), isUnknown);
    const id = `${wanted.keyId}:${required(made.GrantId, "GrantId")}`;
    return { id, outputs: { grantToken: required(made.GrantToken, "GrantToken") } };
  },

  /** KMS tells the token only once: of an imported grant it is not known. */
  async read(aws, id, { grantToken = "" }) {
    const found = await findGrant(aws, id);
    return (
      found && {
        constraints: shownConstraints(found),
        grantId: required(found.GrantId, "GrantId"),
        grantToken,
        granteePrincipal: found.GranteePrincipal,
        keyId: keyOf(id),
        name: found.Name,
        operations: found.Operations,
        region: aws.region,
        retiringPrincipal: found.RetiringPrincipal,
      }
    );
  },

  async delete(aws, id, { retireOnDelete }) {
    const found = await findGrant(aws, id);
    if (found === undefined) {
      return;
    }
    const { GrantId, KeyId } = found;
    await ifExists(
      retireOnDelete === true
        ? aws.kms.send(new RetireGrantCommand({ GrantId, KeyId }))
        : aws.kms.send(new RevokeGrantCommand({ GrantId, KeyId })),
    );
  },
});

/** An ARN holds colons as well. */
function keyOf(id: string): string {
  return id.slice(0, id.lastIndexOf(":"));
}

async function findGrant(aws: Aws, id: string): Promise<GrantListEntry | undefined> {
  const GrantId = id.slice(id.lastIndexOf(":") + 1);
  const answer = await ifExists(aws.kms.send(new ListGrantsCommand({ KeyId: keyOf(id), GrantId })));
  return answer?.Grants?.[0];
}

function shownConstraints({ Constraints }: GrantListEntry) {
  return (
    Constraints && [
      {
        encryptionContextEquals: Constraints.EncryptionContextEquals,
        encryptionContextSubset: Constraints.EncryptionContextSubset,
      },
    ]
  );
}
