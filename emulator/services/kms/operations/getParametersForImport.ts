import { createPublicKey } from "node:crypto";
import type {
  AlgorithmSpec,
  GetParametersForImportCommandInput,
  GetParametersForImportCommandOutput,
} from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { addDays } from "../addDays.ts";
import { wrappingAlgorithms, type WrappingAlgorithm } from "../crypto/unwrap.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { generateSecret } from "../generateSecret.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { isCarried, keyKind } from "../keyKinds.ts";
import { requireNotPendingDeletion } from "../keyState.ts";
import type { KmsKey } from "../kmsKey.ts";
import { requireOrigin } from "../requireOrigin.ts";

const action = "kms:GetParametersForImport";
const tokenBytes = 64;

/** Hands out a public key to wrap material with, and the token that goes with it; both are good for 24 hours. */
export const getParametersForImport = operation<
  Input<GetParametersForImportCommandInput>,
  Output<GetParametersForImportCommandOutput>
>({
  service: "kms",
  name: "GetParametersForImport",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GetParametersForImport.html",
  readOnly: true,
  access: (context, { KeyId, WrappingAlgorithm, WrappingKeySpec }) => {
    const conditions = { "kms:WrappingAlgorithm": WrappingAlgorithm, "kms:WrappingKeySpec": WrappingKeySpec };
    return [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action, { conditions })];
  },
  run: async (context, { KeyId, WrappingAlgorithm, WrappingKeySpec }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireOrigin(key, "EXTERNAL");
    requireNotPendingDeletion(key, action);
    const algorithm = carriedAlgorithm(key, WrappingAlgorithm);
    if (!isCarried(WrappingKeySpec)) throw notCarried("WrappingKeySpec", WrappingKeySpec);
    const { random } = context.instance;
    const wrappingKey = await generateSecret(keyKind(WrappingKeySpec).material, random);
    const token = random.bytes(tokenBytes);
    const validTo = addDays(context.now, 1);
    key.importTokens.set(token.toString("base64"), { wrappingKey, algorithm, validTo });
    return {
      KeyId: key.arn,
      ImportToken: token,
      PublicKey: createPublicKey(wrappingKey).export({ type: "spki", format: "der" }),
      ParametersValidTo: validTo,
    };
  },
});

/** An RSA private key is too long for RSA alone. Source: KMS Developer Guide, "Select a wrapping algorithm". */
function carriedAlgorithm({ arn, spec }: KmsKey, algorithm: AlgorithmSpec): WrappingAlgorithm {
  if (!isCarriedAlgorithm(algorithm)) throw notCarried("WrappingAlgorithm", algorithm);
  if (keyKind(spec).material.type !== "rsa" || wrappingAlgorithms[algorithm].throughAes) return algorithm;
  const message = `${arn} key spec is ${spec} which is not valid for wrapping algorithm ${algorithm}.`;
  throw new AwsError("UnsupportedOperationException", message);
}

function isCarriedAlgorithm(algorithm: AlgorithmSpec): algorithm is WrappingAlgorithm {
  return Object.hasOwn(wrappingAlgorithms, algorithm);
}

/** SM2 is not in node:crypto; AWS itself has given up RSAES_PKCS1_V1_5. */
function notCarried(member: string, value: string): AwsError {
  return new AwsError("UnsupportedOperationException", `The embedded AWS does not carry ${member} ${value}.`);
}
