import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The folder of one execution environment: its code, an empty home and its temporary files, of which nobody else reads. */
export class ExecutionFolder {
  readonly root: string;
  readonly task: string;
  readonly home: string;
  readonly temporary: string;

  private constructor(root: string) {
    this.root = root;
    this.task = join(root, "var", "task");
    this.home = join(root, "home");
    this.temporary = join(root, "tmp");
  }

  /** Makes a folder with the files of a deployment package, and with the AWS SDK where Node.js looks for packages. */
  static async make(files: ReadonlyMap<string, Uint8Array>): Promise<ExecutionFolder> {
    const root = await realpath(await mkdtemp(join(tmpdir(), "keylab-lambda-")));
    const folder = new ExecutionFolder(root);
    for (const path of [folder.task, folder.home, folder.temporary]) await mkdir(path, { recursive: true });
    for (const [path, content] of files) {
      const target = join(folder.task, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    await mkdir(join(root, "node_modules"));
    for (const scope of ["@aws-sdk", "@smithy"])
      await symlink(join(sdkFolder, scope), join(root, "node_modules", scope));
    return folder;
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

/**
 * The folder with the packages of the AWS SDK that the embedded AWS is installed with: Lambda's Node.js runtimes have the SDK,
 * too. Source: Lambda Developer Guide, "Building Lambda functions with Node.js".
 */
export const sdkFolder = (() => {
  const entry = createRequire(import.meta.url).resolve("@aws-sdk/client-kms");
  return entry.slice(0, entry.lastIndexOf(join("@aws-sdk", "client-kms")));
})();
