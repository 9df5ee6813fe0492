import type { CallOrigin } from "./callContext.ts";
import type { Operation } from "./operation.ts";
import type { Principal } from "./principal.ts";

/** One call, authenticated and parsed. */
export interface Call {
  readonly caller: Principal;
  readonly region: string;
  readonly requestId: string;
  readonly wireRequestId: string;
  readonly origin: CallOrigin;
}

/** Makes a call of an operation. Rejects with what the operation answers. */
export type MakeCall = <Input, Output extends object>(
  operation: Operation<Input, Output>,
  input: Input,
  call: Call,
) => Promise<Output>;
