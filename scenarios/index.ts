import type { Scenario } from "./contract/scenario.ts";
import changeKey from "./dynamodb/change-key.ts";
import encryptionOptions from "./dynamodb/encryption-options.ts";
import keyDisabled from "./dynamodb/key-disabled.ts";
import transparentEncryption from "./dynamodb/transparent-encryption.ts";
import permissionsBoundary from "./iam/permissions-boundary.ts";
import unprivilegedUser from "./iam/unprivileged-user.ts";
import secretUnderKey from "./secretsmanager/secret-under-key.ts";
import teamTaskHub from "./secretsmanager/team-task-hub.ts";

/** Every scenario, in the order in which they are listed and run. */
export const scenarios: readonly Scenario[] = [
  changeKey,
  encryptionOptions,
  keyDisabled,
  transparentEncryption,
  permissionsBoundary,
  unprivilegedUser,
  secretUnderKey,
  teamTaskHub,
];
