import { administratorName } from "../../blueprint/sandboxSettings.ts";
import type { Checkpoint } from "../checkpoint.ts";
import type { Facts } from "../facts.ts";
import { isDenial, type StudentEvent } from "../studentEvent.ts";

const services = {
  dynamodb: { principal: "dynamodb.amazonaws.com", thing: "the table" },
  secretsmanager: { principal: "secretsmanager.amazonaws.com", thing: "the secret" },
} as const;

type Service = keyof typeof services;

/** The first event that is as wanted. */
function first({ events }: Facts, isWanted: (event: StudentEvent) => boolean): string | undefined {
  return events.find(isWanted)?.at;
}

function did(action: string): (event: StudentEvent) => boolean {
  return (event) => event.action === action && event.error === undefined;
}

/** Whether the student's own administrator is meant, who may do everything from the start. */
function isAdministrator({ who }: StudentEvent): boolean {
  return who === administratorName;
}

/** @param alias that the workshop gives the key */
export function keyCreated(alias: string): Checkpoint {
  return {
    id: "key-created",
    title: "key created",
    task: `As the administrator, create a symmetric customer managed key with the alias {prefix}-${alias}. You are its administrator and its only user.`,
    reachedAt: (facts) => first(facts, did("kms:CreateKey")),
  };
}

/** @param name that the workshop gives the table */
export function tableEncrypted(name: string): Checkpoint {
  return {
    id: "table-encrypted",
    title: "table encrypted under own key",
    task: `Create the table {prefix}-${name} with the partition key id, then let your own key encrypt it.`,
    reachedAt: ({ tables, keys, now }) =>
      tables.some(({ keyArn }) => keys.some(({ arn }) => arn === keyArn)) ? now : undefined,
  };
}

/** @param name that the workshop gives the secret */
export function secretEncrypted(name: string): Checkpoint {
  return {
    id: "secret-encrypted",
    title: "secret encrypted under own key",
    task: `Keep a secret {prefix}-${name} in Secrets Manager under your own key.`,
    reachedAt: ({ secrets, keys, now }) =>
      secrets.some(({ key }) => key !== undefined && keys.some(({ arn }) => arn === key || arn.endsWith(`/${key}`)))
        ? now
        : undefined,
  };
}

/** @param name that the workshop gives the user */
export function userCreated(name: string): Checkpoint {
  return {
    id: "user-created",
    title: "unprivileged user created",
    task: `Create the user {prefix}-${name} under the permissions boundary {boundary}, with AmazonDynamoDBFullAccess.`,
    reachedAt: (facts) => first(facts, did("iam:CreateUser")),
  };
}

/** Somebody who may use the service and not the key has tried. */
export function deniedByKey(service: Service, user: string): Checkpoint {
  const { principal, thing } = services[service];
  return {
    id: `denied-by-key-${service}`,
    title: "was denied by kms:Decrypt",
    task: `As ${user}, try to read ${thing}. What are you refused, and by whom?`,
    reachedAt: (facts) =>
      first(
        facts,
        (event) =>
          event.action === "kms:Decrypt" && event.through === principal && isDenial(event) && !isAdministrator(event),
      ),
  };
}

/** Somebody beside the administrator was given the key. */
export function becameKeyUser(user: string): Checkpoint {
  return {
    id: "became-key-user",
    title: "became key user",
    task: `As the administrator, make ${user} a user of the key.`,
    reachedAt: ({ keys, events, now }) => {
      if (!keys.some(({ users }) => users.some((name) => name !== administratorName))) return undefined;
      const given = events.findLast((event) => did("kms:PutKeyPolicy")(event) || did("kms:CreateGrant")(event));
      return given?.at ?? now;
    },
  };
}

/** Somebody beside the administrator reads what is encrypted under the key. */
export function hasRead(service: Service, user: string): Checkpoint {
  const { principal, thing } = services[service];
  return {
    id: `has-read-${service}`,
    title: service === "dynamodb" ? "has read the item" : "has read the secret",
    task: `As ${user}, read ${thing} again.`,
    reachedAt: (facts) =>
      first(facts, (event) => did("kms:Decrypt")(event) && event.through === principal && !isAdministrator(event)),
  };
}

export const keyDisabled: Checkpoint = {
  id: "key-disabled",
  title: "key disabled",
  task: "Disable the key, and see what can no longer be read.",
  reachedAt: (facts) => first(facts, did("kms:DisableKey")),
};

export const keyScheduledForDeletion: Checkpoint = {
  id: "key-scheduled-for-deletion",
  title: "key scheduled for deletion",
  task: "Schedule the deletion of the key, with a waiting period of 7 days.",
  reachedAt: (facts) => first(facts, did("kms:ScheduleKeyDeletion")),
};

export const deletionCancelled: Checkpoint = {
  id: "deletion-cancelled",
  title: "deletion cancelled",
  task: "Cancel the deletion of the key.",
  reachedAt: (facts) => first(facts, did("kms:CancelKeyDeletion")),
};

export const encrypted: Checkpoint = {
  id: "encrypted",
  title: "encrypted with the key",
  task: "Encrypt something with the key, by its alias.",
  reachedAt: (facts) => first(facts, (event) => did("kms:Encrypt")(event) && event.through === undefined),
};

export const decrypted: Checkpoint = {
  id: "decrypted",
  title: "decrypted it again",
  task: "Decrypt it again, without naming a key.",
  reachedAt: (facts) => first(facts, (event) => did("kms:Decrypt")(event) && event.through === undefined),
};

export const rotationEnabled: Checkpoint = {
  id: "rotation-enabled",
  title: "rotation enabled",
  task: "Let KMS rotate the key every year.",
  reachedAt: (facts) =>
    first(facts, did("kms:EnableKeyRotation")) ?? (facts.keys.some(({ rotates }) => rotates) ? facts.now : undefined),
};

export const keyPolicyChanged: Checkpoint = {
  id: "key-policy-changed",
  title: "key policy changed",
  task: "Edit the key policy: give somebody else a right that they did not have.",
  reachedAt: (facts) => first(facts, did("kms:PutKeyPolicy")),
};
