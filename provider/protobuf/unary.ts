import type { ServerUnaryCall, handleUnaryCall } from "@grpc/grpc-js";
import { grpcError } from "./errors.ts";

/**
 * A gRPC method: a function from request and session to response, synchronous or not. Whatever it throws is answered
 * through `grpcError`. The session is the caller's connection: each engine process has its own.
 */
export function unary<Request, Response>(
  answer: (request: Request, session: string) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call: ServerUnaryCall<Request, Response>, callback) => {
    const answered = async () => answer(call.request, call.getPeer());
    answered().then(
      (response) => callback(null, response),
      (error: unknown) => callback(grpcError(error)),
    );
  };
}
