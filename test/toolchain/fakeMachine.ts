import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { version as pinned } from "@pulumi/pulumi/version.js";
import { nodeArguments } from "../../toolchain/nodeArguments.ts";

const run = promisify(execFile);
const fakeHost = new URL("./fakeLanguageHost.ts", import.meta.url);

/** A machine in a temporary folder: what is on PATH and in the cache are shell scripts that a test puts there. */
export class FakeMachine {
  readonly reported: string[] = [];
  readonly report = (line: string) => this.reported.push(line);
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<FakeMachine> {
    return new FakeMachine(await mkdtemp(join(tmpdir(), "keylab-toolchain-test-")));
  }

  get environment(): Record<string, string> {
    return { PATH: join(this.folder, "path"), HOME: this.folder, KEYLAB_CACHE: join(this.folder, "cache") };
  }

  /** Where Keylab's cache keeps a program. */
  cached(program: string): string {
    return join(this.folder, "cache", "pulumi", pinned, "bin", program);
  }

  onPath(program: string): string {
    return join(this.folder, "path", program);
  }

  async write(path: string, script: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
    await chmod(path, 0o755);
  }

  async read(name: string): Promise<string[]> {
    const text = await readFile(join(this.folder, name), "utf8").catch(() => "");
    return text.split("\n").filter((line) => line !== "");
  }

  /**
   * Puts a `go` on PATH. Its builds are counted in the file `builds`, do `before`, and write a program that states the
   * version given with -ldflags.
   */
  async installGo({ version = "go1.26.8", toolchain = "local", before = "" } = {}): Promise<void> {
    const isPulumi = `echo "echo v$version" >> "$out"`;
    const isHost = `echo "TSX_DISABLE_CACHE=1 exec ${hostCommand("$version")}" >> "$out"`;
    await this.write(
      this.onPath("go"),
      `if [ "$1" = env ]; then echo ${version}; echo ${toolchain}; exit 0; fi
       out="$3"; version="\${5##*=}"; program="$6"
       echo "$program" >> ${this.folder}/builds
       env > ${this.folder}/environment; pwd > ${this.folder}/working-folder
       ${before}
       echo '#!/bin/sh' > "$out"
       case "$program" in *nodejs) ${isHost};; *) ${isPulumi};; esac
       chmod +x "$out"`,
    );
  }

  async installHost(path: string, version: string): Promise<void> {
    await this.write(path, `TSX_DISABLE_CACHE=1 exec ${hostCommand(version)}`);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function hostCommand(version: string): string {
  return [process.execPath, ...nodeArguments(fakeHost), version].join(" ");
}

/** An installer for a machine without a connection. */
export async function offlineInstaller(): Promise<void> {
  throw new Error("get.pulumi.com cannot be reached");
}

/** Waits until the condition holds; fails after five seconds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error("the condition did not come true within five seconds");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Whether a process of that id is running. One that has ended and waits to be collected is not. */
export async function isRunning(pid: string): Promise<boolean> {
  const { stdout } = await run("ps", ["-o", "stat=", "-p", pid]).catch(() => ({ stdout: "" }));
  return stdout !== "" && !stdout.startsWith("Z");
}
