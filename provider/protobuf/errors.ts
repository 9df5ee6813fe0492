import { Metadata, status as grpcStatus } from "@grpc/grpc-js";
import type { ServerErrorResponse } from "@grpc/grpc-js";
import providerMessages from "@pulumi/pulumi/proto/provider_pb.js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import protobuf from "google-protobuf/google/protobuf/any_pb.js";
import { describeError } from "../aws/errors.ts";
import { PartlyCreated, ProviderError } from "../errors.ts";
import { toStruct } from "./struct.ts";

/**
 * What the engine is told of any error; every method answers its errors through this one function.
 *
 * A half-created resource carries its id and state in the detail `ErrorResourceInitFailed`: the engine then records the
 * resource and still reports the failure. Mistakes and refusals of AWS are told as sentences; everything else is a bug
 * and keeps its stack trace.
 */
export function grpcError(error: unknown): ServerErrorResponse {
  if (error instanceof PartlyCreated) {
    return initFailed(error);
  }
  if (error instanceof ProviderError) {
    return named(grpcStatus.INVALID_ARGUMENT, error.message);
  }
  const refusal = describeError(error);
  if (refusal !== undefined) {
    return named(grpcStatus.UNKNOWN, refusal);
  }
  return named(grpcStatus.INTERNAL, error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function named(code: grpcStatus, details: string): ServerErrorResponse {
  return { name: "ServerErrorResponse", message: details, code, details };
}

function initFailed(error: PartlyCreated): ServerErrorResponse {
  const reason = grpcError(error.cause).message;
  const detail = new providerMessages.ErrorResourceInitFailed();
  detail.setId(error.id);
  detail.setProperties(toStruct(error.state));
  detail.setInputs(toStruct(error.inputs));
  detail.setReasonsList([reason]);
  const any = new protobuf.Any();
  any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new statusMessages.Status();
  status.setCode(grpcStatus.UNKNOWN);
  status.setMessage(reason);
  status.addDetails(any);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return Object.assign(named(grpcStatus.UNKNOWN, reason), { metadata });
}
