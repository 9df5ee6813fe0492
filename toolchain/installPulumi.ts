/** A program of its own: installs the Pulumi CLI of the pinned version into the folder given. See officialInstaller.ts. */
import { PulumiCommand } from "@pulumi/pulumi/automation/cmd.js";

const [root = ""] = process.argv.slice(2);
await PulumiCommand.install({ root });
