/**
 * Where the time of `pulumi up` goes, from a shell that `keylab aws env` has set up: programs that do ever more, each of which adds
 * its own to the one before; then the environment of this project. The first time, the provider loads what it needs.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../reporters/text/median.ts";
import { freePort } from "./otherServers.ts";

const checkout = join(import.meta.dirname, "..");
const keylab = `'${process.execPath}' '${join(checkout, "cli", "keylab.js")}'`;
const rounds = 5;
const up = "pulumi up --yes --skip-preview --non-interactive";

const programs = [
  { name: "engine and language host, an empty program", text: "" },
  { name: "and @pulumi/pulumi", text: 'require("@pulumi/pulumi");' },
  { name: "and all of @pulumi/aws", text: 'require("@pulumi/aws");' },
  { name: "and a key, through the provider", text: 'new (require("@pulumi/aws").kms.Key)("key");' },
];

const folder = await mkdtemp(join(tmpdir(), "keylab-bench-"));
const port = await freePort();
const server = spawn(process.execPath, [join(checkout, "cli", "keylab.js"), "aws", "start", "--port", String(port)], {
  cwd: folder,
  stdio: "ignore",
});
try {
  await ready();
  run(`eval "$(${keylab} aws env --port ${port})" && export -p > shell`);
  await furnish();
  const first = timed("own", up);
  console.log(`this project's environment, the first time: ${first} ms`);
  let before = 0;
  for (const { name, text } of programs) {
    await writeFile(join(folder, "small", "index.js"), text);
    const took = median(Array.from({ length: rounds }, () => timed("small", up)));
    console.log(`${name}: ${took} ms (${took - before} more)`);
    before = took;
  }
  console.log(
    `this project's environment, nothing to do: ${median(Array.from({ length: rounds }, () => timed("own", up)))} ms`,
  );
  const anew = Array.from({ length: rounds }, () => {
    timed("own", "pulumi destroy --yes --skip-preview --non-interactive");
    return timed("own", up);
  });
  console.log(`this project's environment, from nothing: ${median(anew)} ms`);
} finally {
  server.kill("SIGTERM");
  await once(server, "exit");
  await rm(folder, { recursive: true, force: true });
}

async function ready(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(`http://127.0.0.1:${port}/_keylab/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return sleep(1_000);
    await sleep(50);
  }
  throw new Error("The embedded AWS did not answer within five seconds.");
}

/** The project itself, and one for the small programs. */
async function furnish(): Promise<void> {
  run("mkdir own small");
  for (const name of ["infra", "node_modules", "package.json", "Pulumi.yaml"])
    await symlink(join(checkout, name), join(folder, "own", name));
  await cp(join(checkout, "Pulumi.dev.yaml"), join(folder, "own", "Pulumi.dev.yaml"));
  await symlink(join(checkout, "node_modules"), join(folder, "small", "node_modules"));
  await writeFile(join(folder, "small", "package.json"), "{}");
  const runtime = "runtime: { name: nodejs, options: { typescript: false } }";
  await writeFile(join(folder, "small", "Pulumi.yaml"), `name: small\nmain: index.js\n${runtime}\n`);
  for (const name of ["own", "small"]) run(`. ./shell && cd ${name} && pulumi stack init dev`);
}

/** Milliseconds of a command of Pulumi in one of the projects. */
function timed(project: string, command: string): number {
  const script = `. ./shell && cd ${project} && date +%s%N && ${command} >/dev/null && date +%s%N`;
  const [began = NaN, ended = NaN] = run(script).trim().split("\n").map(Number);
  return Math.round((ended - began) / 1e6);
}

function run(script: string): string {
  return execFileSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
}
