import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateGrantCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  GetKeyLastUsageCommand,
  GetKeyPolicyCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeyPoliciesCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateKeyDescriptionCommand,
} from "@aws-sdk/client-kms";
import { keyPolicy, toAccount } from "./keys.ts";
import {
  always,
  enabledOnly,
  grantee,
  notPending,
  pendingOnly,
  tag,
  withMaterial,
  type StateRow,
} from "./keyStateRow.ts";

/** What is about a key and what is attached to it. Source: KMS Developer Guide, "Key states of AWS KMS keys". */
export const managementStateRows: readonly StateRow[] = [
  {
    name: "CreateGrant",
    call: ({ kms, key }) =>
      kms.send(new CreateGrantCommand({ KeyId: key.id, GranteePrincipal: grantee, Operations: ["Decrypt"] })),
    outcomes: enabledOnly,
  },
  {
    name: "EnableKey",
    call: ({ kms, key }) => kms.send(new EnableKeyCommand({ KeyId: key.id })),
    outcomes: withMaterial,
  },
  {
    name: "DisableKey",
    call: ({ kms, key }) => kms.send(new DisableKeyCommand({ KeyId: key.id })),
    outcomes: withMaterial,
  },
  {
    name: "ScheduleKeyDeletion",
    call: ({ kms, key }) => kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id })),
    outcomes: notPending,
  },
  {
    name: "CreateAlias",
    call: ({ kms, key }) => kms.send(new CreateAliasCommand({ AliasName: `alias/new-${key.id}`, TargetKeyId: key.id })),
    outcomes: notPending,
  },
  {
    name: "UpdateAlias to the key",
    call: ({ kms, key, aliasName }) => kms.send(new UpdateAliasCommand({ AliasName: aliasName, TargetKeyId: key.id })),
    outcomes: notPending,
  },
  {
    name: "TagResource",
    call: ({ kms, key }) => kms.send(new TagResourceCommand({ KeyId: key.id, Tags: [tag] })),
    outcomes: notPending,
  },
  {
    name: "UntagResource",
    call: ({ kms, key }) => kms.send(new UntagResourceCommand({ KeyId: key.id, TagKeys: ["a"] })),
    outcomes: notPending,
  },
  {
    name: "UpdateKeyDescription",
    call: ({ kms, key }) => kms.send(new UpdateKeyDescriptionCommand({ KeyId: key.id, Description: "new" })),
    outcomes: notPending,
  },
  {
    name: "CancelKeyDeletion",
    call: ({ kms, key }) => kms.send(new CancelKeyDeletionCommand({ KeyId: key.id })),
    outcomes: pendingOnly,
  },
  {
    name: "DescribeKey",
    call: ({ kms, key }) => kms.send(new DescribeKeyCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "GetKeyPolicy",
    call: ({ kms, key }) => kms.send(new GetKeyPolicyCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "PutKeyPolicy",
    call: ({ kms, key }) => kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy: keyPolicy(toAccount()) })),
    outcomes: always,
  },
  {
    name: "ListKeyPolicies",
    call: ({ kms, key }) => kms.send(new ListKeyPoliciesCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "ListResourceTags",
    call: ({ kms, key }) => kms.send(new ListResourceTagsCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "ListAliases",
    call: ({ kms, key }) => kms.send(new ListAliasesCommand({ KeyId: key.id })),
    outcomes: always,
  },
  { name: "ListGrants", call: ({ kms, key }) => kms.send(new ListGrantsCommand({ KeyId: key.id })), outcomes: always },
  {
    name: "RevokeGrant",
    call: ({ kms, key, grantId }) => kms.send(new RevokeGrantCommand({ KeyId: key.id, GrantId: grantId })),
    outcomes: always,
  },
  {
    name: "RetireGrant",
    call: ({ kms, key, grantId }) => kms.send(new RetireGrantCommand({ KeyId: key.arn, GrantId: grantId })),
    outcomes: always,
  },
  {
    name: "DeleteAlias",
    call: ({ kms, aliasName }) => kms.send(new DeleteAliasCommand({ AliasName: aliasName })),
    outcomes: always,
  },
  {
    name: "GetKeyLastUsage",
    call: ({ kms, key }) => kms.send(new GetKeyLastUsageCommand({ KeyId: key.id })),
    outcomes: always,
  },
];
