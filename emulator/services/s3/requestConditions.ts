import type { CallContext } from "../../callContext.ts";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";

/**
 * The keys that every request to S3 carries, whatever it asks for. Those of its signature are missing where S3 is called by
 * another service. `s3:TlsVersion` is missing everywhere: the embedded AWS speaks HTTP.
 * Source: Service Authorization Reference, Amazon S3; S3 API Reference, "Amazon S3 Signature Version 4 authentication specific
 * policy keys": the age, in milliseconds, is that of presigned URLs alone.
 */
export function requestConditions(
  { instance, origin: { signature } }: CallContext,
  resourceAccountId: string,
): ConditionValues {
  const age =
    signature?.isPresigned === true ? instance.clock.wall().getTime() - signature.signedAt.getTime() : undefined;
  return {
    "s3:ResourceAccount": resourceAccountId,
    "s3:authType": signature && (signature.isPresigned ? "REST-QUERY-STRING" : "REST-HEADER"),
    "s3:signatureAge": age,
    "s3:signatureversion": signature && "AWS4-HMAC-SHA256",
  };
}
