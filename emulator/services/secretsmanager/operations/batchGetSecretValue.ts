import type {
  APIErrorType,
  BatchGetSecretValueCommandInput,
  BatchGetSecretValueCommandOutput,
  SecretValueEntry,
} from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { page } from "../page.ts";
import { secretFilter } from "../secretFilter.ts";
import { getSecretValue } from "./getSecretValue.ts";

type BatchInput = Input<BatchGetSecretValueCommandInput>;

/** Source: Secrets Manager API Reference, BatchGetSecretValue. */
const mostAtOnce = 20;

/**
 * Reads the current values of several secrets, each as GetSecretValue does, with its permissions and its CloudTrail event.
 * What hinders one of them stands beside the values of the others.
 */
export const batchGetSecretValue = operation<BatchInput, Output<BatchGetSecretValueCommandOutput>>({
  service: "secretsmanager",
  name: "BatchGetSecretValue",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html",
  readOnly: true,
  access: (context, { Filters }) => {
    const names = Filters ? ["BatchGetSecretValue", "ListSecrets"] : ["BatchGetSecretValue"];
    return names.map((name) => accountAccess(context, name));
  },
  run: async (context, input) => {
    const { ids, nextToken } = chosenSecrets(context, input);
    const SecretValues: SecretValueEntry[] = [];
    const Errors: APIErrorType[] = [];
    for (const SecretId of ids) {
      const result = await context.callWithin(getSecretValue, { SecretId }).catch(refusal);
      if (result instanceof AwsError && isRefusedByEndpoint(context)) throw result;
      if (result instanceof AwsError) Errors.push({ SecretId, ErrorCode: result.code, Message: result.message });
      else SecretValues.push(result);
    }
    return { SecretValues, Errors, NextToken: nextToken };
  },
});

/** Source of the messages: public transcripts. */
function chosenSecrets({ state }: CallContext, input: BatchInput): { ids: readonly string[]; nextToken?: string } {
  const { SecretIdList, Filters, MaxResults, NextToken } = input;
  if ((SecretIdList === undefined) === (Filters === undefined)) {
    throw invalid("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
  }
  if (SecretIdList) {
    if (MaxResults === undefined) return { ids: SecretIdList };
    throw invalid("'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.");
  }
  const accepts = secretFilter(Filters);
  const found = state.secretsmanager.all().filter((secret) => !secret.deletionDate && accepts(secret));
  const { items, nextToken } = page(found, ({ arn }) => arn, { MaxResults: MaxResults ?? mostAtOnce, NextToken });
  return { ids: items.map(({ arn }) => arn), nextToken };
}

/**
 * What the policy of a VPC endpoint denies of one secret, it denies of all.
 * Source: Secrets Manager User Guide, "Get a batch of Secrets Manager secret values".
 */
function isRefusedByEndpoint({ instance, wireRequestId }: CallContext): boolean {
  const last = instance.decisions.latestOf(wireRequestId);
  return last !== undefined && last.result !== "Allowed" && last.layer === "endpoint policy";
}

function refusal(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  throw error;
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
