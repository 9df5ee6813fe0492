import { Registry } from "../emulator/registry.ts";
import { services } from "../emulator/services/services.ts";

/** Whether the embedded AWS has a service of this name, for example `kms`, or AWS an operation of it: `kms:Decrypt`. */
export function isOperation(name: string): boolean {
  const [service = "", operation] = name.split(":");
  const described = new Registry(services).service(service);
  return described !== undefined && (operation === undefined || described.model.has(operation));
}
