import { status, type handleUnaryCall } from "@grpc/grpc-js";
import { grpcError } from "./errors.ts";

/**
 * A method of a protocol whose calls have one request and one response. `answer` is a method on purpose: requests are then
 * compared both ways, so that methods of different requests fit into one list. What reads requests makes them of the right kind.
 */
export interface Method {
  answer(request: object, session: string): object | Promise<object>;
}

/** Methods by name. */
export type Methods = Readonly<Record<string, Method | undefined>>;

/** A method: a function from request and session to response, synchronous or not. */
export function method(answer: Method["answer"]): Method {
  return { answer };
}

/**
 * How gRPC calls a method. Whatever it throws is answered through `grpcError`. The session is the caller's connection: each engine
 * process has its own. Whoever is to hear of errors does so first. What is not among the methods, which are loaded with the first call, is answered as unimplemented, by name.
 */
export function unary(
  name: string,
  methods: () => Promise<Methods>,
  failed: (error: unknown) => void,
): handleUnaryCall<object, object> {
  return (call, callback) => {
    const answered = async (): Promise<void> => {
      const found = (await methods())[name];
      if (found) callback(null, await found.answer(call.request, call.getPeer()));
      else callback({ code: status.UNIMPLEMENTED, details: `The embedded provider does not implement ${name}.` });
    };
    answered().catch((error: unknown) => {
      failed(error);
      callback(grpcError(error));
    });
  };
}
