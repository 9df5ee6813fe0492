import type { CallContext } from "./callContext.ts";
import type { Operation } from "./operation.ts";

/** A resource as the Resource Groups Tagging API sees it. */
export interface TaggableResource {
  readonly arn: string;
  /** The part of its ARN that says what it is, for example `key`; needed only where the ARN says nothing: S3 buckets. */
  readonly type?: string;
  /** Absent: it never had any. */
  readonly tags?: ReadonlyMap<string, string>;
}

/** Makes a call of the service's own, as the caller. Throws what the service answers. */
export type OwnCall = <Input, Output extends object>(
  operation: Operation<Input, Output>,
  input: Input,
) => Promise<Output>;

/** What a service tells the Resource Groups Tagging API of itself: `tagging` in its record. */
export interface Tagging {
  /** What the ARNs of its resources have in the place of the service, for example `kms`. */
  readonly namespace: string;
  /** The resources of the caller's account in the region of the call. */
  resources(context: CallContext): readonly TaggableResource[];
  /** Puts tags on a resource with the service's own operation. */
  tag(call: OwnCall, arn: string, tags: Readonly<Record<string, string>>): Promise<object>;
  /** Takes tags off a resource with the service's own operation. */
  untag(call: OwnCall, arn: string, keys: string[]): Promise<object>;
}
