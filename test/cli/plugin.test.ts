import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import * as z from "zod";

const program = join(import.meta.dirname, "../../cli/plugin.js");

/** As an engine does: starts the plugin, and goes on reading what it prints. */
const engine = `
const { spawn } = require("node:child_process");
const plugin = spawn(process.execPath, [process.argv[1], "127.0.0.1:1"], { stdio: ["ignore", "pipe", "inherit"] });
plugin.stdout.once("data", (line) => process.stdout.write(plugin.pid + " " + line));
`;

describe("the program of an installed plugin", function () {
  this.timeout(120_000);

  it("prints its port and nothing else, and ends when its engine was killed", async () => {
    const { PATH = "" } = process.env;
    const parent = spawn(process.execPath, ["-e", engine, program], {
      env: {
        PATH,
        AWS_ENDPOINT_URL: "http://127.0.0.1:9",
        AWS_ACCESS_KEY_ID: "test",
        AWS_SECRET_ACCESS_KEY: "test",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [printed] = z.tuple([z.instanceof(Buffer)]).parse(await once(parent.stdout, "data"));
    const [, pid = "", port] = /^(\d+) (\d+)\n$/.exec(printed.toString()) ?? [];
    expect(Number(port)).to.be.greaterThan(0);
    expect(isAlive(Number(pid))).to.equal(true);
    parent.kill("SIGKILL");
    for (let tries = 0; tries < 50 && isAlive(Number(pid)); tries += 1) await setTimeout(100);
    expect(isAlive(Number(pid))).to.equal(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
