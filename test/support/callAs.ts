import { Dispatcher } from "../../emulator/dispatcher.ts";
import type { Operation } from "../../emulator/operation.ts";
import { rootUser, servicePrincipal, type Principal } from "../../emulator/principal.ts";
import { Registry } from "../../emulator/registry.ts";
import { services } from "../../emulator/services/services.ts";
import type { Emulator } from "./emulator.ts";

const region = "us-east-1";

/** Calls an operation as `service` does for a caller (default: root of the default account), past protocol and signature. */
export function callVia<Input, Output extends object>(
  emulator: Emulator,
  service: string,
  operation: Operation<Input, Output>,
  input: Input,
  caller: Principal = rootUser("000000000000"),
): Promise<Output> {
  const requestId = emulator.instance.random.uuid();
  const origin = { sourceIp: "127.0.0.1", userAgent: "test", viaService: service };
  const call = { caller, region, requestId, wireRequestId: requestId, origin };
  return new Dispatcher(emulator.instance, new Registry(services)).invoke(operation, input, call);
}

/** Calls an operation as a service that acts for itself. */
export function callAsService<Input, Output extends object>(
  emulator: Emulator,
  service: string,
  operation: Operation<Input, Output>,
  input: Input,
): Promise<Output> {
  return callVia(emulator, service, operation, input, servicePrincipal(service, region, "000000000000"));
}
