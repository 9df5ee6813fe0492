/** What is used of dynalite, which ships without types: the whole server, which tests and benchmarks compare with. */
declare module "dynalite" {
  import type { Server } from "node:http";

  const dynalite: (options?: {
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }) => Server;
  export default dynalite;
}
