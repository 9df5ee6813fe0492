/** `npm run check`: format, lint and types at the same time, as each of them keeps one core busy. Each is told when it has ended. */
import { execFile } from "node:child_process";

const steps = ["format:check", "lint:code", "typecheck"];
const outcomes = await Promise.all(steps.map(run));
if (outcomes.includes(false)) process.exitCode = 1;

/** Whether it found nothing. */
function run(step: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile("npm", ["run", "--silent", step], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      process.stdout.write(`${step}: ${error ? "failed" : "passed"}\n${stdout}${stderr}`);
      resolve(error === null);
    });
  });
}
