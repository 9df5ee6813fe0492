import { createHmac } from "node:crypto";

/**
 * The SMTP password of Amazon SES that belongs to a secret access key.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html
 */
export function smtpPassword(secretAccessKey: string, region: string): string {
  const sign = (key: string | Buffer, message: string) => createHmac("sha256", key).update(message).digest();
  const steps = ["11111111", region, "ses", "aws4_request", "SendRawEmail"];
  const signature = steps.reduce<string | Buffer>(sign, `AWS4${secretAccessKey}`);
  return Buffer.concat([Buffer.from([4]), Buffer.from(signature)]).toString("base64");
}
