import { Option } from "commander";

/** As whom to enter an AWS endpoint that is neither AWS nor an embedded AWS of this folder. */
export function accessKeyOptions(): Option[] {
  return [
    new Option("--access-key-id <id>", "of whoever may make users at the endpoint; for test credentials only"),
    new Option("--secret-access-key <secret>", "its secret, which everybody on this machine can see meanwhile"),
  ];
}
