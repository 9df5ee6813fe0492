import { services } from "../emulator/services/services.ts";

/** The services of the embedded AWS as IAM actions begin with them, in alphabetical order. */
export function serviceNames(): string[] {
  return services.map(({ name }) => name).sort();
}
