/** A data key as KMS gave it: encrypted under a KMS key. */
export interface DataKey {
  readonly blob: Uint8Array;
  /** The volume or snapshot that it was made for: `aws:ebs:id` in the encryption context. */
  readonly madeFor: string;
}

/** How a volume or snapshot is encrypted. */
export interface Encryption {
  /** The ARN of the KMS key; as the request named it, if KMS would not let the caller use it. */
  readonly kmsKeyId: string;
  /** Absent: KMS refused to make one. EC2 says nothing of it at first: what was to be encrypted fails later. */
  readonly dataKey?: DataKey;
}
