import type { ReplicationStatusType } from "@aws-sdk/client-secrets-manager";
import type { Secret } from "./secret.ts";

/** What a secret knows of one of its replicas. */
export interface Replica {
  /** The replica itself, with a key of its own. After a failure it may be in no region. */
  readonly copy: Secret;
  status: "InSync" | "Failed";
  /** Why it failed. */
  statusMessage?: string;
}

/** A replica as DescribeSecret shows it. Source of the key's name: AWS CLI reference, `replicate-secret-to-regions`. */
export function shownReplica({ copy, status, statusMessage }: Replica): ReplicationStatusType {
  return {
    Region: copy.region,
    KmsKeyId: copy.kmsKeyId ?? "alias/aws/secretsmanager",
    Status: status,
    StatusMessage: statusMessage,
    LastAccessedDate: copy.lastAccessedOn,
  };
}

/** The replicas of a secret; `undefined` for a secret that has none. */
export function shownReplicas({ replicas }: Secret): ReplicationStatusType[] | undefined {
  return replicas.size > 0 ? [...replicas.values()].map(shownReplica) : undefined;
}

/**
 * The replicas of a secret as the request that asks for some of them is answered: AWS makes them afterwards, and
 * DescribeSecret tells how it went. Source: AWS CLI reference, `replicate-secret-to-regions`.
 */
export function begunReplicas(secret: Secret, asked: readonly { readonly Region?: string }[]): ReplicationStatusType[] {
  const begun = new Set(asked.map(({ Region }) => Region));
  return [...secret.replicas.values()].map((replica) => {
    const { StatusMessage, ...shown } = shownReplica(replica);
    return begun.has(shown.Region) ? { ...shown, Status: "InProgress" } : { ...shown, StatusMessage };
  });
}
