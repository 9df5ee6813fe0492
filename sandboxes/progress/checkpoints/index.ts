import type { Blueprint } from "../../student.ts";
import type { Checkpoint } from "../checkpoint.ts";
import {
  becameKeyUser,
  decrypted,
  deletionCancelled,
  deniedByKey,
  encrypted,
  hasRead,
  keyCreated,
  keyDisabled,
  keyPolicyChanged,
  keyScheduledForDeletion,
  rotationEnabled,
  secretEncrypted,
  tableEncrypted,
  userCreated,
} from "./common.ts";

/** What people make themselves where nothing stands, and what they do in any case. */
interface WorkshopCheckpoints {
  readonly making: readonly Checkpoint[];
  readonly doing: readonly Checkpoint[];
}

const user = "{prefix}-nextwork-kms-user";

/** By the name of the workshop, in the order in which it has people do them. */
const checkpoints: Readonly<Record<string, WorkshopCheckpoints>> = {
  "encrypt-a-database": {
    making: [keyCreated("nextwork-kms-key"), tableEncrypted("nextwork-kms-table"), userCreated("nextwork-kms-user")],
    doing: [deniedByKey("dynamodb", user), becameKeyUser(user), hasRead("dynamodb", user), keyScheduledForDeletion],
  },
  "audited-database": {
    making: [keyCreated("nextwork-kms-key"), tableEncrypted("nextwork-kms-table"), userCreated("outsider")],
    doing: [hasRead("dynamodb", "{prefix}-member"), deniedByKey("dynamodb", "{prefix}-outsider")],
  },
  "team-task-hub": {
    making: [keyCreated("taskhub_kms"), tableEncrypted("taskhub"), secretEncrypted("taskhub")],
    doing: [
      hasRead("dynamodb", "{prefix}-QuocBao"),
      hasRead("secretsmanager", "{prefix}-QuocBao"),
      deniedByKey("secretsmanager", "{prefix}-Colleague"),
    ],
  },
  "first-key": {
    making: [keyCreated("sanyogitaKey")],
    doing: [keyDisabled, keyScheduledForDeletion],
  },
  "kms-practicals": {
    making: [keyCreated("my-app-key")],
    doing: [encrypted, decrypted, rotationEnabled, keyScheduledForDeletion, deletionCancelled],
  },
  "new-key-policy": {
    making: [keyCreated("NewKey")],
    doing: [keyPolicyChanged, keyDisabled, keyScheduledForDeletion],
  },
};

/**
 * What the students of a workshop are to have done.
 *
 * @throws Error for a workshop that has none: every preset has.
 */
export function checkpointsOf(workshop: string, blueprint: Blueprint): readonly Checkpoint[] {
  const found = checkpoints[workshop];
  if (!found) throw new Error(`The workshop ${workshop} has no checkpoints.`);
  return blueprint === "ready-made" ? found.doing : [...found.making, ...found.doing];
}
