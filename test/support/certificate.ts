import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TlsFiles } from "../../sandboxes/dashboard/serveOptions.ts";

const run = promisify(execFile);

/**
 * Makes a certificate that signs itself, with its key.
 *
 * @param names as OpenSSL has them: `DNS:class.test,IP:127.0.0.1`
 * @returns nothing, with a notice, on a machine without OpenSSL
 */
export async function makeCertificate(names: string): Promise<TlsFiles | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "keylab-certificate-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  try {
    const about = ["-subj", "/CN=keylab", "-addext", `subjectAltName=${names}`];
    await run("openssl", [...kind, ...about, "-keyout", key, "-out", cert]);
    return { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "ENOENT") throw error;
    process.stderr.write("      No openssl was found: TLS is not tried.\n");
    return undefined;
  } finally {
    await rm(folder, { recursive: true });
  }
}
