import { Option, type Command } from "commander";
import { blueprints } from "../../sandboxes/student.ts";
import type { Context } from "../context.ts";
import { readCount } from "../readCount.ts";
import type { Change, ChangeOptions } from "../sandbox/change.ts";
import type { ClassOptions } from "../sandbox/classOptions.ts";
import type { EndOptions } from "../sandbox/end.ts";
import type { HandOutOptions } from "../sandbox/handOut.ts";
import type { ProveOptions } from "../sandbox/prove.ts";
import type { ServeClassOptions } from "../sandbox/serve.ts";
import type { UpOptions } from "../sandbox/up.ts";
import type { WatchOptions } from "../sandbox/watch.ts";
import { accessKeyOptions } from "./accessKeyOptions.ts";
import { readNumber } from "./readNumber.ts";

/** `keylab sandbox`: an instructor gives every student their own, and gets everything back. */
export function addSandbox(program: Command, context: Context): void {
  const sandbox = program
    .command("sandbox")
    .description("sandboxes for the students of a workshop: hand them out, look after them, get everything back")
    .helpOption("--help", "show this help");
  addUp(sandbox, context);
  addHandOut(sandbox, context);
  addLooks(sandbox, context);
  addChanges(sandbox, context);
  addEnds(sandbox, context);
  for (const command of sandbox.commands) for (const option of classOptions()) command.addOption(option);
}

function classOptions(): Option[] {
  return [
    new Option("--class <name>", "the class; the only one, if there is only one"),
    new Option("--target <target>", '"aws:<account>", or the URL of an AWS endpoint'),
    new Option("--role-arn <arn>", "on AWS, a role to assume and work as"),
    new Option("--external-id <id>", "what the role's trust policy asks for"),
    new Option("--backend <url>", "where Pulumi's state is kept"),
    new Option("--secrets-provider <provider>", "how secrets in it are encrypted"),
    new Option("--parallel <count>", "how many sandboxes are worked on at a time").argParser(readCount(1)).default(2),
    ...accessKeyOptions(),
  ];
}

const untilOptions = () => [
  new Option("--until <time>", 'when it ends, as in "2026-12-01 18:00 Europe/Berlin"'),
  new Option("--for <time>", "how long it lasts: 90m, 4h, 3d"),
];

function addUp(sandbox: Command, context: Context): void {
  const up = sandbox
    .command("up")
    .description("give everybody on a roster a sandbox, or what is missing to that, and prove that they are isolated")
    .option("--roster <file>", "who they are for: CSV or YAML")
    .option("--accounts <file>", "accounts of which each gets one, and the roles to assume there: CSV")
    .option("--seats <count>", "for so many anonymous seats, instead of a roster", readNumber(1, 1000))
    .option("--workshop <name>", "what they learn, such as encrypt-a-database")
    .addOption(new Option("--blueprint <name>", "what stands in a sandbox").choices(blueprints))
    .option("--keys <count>", "keys a sandbox may have before it is frozen", readNumber(1, 1000))
    .option("--tables <count>", "tables it may have", readNumber(1, 1000))
    .option("--requests <count>", "management events it may cause", readNumber(1, 10_000_000))
    .option("--yes", "do not ask")
    .action(async (options: UpOptions) => {
      const { up } = await import("../sandbox/up.ts");
      await up(options, context);
    });
  for (const option of untilOptions()) up.addOption(option);
}

function addHandOut(sandbox: Command, context: Context): void {
  sandbox
    .command("hand-out")
    .description("write the credentials of sandboxes to files that are handed out, also encrypted, or onto paper")
    .argument("[sandbox...]", "only these; all that are open and proved otherwise")
    .option("--out <folder>", "where the files go; in the folder of the class otherwise")
    .option("--age <recipient...>", "encrypted with age for public keys (age1…), or for files of them")
    .option("--password", "an encrypted archive for each, with a password of its own")
    .option("--sheet <file>", "an HTML page to print, with a sheet of paper for each; without the others, it alone")
    .action(async (leases: string[], options: HandOutOptions) => {
      const { handOut } = await import("../sandbox/handOut.ts");
      await handOut(leases, options, context);
    });
}

function addLooks(sandbox: Command, context: Context): void {
  sandbox
    .command("list")
    .description("show all sandboxes of a class, with what their students have reached")
    .option("--json", "as JSON, with all that is known")
    .action(async (options: ClassOptions & { json?: boolean }) => {
      const { list } = await import("../sandbox/list.ts");
      await list(options, context);
    });
  sandbox
    .command("show")
    .description("show one sandbox: checkpoints, denials, usage, history")
    .argument("<sandbox>", "its name")
    .action(async (lease: string, options: ClassOptions) => {
      const { show } = await import("../sandbox/show.ts");
      await show(lease, options, context);
    });
  sandbox
    .command("serve")
    .description("serve the dashboard of a class, and a page for each student")
    .option("--port <number>", "port on which it listens; 0: one that is free", readNumber(0, 65_535), 0)
    .option("--host <address>", "where it listens, if others than this machine are to reach it: needs TLS")
    .option("--tls-cert <file>", "a certificate, in PEM")
    .option("--tls-key <file>", "its key, in PEM")
    .action(async (options: ServeClassOptions) => {
      const { serve } = await import("../sandbox/serve.ts");
      await serve(options, context);
    });
  sandbox
    .command("prove")
    .description("prove that nobody gets at what is another's")
    .option("--matrix", "with who was tried on whose, and what everybody sees by name")
    .option("--json", "as JSON, with all that is known")
    .action(async (options: ProveOptions) => {
      const { prove } = await import("../sandbox/prove.ts");
      await prove(options, context);
    });
}

const changes: readonly { readonly what: Change; readonly description: string }[] = [
  { what: "extend", description: "put off the end of sandboxes, or bring it forward" },
  { what: "freeze", description: "take everything from the users of sandboxes; data stay" },
  { what: "thaw", description: "give back what freezing has taken" },
  { what: "reset", description: "bring sandboxes back to the start of the workshop, with new credentials" },
];

function addChanges(sandbox: Command, context: Context): void {
  for (const { what, description } of changes) {
    const command = sandbox
      .command(what)
      .description(description)
      .argument("<sandbox...>", "their names")
      .action(async (leases: string[], options: ChangeOptions) => {
        const { change } = await import("../sandbox/change.ts");
        await change(what, leases, options, context);
      });
    if (what === "extend") for (const option of untilOptions()) command.addOption(option);
    if (what === "freeze") command.option("--reason <clause>", "why: it is written down");
  }
}

function addEnds(sandbox: Command, context: Context): void {
  sandbox
    .command("end")
    .description("remove a class, or some of its sandboxes, and show that nothing is left")
    .argument("[sandbox...]", "only these")
    .option("--all", "all classes")
    .option("--grades <file>", "write what each student has reached, as CSV")
    .option("--yes", "do not ask")
    .action(async (leases: string[], options: EndOptions) => {
      const { end } = await import("../sandbox/end.ts");
      await end(leases, options, context);
    });
  sandbox
    .command("watch")
    .description("look after a class: freeze what uses too much, end what is over")
    .option("--every <seconds>", "between two looks", readNumber(1, 3600), 30)
    .action(async (options: WatchOptions) => {
      const { watch } = await import("../sandbox/watch.ts");
      await watch(options, context);
    });
  sandbox
    .command("sweep")
    .description("do what watch does once, as a job of cron or CI")
    .action(async (options: ClassOptions) => {
      const { watch } = await import("../sandbox/watch.ts");
      await watch({ ...options, every: 0, once: true }, context);
    });
}
